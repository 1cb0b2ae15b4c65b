import { conditionSql, type SqlTable } from '../cohort/sql.ts';
import type { Condition } from '../model/condition.ts';
import type { Connection } from './connection.ts';
import { rowsTable } from './names.ts';
import { type StoredTable, tableNamed } from './tables.ts';

/**
 * The rows (0-based) that meet a condition, by SQLite alone: from the rows and notes themselves, without
 * the columns that everything else is computed from.
 *
 * @throws Refusal when the condition does not fit the table
 */
export function rowsWhere(db: Connection, condition: Condition, table: StoredTable): Uint32Array {
  const found = conditionSql(condition, sqlTable(table), (name) => sqlTable(tableNamed(db, name)));
  const rows = db
    .prepare(found.sql)
    .pluck()
    .all(...found.params) as number[];
  return Uint32Array.from(rows, (row) => row - 1);
}

function sqlTable({ id, variables }: StoredTable): SqlTable {
  return { id, variables, rows: rowsTable(id) };
}
