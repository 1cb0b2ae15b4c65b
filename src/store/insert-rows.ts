import { isoDate } from '../model/calendar.ts';
import { type Column, sourceOf, stretchRoom } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import type { Task } from '../model/project.ts';
import type { Connection } from './connection.ts';
import { rowsTable } from './names.ts';
import { SEGMENT_ROWS } from './segment-codec.ts';
import type { Stage } from './stage.ts';
import { stageRows } from './stage-rows.ts';
import { partReader, textOf } from './text-parts.ts';

/** Rows between two looks at the task: some tens of milliseconds. */
const BATCH = 10_000;
const ROWS_A_STATEMENT = 20;
/** SQLite's limit of parameters in a statement. */
const MOST_PARAMETERS = 32_766;

type Stored = string | number | null;

/**
 * Writes a frame's rows: through a stage, or several in one statement. Most of the time goes into the call,
 * not the row.
 */
export async function insertRows(
  db: Connection,
  id: number,
  frame: Frame,
  task: Task,
  stage?: Stage,
): Promise<void> {
  if (stage && (await stageRows(db, id, frame, stage, task))) return;
  const { rows, origin } = frame;
  const width = frame.columns.length + 2;
  const several = Math.max(1, Math.min(ROWS_A_STATEMENT, Math.floor(MOST_PARAMETERS / width)));
  const places = `(${Array.from({ length: width }, () => '?').join(', ')})`;
  const insert = (n: number) => {
    const all = Array.from({ length: n }, () => places).join(', ');
    const statement = db.prepare(`INSERT INTO ${rowsTable(id)} VALUES ${all}`);
    return { n, statement, cells: new Array<Stored>(n * width) };
  };
  const whole = insert(several);
  const one = insert(1);
  const writers = frame.columns.map(cellWriter);
  for (let start = 0; start < rows; start += SEGMENT_ROWS) {
    const stretch = Math.min(start + SEGMENT_ROWS, rows);
    for (const writer of writers) writer.begin(start, stretch);
    for (let row = start; row < stretch; ) {
      if ((row - start) % BATCH === 0) {
        task.progress(row, rows, 'Writing rows');
        await task.checkpoint();
      }
      const end = Math.min(row + BATCH, stretch);
      while (row < end) {
        const { n, statement, cells } = end - row >= several ? whole : one;
        for (let i = 0; i < n; i++) {
          cells[i * width] = row + i + 1;
          cells[i * width + 1] = origin[row + i] ?? 0;
        }
        for (let column = 0; column < writers.length; column++) {
          (writers[column] as CellWriter).write(row - start, n, cells, column + 2, width);
        }
        statement.run(cells);
        row += n;
      }
    }
  }
  task.progress(rows, rows, 'Writing rows');
}

interface CellWriter {
  /** Takes the rows from one up to another. */
  begin(from: number, to: number): void;
  /** Puts `n` of their values from the `at`th on into `cells`, from `place` in steps of `width`. */
  write(at: number, n: number, cells: Stored[], place: number, width: number): void;
}

function cellWriter(column: Column): CellWriter {
  const { stretch } = sourceOf(column);
  const value = storedValue(column);
  const room = stretchRoom(SEGMENT_ROWS);
  let rows = room;
  return {
    begin: (from, to) => {
      rows = stretch(from, to, room);
    },
    write: (at, n, cells, place, width) => {
      const { values, missing } = rows;
      for (let i = 0; i < n; i++) {
        cells[place + i * width] = missing[at + i] === 0 ? value(values[at + i] as number) : null;
      }
    },
  };
}

/** A value of a column as it is stored; codes come in the order of rows. */
function storedValue(column: Column): (value: number) => Stored {
  switch (column.type) {
    case 'numbers':
      return (value) => value;
    case 'days': {
      const dates = new Map<number, string>();
      return (day) => {
        const known = dates.get(day);
        if (known !== undefined) return known;
        const date = isoDate(day);
        dates.set(day, date);
        return date;
      };
    }
    case 'codes': {
      const partOf = partReader(sourceOf(column).texts);
      return (code) => textOf(partOf(code), code);
    }
  }
}
