import { EMPTY } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import type { Task } from '../model/project.ts';
import type { CellNote } from '../model/receipt.ts';
import { Refusal } from '../model/refusal.ts';
import type { Origin } from '../model/table.ts';
import type { Connection } from './connection.ts';
import { insertRows } from './insert-rows.ts';
import { checkTableName, rowsTable, rowsTableColumns } from './names.ts';
import { createReadableView } from './readable-view.ts';
import { nextTableId } from './tables.ts';
import { highestVersion } from './versions.ts';
import { writeSegments } from './write-segments.ts';

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

/** Writes a frame as a new table. Runs inside the caller's transaction. Gives the table's id. */
export async function writeTable(db: Connection, table: NewTable, task: Task): Promise<number> {
  const id = await writeColumns(db, table, task);
  await insertRows(db, id, table.frame, task);
  return id;
}

/**
 * Writes everything of a table but its rows: catalogue entry, readable view, notes, column segments. The
 * connection can then read it already; {@link insertRows} has to follow in the same transaction.
 */
export async function writeColumns(db: Connection, table: NewTable, task: Task): Promise<number> {
  const { frame } = table;
  checkTableName(table.name);
  if (frame.variables.length > MOST_VARIABLES) {
    throw new Refusal(
      'too-many-columns',
      `The table would have ${frame.variables.length} columns; a table can have ${MOST_VARIABLES}.`,
      { hint: 'Leave out columns that are not needed.', where: { table: table.name } },
    );
  }
  const version = highestVersion(db, table.name) + 1;
  const id = insertCatalogueEntry(db, table, version);
  createRowsTable(db, id, table.name, frame);
  insertNotes(db, id, frame, table.notes);
  task.progress(0, frame.rows, 'Writing columns');
  for (const _ of writeSegments(db, { id, version }, frame, table.notes)) await task.checkpoint();
  return id;
}

function insertCatalogueEntry(db: Connection, table: NewTable, version: number): number {
  const taken = db.prepare('SELECT name FROM attune_table WHERE name = ?').pluck().get(table.name);
  if (taken !== undefined) {
    throw new Refusal('table-exists', `There is already a table called “${String(taken)}”.`, {
      hint: 'Choose another name, or remove that table first.',
      where: { table: table.name },
    });
  }
  const id = nextTableId(db);
  db.prepare(
    `INSERT INTO attune_table (id, name, label, unit, rows, version, variables, origin)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    table.name,
    table.label,
    table.unit,
    table.frame.rows,
    version,
    JSON.stringify(table.frame.variables),
    JSON.stringify(table.origin),
  );
  return id;
}

function createRowsTable(db: Connection, id: number, name: string, frame: Frame): void {
  db.exec(`CREATE TABLE ${rowsTable(id)} (${rowsTableColumns(frame.variables)}) STRICT`);
  createReadableView(db, id, name, frame.variables);
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
    // A column that is read from a file comes with all its notes.
    if (column.source) continue;
    const silent = column.reasons.indexOf(EMPTY) + 1;
    for (let row = 0; row < frame.rows; row++) {
      const code = column.missing[row] ?? 0;
      if (code === 0 || code === silent) continue;
      insert.run(id, row + 1, index, 'missing-code', '', column.reasons[code - 1] ?? 'missing');
    }
  }
}
