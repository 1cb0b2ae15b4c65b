import type { Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import type { Connection } from './connection.ts';
import { createReadableView, dropReadableView } from './readable-view.ts';
import { deleteTable, readTables, type StoredTable, tableNamed } from './tables.ts';
import { rememberVersion } from './versions.ts';
import { type NewTable, writeTable } from './write-table.ts';

interface UndoRow {
  before_id: number | null;
  position: number;
  what: string;
}

/**
 * Writes a table in the place of one that is there: same name, same place in the list, a higher version.
 * The earlier one is kept whole, out of sight, until the next succession; only the last can be undone.
 * Runs inside the caller's transaction. Gives the new table's id.
 * @param what what made it, as the undo will tell it: "the import of march.csv"
 */
export async function writeSuccessor(
  db: Connection,
  before: StoredTable,
  table: NewTable,
  what: string,
  task: Task,
): Promise<number> {
  const { name, id: beforeId } = before;
  rememberVersion(db, name, before.version);
  const earlier = undoRow(db, beforeId);
  if (earlier?.before_id != null) {
    db.prepare('UPDATE attune_undo SET before_id = NULL WHERE table_id = ?').run(beforeId);
    deleteTable(db, { id: earlier.before_id, name: hiddenName(earlier.before_id), version: 0 });
  }
  dropReadableView(db, name);
  rename(db, beforeId, hiddenName(beforeId));
  const id = await writeTable(db, { ...table, name }, task);
  db.prepare(
    'INSERT INTO attune_undo (table_id, before_id, position, what) VALUES (?, ?, ?, ?)',
  ).run(id, beforeId, earlier?.position ?? beforeId, what);
  return id;
}

/**
 * Takes the last import into a table back: the table is again what it was, with its rows, notes,
 * variables, import record and version; one that a single import made is gone. Runs inside the caller's
 * transaction. Gives the table as it was, and what was undone.
 * @throws Refusal `unknown-table`, `not-imported`, `nothing-to-undo`
 */
export function undoSuccession(
  db: Connection,
  tableName: string,
): { before: StoredTable | null; what: string | null } {
  const table = tableNamed(db, tableName);
  const { name } = table;
  if (table.origin.made !== 'import') {
    throw new Refusal('not-imported', `${name} was not imported; it was made from other tables.`, {
      hint: 'Remove it and make it again.',
      where: { table: name },
    });
  }
  const undo = undoRow(db, table.id);
  if (!undo) {
    deleteTable(db, table);
    return { before: null, what: null };
  }
  const { before_id: beforeId, what } = undo;
  if (beforeId === null) {
    throw new Refusal('nothing-to-undo', `Only the last import into ${name} can be undone.`, {
      hint: 'It has been undone already. Import the earlier file again with --mode replace.',
      where: { table: name },
    });
  }
  rememberVersion(db, name, table.version);
  db.prepare('UPDATE attune_undo SET before_id = NULL WHERE table_id = ?').run(table.id);
  deleteTable(db, table);
  rename(db, beforeId, name);
  const before = readTables(db).find(({ id }) => id === beforeId);
  if (!before) throw new Error(`the table kept for the undo of ${name} is not there`);
  createReadableView(db, beforeId, name, before.variables);
  return { before, what };
}

function hiddenName(id: number): string {
  return `attune_before_${id}`;
}

function rename(db: Connection, id: number, name: string): void {
  db.prepare('UPDATE attune_table SET name = ? WHERE id = ?').run(name, id);
}

function undoRow(db: Connection, tableId: number): UndoRow | undefined {
  return db
    .prepare('SELECT before_id, position, what FROM attune_undo WHERE table_id = ?')
    .get(tableId) as UndoRow | undefined;
}
