import { addRuns, addWhere, type CodeRuns, runsWithout } from '../columns/hot/code-runs.ts';
import { type HotColumn, numberOf } from '../columns/hot/hot-column.ts';
import type { HotTable } from '../columns/hot/hot-table.ts';
import { addRows, type Bitmap } from '../columns/kernel/column-kernel.ts';
import { nthRows, textRanks } from '../columns/nth-rows.ts';
import { parseIsoDate } from '../model/calendar.ts';
import type { Condition, NthRow } from '../model/condition.ts';
import type { Frame } from '../model/frame.ts';
import { type BoundTest, bindTest } from './bind-test.ts';
import { linkedTest } from './select.ts';
import { keyVariable, NO_TABLES, orderVariable, type Tables } from './tables.ts';

/**
 * The rows that meet a condition, as a bitmap of the column engine: the same rows as `selectRows`.
 * The bitmap is the caller's, to be released to the table's kernel.
 *
 * @param tables frames of the other tables: only one table is in the column engine
 * @throws Refusal when the condition does not fit the table (bind-test.ts, tables.ts)
 */
export function conditionBitmap(
  condition: Condition,
  table: HotTable,
  tables: Tables<Frame> = NO_TABLES,
): Bitmap {
  const { kernel } = table;
  const join = (parts: readonly Condition[], how: 'and' | 'or', into: Bitmap) => {
    for (const part of parts) {
      const own = conditionBitmap(part, table, tables);
      kernel[how](into, own);
      kernel.release(own);
    }
    return into;
  };
  if ('any' in condition) return join(condition.any, 'or', kernel.bitmap());
  if ('all' in condition) {
    const everyone = kernel.bitmap();
    kernel.not(everyone);
    return join(condition.all, 'and', everyone);
  }
  if ('not' in condition) {
    const inner = conditionBitmap(condition.not, table, tables);
    kernel.not(inner);
    return inner;
  }
  if ('linked' in condition) {
    const passes = linkedTest(condition, table, tables);
    const bitmap = kernel.bitmap();
    addWhere(kernel, bitmap, table.column(condition.linked.key), passes);
    return bitmap;
  }
  if ('nth' in condition) return nthBitmap(condition, table, tables);
  const bound = bindTest(condition, table.variables);
  const column = table.column(bound.variable.name);
  const bitmap = kernel.bitmap();
  if (bound.other === undefined) {
    addRuns(kernel, bitmap, column, bound.operator.runs(bound.test, column));
  } else addRows(bitmap, pairRows(bound, column, table));
  return bitmap;
}

/**
 * The codes that pass a condition of which every test asks the same column and no other; undefined for
 * any other condition.
 *
 * @throws Refusal as `conditionBitmap` does
 */
export function conditionRuns(
  condition: Condition,
  table: HotTable,
): { column: HotColumn; runs: CodeRuns } | undefined {
  if ('linked' in condition || 'nth' in condition) return undefined;
  if ('op' in condition) {
    const { operator, test, variable, other } = bindTest(condition, table.variables);
    const column = table.column(variable.name);
    return other === undefined ? { column, runs: operator.runs(test, column) } : undefined;
  }
  if ('not' in condition) {
    const inner = conditionRuns(condition.not, table);
    return inner && { ...inner, runs: runsWithout(allRuns(inner.column), inner.runs) };
  }
  const isAll = 'all' in condition;
  const [first, ...others] = (isAll ? condition.all : condition.any).map((part) =>
    conditionRuns(part, table),
  );
  if (!first) return undefined;
  const { column } = first;
  let { runs } = first;
  for (const other of others) {
    if (other?.column !== column) return undefined;
    const without = runsWithout(runs, other.runs);
    runs = isAll ? runsWithout(runs, without) : joined(without, other.runs);
  }
  return { column, runs };
}

/** Every code, with the reasons for having no value. */
function allRuns({ size }: HotColumn): CodeRuns {
  return size > 0 ? [[0, size - 1]] : [];
}

/** Runs that have no code in common, in their order. */
function joined(some: CodeRuns, others: CodeRuns): CodeRuns {
  return [...some, ...others].sort(([a], [b]) => a - b);
}

/** The rows whose two dates pass. */
function* pairRows({ operator, test, other }: BoundTest, own: HotColumn, table: HotTable) {
  const second = table.column(table.variables[other ?? 0]?.name ?? '');
  const passes = operator.days?.(test);
  if (!passes) return;
  const [day, otherDay] = [dayReader(own), dayReader(second)];
  for (let row = 0; row < table.rows; row++) {
    const [code, otherCode] = [own.codes[row] as number, second.codes[row] as number];
    if (code < own.floor || otherCode < second.floor) continue;
    if (passes(day(code), otherDay(otherCode))) yield row;
  }
}

/** The day number of a code of dates, or of dates with times. */
function dayReader(column: HotColumn): (code: number) => number {
  if (column.scale.by !== 'text') return (code) => numberOf(column, code);
  const days = column.texts().map((text) => parseIsoDate(text.slice(0, 10)) ?? Number.NaN);
  return (code) => days[code - column.floor] ?? Number.NaN;
}

function nthBitmap({ nth, by, of, where }: NthRow, table: HotTable, tables: Tables<Frame>): Bitmap {
  keyVariable(table, of);
  orderVariable(table, by);
  const { kernel } = table;
  const bitmap = conditionBitmap(where ?? { all: [] }, table, tables);
  const [keys, order] = [table.column(of), table.column(by)];
  const codeOf = (column: HotColumn) => (row: number) => column.codes[row] as number;
  const [keyOf, orderCode] = [codeOf(keys), codeOf(order)];
  const rows = kernel
    .rowsOf(bitmap)
    .filter((row) => keyOf(row) >= keys.floor && orderCode(row) >= order.floor);
  const ranks = order.scale.by === 'text' ? textRanks(order.texts()) : undefined;
  // Codes of numbers and days are in their order; those of texts are not.
  const orderOf = ranks
    ? (row: number) => ranks[orderCode(row) - order.floor] as number
    : orderCode;
  bitmap.fill(0);
  addRows(bitmap, nthRows({ rows, keyOf, orderOf }, nth));
  return bitmap;
}
