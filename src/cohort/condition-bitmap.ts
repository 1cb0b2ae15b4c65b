import {
  addRuns,
  type CodeRuns,
  otherRuns,
  runsBelow,
  runsBetween,
  runsMissing,
  runsOf,
  runsPresent,
  runsWhere,
  runsWithout,
} from '../columns/hot/code-runs.ts';
import type { HotColumn } from '../columns/hot/hot-column.ts';
import type { HotTable } from '../columns/hot/hot-table.ts';
import type { Bitmap } from '../columns/kernel/column-kernel.ts';
import { parseIsoDate } from '../model/calendar.ts';
import type { Condition, Scalar, Test } from '../model/condition.ts';
import { bindTest } from './bind-test.ts';
import { compareScalars, endOfDay, foldAscii } from './scalars.ts';

/**
 * The rows that meet a condition, as a bitmap of the column engine: the same rows as `selectRows`.
 * The bitmap is the caller's, to be released to the table's kernel.
 *
 * @throws Refusal when the condition does not fit the table (bind-test.ts)
 */
export function conditionBitmap(condition: Condition, table: HotTable): Bitmap {
  const { kernel } = table;
  const join = (parts: readonly Condition[], how: 'and' | 'or', into: Bitmap) => {
    for (const part of parts) {
      const own = conditionBitmap(part, table);
      kernel[how](into, own);
      kernel.release(own);
    }
    return into;
  };
  const bitmap = kernel.bitmap();
  if ('any' in condition) return join(condition.any, 'or', bitmap);
  if ('all' in condition) {
    kernel.not(bitmap);
    return join(condition.all, 'and', bitmap);
  }
  if ('not' in condition) {
    kernel.release(bitmap);
    const inner = conditionBitmap(condition.not, table);
    kernel.not(inner);
    return inner;
  }
  const { column, runs } = testRuns(condition, table);
  addRuns(kernel, bitmap, column, runs);
  return bitmap;
}

/** The column that a test asks, and the codes that pass. */
export function testRuns(asked: Test, table: HotTable): { column: HotColumn; runs: CodeRuns } {
  const { test, variable } = bindTest(asked, table.variables);
  const column = table.column(variable.name);
  return { column, runs: runsFor(test, column) };
}

/**
 * The codes that pass a condition of which every test asks the same column; undefined for any other.
 * @throws Refusal as `conditionBitmap` does
 */
export function conditionRuns(
  condition: Condition,
  table: HotTable,
): { column: HotColumn; runs: CodeRuns } | undefined {
  if ('op' in condition) return testRuns(condition, table);
  if ('not' in condition) {
    const inner = conditionRuns(condition.not, table);
    return inner && { ...inner, runs: runsWithout(allRuns(inner.column), inner.runs) };
  }
  const isAll = 'all' in condition;
  const parts = isAll ? condition.all : condition.any;
  const found = parts.map((part) => conditionRuns(part, table));
  const [first] = found;
  if (!first) return undefined;
  let { column, runs } = first;
  for (const other of found.slice(1)) {
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

function runsFor(test: Test, column: HotColumn): CodeRuns {
  switch (test.op) {
    case 'is':
      return runsOf(column, [test.value]);
    case 'is-not':
      return otherRuns(column, runsOf(column, [test.value]));
    case 'one-of':
      return runsOf(column, test.values);
    case 'none-of':
      return otherRuns(column, runsOf(column, test.values));
    case 'between':
      return runsWithin(column, test.low, test.high);
    case 'at-least':
    case 'on-or-after':
      return runsWithin(column, test.value, undefined);
    case 'at-most':
      return runsWithin(column, undefined, test.value);
    case 'below':
    case 'before':
      return column.scale.by === 'text'
        ? runsWhere(column, (text) => compareScalars(text, test.value) < 0)
        : runsBelow(column, numberOf(column, test.value));
    case 'contains': {
      const part = foldAscii(test.value);
      return runsWhere(column, (text) => foldAscii(text).includes(part));
    }
    case 'starts-with': {
      const part = foldAscii(test.value);
      return runsWhere(column, (text) => foldAscii(text).startsWith(part));
    }
    case 'missing':
      return runsMissing(column);
    case 'present':
      return runsPresent(column);
  }
}

/** From one value to another, both included; times and texts compare as text. */
function runsWithin(column: HotColumn, low: Scalar | undefined, high: Scalar | undefined) {
  if (column.scale.by !== 'text') {
    return runsBetween(
      column,
      low === undefined ? Number.NEGATIVE_INFINITY : numberOf(column, low),
      high === undefined ? Number.POSITIVE_INFINITY : numberOf(column, high),
    );
  }
  const end = high === undefined ? undefined : endOfDay(high);
  return runsWhere(
    column,
    (text) =>
      (low === undefined || compareScalars(text, low) >= 0) &&
      (end === undefined || compareScalars(text, end) <= 0),
  );
}

/** Operands have the form of their kind already (bind-test.ts). */
function numberOf(column: HotColumn, value: Scalar): number {
  return column.variable.kind === 'date' ? (parseIsoDate(String(value)) ?? 0) : Number(value);
}
