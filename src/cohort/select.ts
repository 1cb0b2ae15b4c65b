import { keyCounts } from '../columns/key-counts.ts';
import {
  addTo,
  allRows,
  complement,
  keepIn,
  type RowMask,
  rowsOf,
  uniformMask,
} from '../columns/mask.ts';
import { nthRows, textRanks } from '../columns/nth-rows.ts';
import { toCodes } from '../columns/to-codes.ts';
import type { Column } from '../model/column.ts';
import type { Condition, LinkedRows, NthRow } from '../model/condition.ts';
import { columnNamed, type Frame } from '../model/frame.ts';
import { bindTest } from './bind-test.ts';
import {
  type Described,
  keyVariable,
  linkKeys,
  NO_TABLES,
  orderVariable,
  type Tables,
} from './tables.ts';

/**
 * The rows that meet a condition, 0-based, in table order.
 * `not` is the complement over all rows: it holds the rows of which the test could not be true.
 *
 * @throws Refusal when the condition does not fit the table (bind-test.ts, tables.ts)
 */
export function selectRows(
  condition: Condition,
  frame: Frame,
  tables: Tables<Frame> = NO_TABLES,
): Uint32Array {
  return rowsOf(conditionMask(condition, frame, tables));
}

/** The same rows as a mask. */
export function conditionMask(
  condition: Condition,
  frame: Frame,
  tables: Tables<Frame> = NO_TABLES,
): RowMask {
  if ('all' in condition) {
    return condition.all.reduce(
      (mask, part) => keepIn(mask, conditionMask(part, frame, tables)),
      uniformMask(frame.rows, 1),
    );
  }
  if ('any' in condition) {
    return condition.any.reduce(
      (mask, part) => addTo(mask, conditionMask(part, frame, tables)),
      uniformMask(frame.rows, 0),
    );
  }
  if ('not' in condition) return complement(conditionMask(condition.not, frame, tables));
  if ('linked' in condition) {
    const passes = linkedTest(condition, frame, tables);
    return maskKeys(columnNamed(frame, condition.linked.key), passes);
  }
  if ('nth' in condition) return nthMask(condition, frame, tables);
  const { operator, test, index, other } = bindTest(condition, frame.variables);
  const second = other === undefined ? undefined : frame.columns[other];
  return operator.mask(test, frame.columns[index] as Column, second);
}

/**
 * Whether a key has as many linked rows as a condition asks for. A row without a key has no linked rows
 * that could be counted, and meets no such condition.
 */
export function linkedTest(
  { linked, least, most = Number.POSITIVE_INFINITY, where }: LinkedRows,
  own: Described,
  tables: Tables<Frame>,
): (key: string) => boolean {
  const other = tables(linked.table);
  linkKeys(linked, own, other);
  const rows = where === undefined ? allRows(other.rows) : selectRows(where, other, tables);
  const counts = keyCounts(columnNamed(other, linked.foreignKey), rows);
  const from = least ?? (most === Number.POSITIVE_INFINITY ? 1 : 0);
  return (key) => {
    const n = counts.get(key) ?? 0;
    return n >= from && n <= most;
  };
}

/** Rows whose key passes. */
function maskKeys(keys: Column, passes: (key: string) => boolean): RowMask {
  const { codes, missing, dictionary } = toCodes(keys);
  const verdicts = Uint8Array.from(dictionary, (key) => (passes(key) ? 1 : 0));
  return missing.map((code, row) => (code === 0 ? (verdicts[codes[row] ?? 0] ?? 0) : 0));
}

function nthMask({ nth, by, of, where }: NthRow, frame: Frame, tables: Tables<Frame>): RowMask {
  keyVariable(frame, of);
  orderVariable(frame, by);
  const candidates = where === undefined ? allRows(frame.rows) : selectRows(where, frame, tables);
  const keys = toCodes(columnNamed(frame, of));
  const order = columnNamed(frame, by);
  const rows = candidates.filter((row) => keys.missing[row] === 0 && order.missing[row] === 0);
  const keyOf = (row: number) => keys.codes[row] ?? 0;
  const mask = uniformMask(frame.rows, 0);
  for (const row of nthRows({ rows, keyOf, orderOf: orderOf(order) }, nth)) mask[row] = 1;
  return mask;
}

/** A number a row that puts rows in the order of a column: texts are times, which compare as text. */
function orderOf(column: Column): (row: number) => number {
  if (column.type !== 'codes') return (row) => column.values[row] ?? 0;
  const ranks = textRanks(column.dictionary);
  return (row) => ranks[column.codes[row] ?? 0] ?? 0;
}
