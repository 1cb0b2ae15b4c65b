import type { Condition, LinkedRows, NthRow } from '../model/condition.ts';
import { variableIndex } from '../model/frame.ts';
import type { Variable } from '../model/variable.ts';
import { bindTest } from './bind-test.ts';
import type { SqlText } from './operator.ts';
import {
  type Described,
  keyVariable,
  linkKeys,
  NO_TABLES,
  orderVariable,
  type Tables,
} from './tables.ts';

/** A table as SQL finds it: the number cell notes are kept by, and the physical table of its rows. */
export interface SqlTable extends Described {
  id: number;
  rows: string;
}

/**
 * The numbers of the rows that meet a condition, 1-based, in table order: exactly those that
 * `selectRows` keeps. No text of a file or a person enters the SQL.
 *
 * @throws Refusal when the condition does not fit the table (bind-test.ts, tables.ts)
 */
export function conditionSql(
  condition: Condition,
  table: SqlTable,
  tables: Tables<SqlTable> = NO_TABLES,
): SqlText {
  const { sql, params } = expression(condition, { table, tables, depth: 0 });
  return { sql: `SELECT t0.row FROM ${table.rows} t0 WHERE ${sql} ORDER BY t0.row`, params };
}

interface Place {
  table: SqlTable;
  tables: Tables<SqlTable>;
  /** Its rows are called `t0`, `t1` … by how deep they stand. */
  depth: number;
}

/** True of a row of the table `t<depth>`. */
function expression(condition: Condition, place: Place): SqlText {
  const { table, depth } = place;
  if ('all' in condition) return join(condition.all, ' AND ', '1', place);
  if ('any' in condition) return join(condition.any, ' OR ', '0', place);
  if ('not' in condition) {
    const { sql, params } = expression(condition.not, place);
    return { sql: `NOT coalesce(${sql}, 0)`, params };
  }
  if ('linked' in condition) return linkedRows(condition, place);
  if ('nth' in condition) return nthRow(condition, place);
  const { operator, test, index, other } = bindTest(condition, table.variables);
  return operator.sql(test, {
    column: column(depth, index),
    other: other === undefined ? undefined : column(depth, other),
    row: `t${depth}.row`,
    table: table.id,
    index,
  });
}

function join(
  parts: readonly Condition[],
  joint: ' AND ' | ' OR ',
  empty: '1' | '0',
  place: Place,
): SqlText {
  const texts = parts.map((part) => expression(part, place));
  return {
    sql: texts.length === 0 ? empty : texts.map((text) => `(${text.sql})`).join(joint),
    params: texts.flatMap((text) => text.params),
  };
}

/** Keys are compared as text, whatever they are stored as. */
function linkedRows(condition: LinkedRows, { table, tables, depth }: Place): SqlText {
  const { linked, most, where = { all: [] } } = condition;
  const other = tables(linked.table);
  const [own, foreign] = linkKeys(linked, table, other);
  const key = keyText(depth, table, own);
  const foreignKey = keyText(depth + 1, other, foreign);
  const inner = expression(where, { table: other, tables, depth: depth + 1 });
  const least = condition.least ?? (most === undefined ? 1 : 0);
  const counted = `count(*) >= ?${most === undefined ? '' : ' AND count(*) <= ?'}`;
  const bounds = most === undefined ? [least] : [least, most];
  // No row at all makes no group: where none is allowed, the keys with too many are left out instead.
  const [isIn, having] = least === 0 ? ['NOT IN', `NOT (${counted})`] : ['IN', counted];
  return {
    sql:
      `${key} IS NOT NULL AND ${key} ${isIn} (SELECT ${foreignKey} FROM ${other.rows} t${depth + 1}` +
      ` WHERE ${foreignKey} IS NOT NULL AND (${inner.sql}) GROUP BY 1 HAVING ${having})`,
    params: [...inner.params, ...bounds],
  };
}

function nthRow({ nth, by, of, where = { all: [] } }: NthRow, place: Place): SqlText {
  const { table, tables, depth } = place;
  const inner = depth + 1;
  const key = column(inner, variableIndex(table, keyVariable(table, of).name));
  const order = column(inner, variableIndex(table, orderVariable(table, by).name));
  const { sql, params } = expression(where, { table, tables, depth: inner });
  const down = nth === 'last' ? ' DESC' : '';
  return {
    sql:
      `t${depth}.row IN (SELECT row FROM (SELECT t${inner}.row AS row, row_number() OVER` +
      ` (PARTITION BY ${key} ORDER BY ${order}${down}, t${inner}.row${down}) AS nth` +
      ` FROM ${table.rows} t${inner} WHERE ${key} IS NOT NULL AND ${order} IS NOT NULL AND (${sql}))` +
      ' WHERE nth = ?)',
    params: [...params, nth === 'last' ? 1 : nth],
  };
}

function column(depth: number, index: number): string {
  return `t${depth}.c${index + 1}`;
}

function keyText(depth: number, table: SqlTable, key: Variable): string {
  return `CAST(${column(depth, variableIndex(table, key.name))} AS TEXT)`;
}
