import { Refusal } from '../model/refusal.ts';
import type { Origin, TableInfo } from '../model/table.ts';
import type { Variable } from '../model/variable.ts';
import type { Connection } from './connection.ts';
import { readMeta, writeMeta } from './meta.ts';
import { statement } from './statement.ts';
import { nextVersion, setVersion } from './versions.ts';

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

/** All tables, in the order they were made; hidden ones are left out. */
export function readTables(db: Connection): StoredTable[] {
  const rows = statement(
    db,
    `SELECT t.id, t.name, t.label, t.unit, t.rows, t.version, t.variables, t.origin
     FROM attune_table t LEFT JOIN attune_undo u ON u.table_id = t.id
     WHERE t.hidden = 0
     ORDER BY coalesce(u.position, t.id)`,
  ).all() as TableRow[];
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
  db.prepare('UPDATE attune_table SET variables = ? WHERE id = ?').run(
    JSON.stringify(variables),
    table.id,
  );
  setVersion(db, table.id, nextVersion(db, table.name, table.version));
}

/** The number of the next table. Numbers are never given again, so that nothing kept by number goes stale. */
export function nextTableId(db: Connection): number {
  const highest = Number(db.prepare('SELECT max(id) FROM attune_table').pluck().get() ?? 0);
  const id = Math.max(highest, Number(readMeta(db, 'last-table') ?? 0)) + 1;
  writeMeta(db, 'last-table', String(id));
  return id;
}
