import { isoDate } from '../model/calendar.ts';
import { type Column, EMPTY } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import type { CellNote } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import type { Origin } from '../model/table.ts';
import { KIND } from '../model/variable.ts';
import type { Connection } from './connection.ts';
import { checkTableName, physicalColumn, quoteIdentifier, rowsTable } from './names.ts';

const BATCH = 20_000;
/** SQLite allows 2,000 columns; two of them are the row's number and its origin. */
const MOST_VARIABLES = 1_998;

export interface NewTable {
  name: string;
  label: string;
  unit: string;
  frame: Frame;
  notes: readonly CellNote[];
  origin: Origin;
}

/**
 * Writes a frame as a new table: rows, readable view, catalogue entry and notes.
 * Runs inside the caller's transaction. Gives the table's id.
 */
export async function writeTable(db: Connection, table: NewTable, task: Task): Promise<number> {
  const { frame } = table;
  checkTableName(table.name);
  if (frame.variables.length > MOST_VARIABLES) {
    throw new Refusal(
      'too-many-columns',
      `The table would have ${frame.variables.length} columns; a table can have ${MOST_VARIABLES}.`,
      { hint: 'Leave out columns that are not needed.', where: { table: table.name } },
    );
  }
  const id = insertCatalogueEntry(db, table);
  createRowsTable(db, id, table.name, frame);
  await insertRows(db, id, frame, task);
  insertNotes(db, id, frame, table.notes);
  return id;
}

function insertCatalogueEntry(db: Connection, table: NewTable): number {
  const taken = db.prepare('SELECT name FROM attune_table WHERE name = ?').pluck().get(table.name);
  if (taken !== undefined) {
    throw new Refusal('table-exists', `There is already a table called “${String(taken)}”.`, {
      hint: 'Choose another name, or remove that table first.',
      where: { table: table.name },
    });
  }
  return Number(
    db
      .prepare(
        `INSERT INTO attune_table (name, label, unit, rows, version, variables, origin)
         VALUES (?, ?, ?, ?, 1, ?, ?)`,
      )
      .run(
        table.name,
        table.label,
        table.unit,
        table.frame.rows,
        JSON.stringify(table.frame.variables),
        JSON.stringify(table.origin),
      ).lastInsertRowid,
  );
}

function createRowsTable(db: Connection, id: number, name: string, frame: Frame): void {
  const columns = frame.variables.map(
    (variable, index) => `${physicalColumn(index)} ${KIND[variable.kind].storage}`,
  );
  db.exec(
    `CREATE TABLE ${rowsTable(id)} (${['row INTEGER PRIMARY KEY', 'origin INTEGER NOT NULL', ...columns].join(', ')}) STRICT`,
  );
  const readable = frame.variables.map(
    (variable, index) => `${physicalColumn(index)} AS ${quoteIdentifier(variable.name)}`,
  );
  db.exec(
    `CREATE VIEW ${quoteIdentifier(name)} AS SELECT ${readable.join(', ')} FROM ${rowsTable(id)}`,
  );
}

async function insertRows(db: Connection, id: number, frame: Frame, task: Task): Promise<void> {
  const places = ['?', '?', ...frame.columns.map(() => '?')].join(', ');
  const insert = db.prepare(`INSERT INTO ${rowsTable(id)} VALUES (${places})`);
  const readers = frame.columns.map(storedValues);
  for (let start = 0; start < frame.rows; start += BATCH) {
    task.progress(start, frame.rows, 'Writing rows');
    await task.checkpoint();
    const end = Math.min(start + BATCH, frame.rows);
    for (let row = start; row < end; row++) {
      insert.run(row + 1, frame.origin[row] ?? 0, ...readers.map((read) => read(row)));
    }
  }
  task.progress(frame.rows, frame.rows, 'Writing rows');
}

function storedValues(column: Column): (row: number) => string | number | null {
  switch (column.type) {
    case 'numbers':
      return (row) => (column.missing[row] === 0 ? (column.values[row] ?? null) : null);
    case 'days':
      return (row) => (column.missing[row] === 0 ? isoDate(column.values[row] ?? 0) : null);
    case 'codes':
      return (row) =>
        column.missing[row] === 0 ? (column.dictionary[column.codes[row] ?? 0] ?? null) : null;
  }
}

/** Notes as given, and one for each missing cell whose reason is not simply "empty". */
function insertNotes(db: Connection, id: number, frame: Frame, notes: readonly CellNote[]): void {
  const insert = db.prepare(
    `INSERT OR IGNORE INTO attune_cell_note (table_id, row, column, kind, raw, reason)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  for (const note of notes) {
    insert.run(id, note.row + 1, note.column, note.kind, note.raw, note.reason);
  }
  for (const [index, column] of frame.columns.entries()) {
    const silent = column.reasons.indexOf(EMPTY) + 1;
    for (let row = 0; row < frame.rows; row++) {
      const code = column.missing[row] ?? 0;
      if (code === 0 || code === silent) continue;
      insert.run(id, row + 1, index, 'missing-code', '', column.reasons[code - 1] ?? 'missing');
    }
  }
}
