import type { Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import type { Connection } from './connection.ts';
import { hideTable, showTable } from './hidden-tables.ts';
import { readTables, type StoredTable, tableNamed } from './tables.ts';
import { type NewTable, writeTable } from './write-table.ts';

interface UndoRow {
  before_id: number | null;
  position: number;
  what: string;
}

/**
 * Writes a table in the place of one that is there: same name, same place in the list, a higher version.
 * The earlier one is kept whole, out of sight; only the last succession can be undone by the table's name.
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
  const earlier = undoRow(db, beforeId);
  db.prepare('UPDATE attune_undo SET before_id = NULL WHERE table_id = ?').run(beforeId);
  hideTable(db, before);
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
      hint: 'The history undoes how it was made or changed.',
      where: { table: name },
    });
  }
  const undo = undoRow(db, table.id);
  if (!undo) {
    hideTable(db, table);
    return { before: null, what: null };
  }
  const { before_id: beforeId, what } = undo;
  if (beforeId === null) {
    throw new Refusal('nothing-to-undo', `Only the last import into ${name} can be undone.`, {
      hint: 'It has been undone already. Import the earlier file again with --mode replace.',
      where: { table: name },
    });
  }
  db.prepare('UPDATE attune_undo SET before_id = NULL WHERE table_id = ?').run(table.id);
  hideTable(db, table);
  showTable(db, beforeId, name);
  const before = readTables(db).find(({ id }) => id === beforeId);
  if (!before) throw new Error(`the table kept for the undo of ${name} is not there`);
  return { before, what };
}

function undoRow(db: Connection, tableId: number): UndoRow | undefined {
  return db
    .prepare('SELECT before_id, position, what FROM attune_undo WHERE table_id = ?')
    .get(tableId) as UndoRow | undefined;
}
