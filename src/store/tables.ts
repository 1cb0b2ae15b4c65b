import { Refusal } from '../model/refusal.ts';
import type { Origin, TableInfo } from '../model/table.ts';
import type { Variable } from '../model/variable.ts';
import type { Connection } from './connection.ts';
import { quoteIdentifier, rowsTable } from './names.ts';

interface TableRow {
  id: number;
  name: string;
  label: string;
  unit: string;
  rows: number;
  version: number;
  variables: string;
  origin: string;
}

export interface StoredTable extends TableInfo {
  id: number;
}

/** All tables, in the order they were made. */
export function readTables(db: Connection): StoredTable[] {
  const rows = db.prepare('SELECT * FROM attune_table ORDER BY id').all() as TableRow[];
  return rows.map((row) => ({
    ...row,
    variables: JSON.parse(row.variables) as Variable[],
    origin: JSON.parse(row.origin) as Origin,
  }));
}

/** @throws Refusal `unknown-table` */
export function tableNamed(db: Connection, name: string): StoredTable {
  const tables = readTables(db);
  const found = tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  throw new Refusal('unknown-table', `There is no table called “${name}”.`, {
    hint:
      tables.length > 0
        ? `The project has: ${tables.map((table) => table.name).join(', ')}.`
        : 'The project has no tables yet: import a file first.',
    where: { table: name },
  });
}

export function updateVariables(
  db: Connection,
  table: StoredTable,
  variables: readonly Variable[],
): void {
  db.prepare('UPDATE attune_table SET variables = ?, version = version + 1 WHERE id = ?').run(
    JSON.stringify(variables),
    table.id,
  );
}

/** Removes a table with its rows, notes and import record. */
export function deleteTable(db: Connection, table: StoredTable): void {
  db.exec(`DROP VIEW IF EXISTS ${quoteIdentifier(table.name)}`);
  db.exec(`DROP TABLE IF EXISTS ${rowsTable(table.id)}`);
  db.prepare('DELETE FROM attune_table WHERE id = ?').run(table.id);
}
