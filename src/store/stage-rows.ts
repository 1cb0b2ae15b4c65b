import { readSync, writeSync } from 'node:fs';
import { isoDate } from '../model/calendar.ts';
import { type Column, sourceOf, stretchRoom } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import type { Task } from '../model/project.ts';
import { KIND, type Storage } from '../model/variable.ts';
import type { Connection } from './connection.ts';
import { LeafPages } from './leaf-pages.ts';
import { rowsTable } from './names.ts';
import { NotStaged, RecordWriter } from './record-writer.ts';
import type { Stage } from './stage.ts';
import { partReader, type TextsPart } from './text-parts.ts';

/** Rows of all columns that are in memory at a time. */
const STRETCH = 1 << 14;
/** Copying so many rows takes well below a second. */
const SEVERAL = 1 << 20;
/** Where the header of a database counts its changes, its pages, and the changes again. */
const [CHANGES, PAGES, VALID_FOR] = [24, 28, 92] as const;

/**
 * Writes a frame's rows through a stage. False when they cannot be written so: then none was.
 */
export async function stageRows(
  db: Connection,
  id: number,
  frame: Frame,
  stage: Stage,
  task: Task,
): Promise<boolean> {
  try {
    await fillStage(frame, stage, task);
  } catch (error) {
    if (error instanceof NotStaged) return false;
    throw error;
  }
  const copy = db.prepare(`INSERT INTO ${rowsTable(id)} SELECT * FROM stage.r`);
  const some = db.prepare(
    `INSERT INTO ${rowsTable(id)} SELECT * FROM stage.r WHERE row > ? AND row <= ?`,
  );
  let copied = 0;
  if (frame.rows <= SEVERAL) copied = copy.run().changes;
  for (let from = 0; frame.rows > SEVERAL && from < frame.rows; from += SEVERAL / 4) {
    task.progress(from, frame.rows, 'Copying rows');
    await task.checkpoint();
    copied += some.run(from, from + SEVERAL / 4).changes;
  }
  if (copied !== frame.rows) {
    throw new Error(`${copied} of ${frame.rows} rows were copied from the stage`);
  }
  return true;
}

async function fillStage(frame: Frame, { file }: Stage, task: Task): Promise<void> {
  const { rows, origin, columns, variables } = frame;
  const record = new RecordWriter(columns.length + 2);
  const pages = new LeafPages(file);
  const cells = columns.map((column, i) =>
    columnCells(column, KIND[variables[i]?.kind ?? 'text'].storage, record),
  );
  for (let start = 0; start < rows; start += STRETCH) {
    task.progress(start, rows, 'Writing rows');
    await task.checkpoint();
    const end = Math.min(rows, start + STRETCH);
    for (const column of cells) column.begin(start, end);
    for (let row = start; row < end; row++) {
      record.begin();
      // The row's number is the key of the table.
      record.nothing();
      record.integer(origin[row] ?? 0);
      for (let i = 0; i < cells.length; i++) (cells[i] as ColumnCells).put(row - start);
      pages.add(row + 1, record);
    }
  }
  task.progress(rows, rows, 'Writing rows');
  countPages(file, pages.finish());
}

/** Tells SQLite that the file has changed, and how long it is. */
function countPages(file: number, pages: number): void {
  const header = Buffer.alloc(100);
  readSync(file, header, 0, header.length, 0);
  const changes = header.readUInt32BE(CHANGES) + 1;
  header.writeUInt32BE(changes, CHANGES);
  header.writeUInt32BE(pages, PAGES);
  header.writeUInt32BE(changes, VALID_FOR);
  writeSync(file, header, 0, header.length, 0);
}

interface ColumnCells {
  /** Takes the rows from one up to another. */
  begin(from: number, to: number): void;
  /** Puts the value of the `at`th of them into the record. */
  put(at: number): void;
}

function columnCells(column: Column, storage: Storage, record: RecordWriter): ColumnCells {
  const { stretch } = sourceOf(column);
  const put = putter(column, storage, record);
  const room = stretchRoom(STRETCH);
  let rows = room;
  return {
    begin: (from, to) => {
      rows = stretch(from, to, room);
    },
    put: (at) => {
      const value = rows.values[at] as number;
      if (rows.missing[at] !== 0 || Number.isNaN(value)) record.nothing();
      else put(value);
    },
  };
}

/** How a value of a column is put into a record. */
function putter(column: Column, storage: Storage, record: RecordWriter): (value: number) => void {
  switch (column.type) {
    case 'numbers':
      return storage === 'INTEGER'
        ? (value) => record.integer(value)
        : (value) => record.real(value);
    case 'days': {
      const dates = new Map<number, Buffer>();
      return (day) => {
        let date = dates.get(day);
        if (!date) {
          date = Buffer.from(isoDate(day));
          dates.set(day, date);
        }
        record.text(date, 0, date.length);
      };
    }
    case 'codes': {
      const partOf = partReader(sourceOf(column).texts);
      let part: TextsPart | undefined;
      let packed = packedPart([]);
      return (code) => {
        const own = partOf(code);
        if (own !== part) {
          part = own;
          packed = packedPart(own.texts);
        }
        const at = code - own.first;
        const start = at === 0 ? 0 : (packed.ends[at - 1] as number);
        record.text(packed.bytes, start, packed.ends[at] as number);
      };
    }
  }
}

function packedPart(texts: TextsPart['texts']): { bytes: Uint8Array; ends: Uint32Array } {
  if ('bytes' in texts) return texts;
  const parts = texts.map((text) => Buffer.from(text));
  const ends = new Uint32Array(parts.length);
  let end = 0;
  for (const [at, { length }] of parts.entries()) {
    end += length;
    ends[at] = end;
  }
  return { bytes: Buffer.concat(parts), ends };
}
