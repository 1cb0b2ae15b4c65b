import { compareText } from '../columns/collate.ts';
import { type CodeCounts, countCodes } from '../columns/hot/count-codes.ts';
import { type HotColumn, numberOf } from '../columns/hot/hot-column.ts';
import type { VariableSummary } from '../contract/methods/rows.ts';
import { isoDate } from '../model/calendar.ts';
import { formatNumber } from '../model/format.ts';
import { variableIndex } from '../model/frame.ts';
import { type Variable, valueLabel } from '../model/variable.ts';
import { problemRows } from '../store/read-notes.ts';
import type { Context } from './context.ts';

const TOP = 30;
/** Of texts that occur equally often, as many are put in order. */
const MOST_EQUAL = 5_000;
/** Of more values than this, none is shown when each stands once. */
const MANY = 1_000;
const BINS = 12;

/**
 * What one variable holds, in the rows of a cohort. Only its own column is read: the grid, which asks at the
 * same time, does not wait for a large table.
 */
export function summarise(
  context: Context,
  input: { table: string; variable: string; cohort?: string },
): VariableSummary {
  const table = context.table(input.table);
  const index = variableIndex(table, input.variable);
  const variable = table.variables[index] as Variable;
  const rows = input.cohort === undefined ? table.rows : context.select(table, input.cohort).rows;
  const column = context.hot(table).column(variable.name);
  const found = countCodes(column, rows);
  const first = found.codes.findIndex((code) => code >= column.floor);
  const at = first < 0 ? found.codes.length : first;
  const values = { codes: found.codes.subarray(at), counts: found.counts.subarray(at) };
  const n = values.counts.reduce((sum, each) => sum + each, 0);
  const numbers = column.scale.by === 'text' ? [] : valuesOf(column, values);
  const isDate = variable.kind === 'date';
  return {
    name: variable.name,
    n,
    missing: Array.from(found.codes.subarray(0, at), (code, i) => ({
      reason: column.reasons[code] ?? '',
      n: found.counts[i] as number,
    })).sort((a, b) => b.n - a.n || compareText(a.reason, b.reason)),
    problems: problemsIn(context, table.id, index, rows),
    distinct: values.codes.length,
    top: mostFrequent(column, values).map(([value, count]) => ({
      value,
      label: valueLabel(variable, value),
      n: count,
    })),
    bins: numbers.length > 0 ? bins(numbers, isDate) : [],
    figures: numbers.length > 0 ? figures(numbers, n, isDate) : [],
  };
}

function problemsIn(
  context: Context,
  table: number,
  column: number,
  rows: Uint32Array | number,
): number {
  const found = problemRows(context.project.db, table, column);
  if (typeof rows === 'number') return found.length;
  const chosen = new Set(rows);
  return found.filter((row) => chosen.has(row)).length;
}

/** The most frequent values with their counts; none where every one of many stands once. */
function mostFrequent(column: HotColumn, { codes, counts }: CodeCounts): [string, number][] {
  const highest = counts.reduce((most, each) => Math.max(most, each), 0);
  if (codes.length > MANY && highest === 1) return [];
  // The least count that is shown: a column of a million texts is not put in order for a few of them.
  const least = counts.toSorted().at(-TOP) ?? 1;
  const textOf = codeText(column);
  const above: [string, number][] = [];
  const equal: [string, number][] = [];
  for (const [i, code] of codes.entries()) {
    const n = counts[i] as number;
    if (n > least) above.push([textOf(code), n]);
    else if (n === least && equal.length < MOST_EQUAL) equal.push([textOf(code), n]);
  }
  const all = [...above, ...equal].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  return all.slice(0, TOP);
}

function codeText(column: HotColumn): (code: number) => string {
  if (column.scale.by === 'text') {
    const texts = column.texts();
    return (code) => texts[code - column.floor] ?? '';
  }
  const words = column.variable.kind === 'date' ? isoDate : String;
  return (code) => words(numberOf(column, code));
}

/** A number or day, and in how many rows it stands; in ascending order. */
interface Counted {
  value: number;
  n: number;
}

function valuesOf(column: HotColumn, { codes, counts }: CodeCounts): Counted[] {
  return Array.from(codes, (code, i) => ({
    value: numberOf(column, code),
    n: counts[i] as number,
  }));
}

function bins(sorted: readonly Counted[], isDate: boolean): VariableSummary['bins'] {
  const low = sorted[0]?.value ?? 0;
  const high = sorted.at(-1)?.value ?? low;
  const whole = sorted.every(({ value }) => Number.isInteger(value));
  const span = high - low;
  const size = whole ? Math.max(1, Math.ceil((span + 1) / BINS)) : span / BINS || 1;
  const counts = new Array<number>(Math.max(1, whole ? Math.ceil((span + 1) / size) : BINS)).fill(
    0,
  );
  for (const { value, n } of sorted) {
    const bin = Math.min(counts.length - 1, Math.floor((value - low) / size));
    counts[bin] = (counts[bin] ?? 0) + n;
  }
  const show = shown(isDate);
  return counts.map((n, bin) => {
    const start = low + bin * size;
    const end = whole ? start + size - 1 : start + size;
    return { label: whole && size === 1 ? show(start) : `${show(start)} to ${show(end)}`, n };
  });
}

function figures(
  sorted: readonly Counted[],
  n: number,
  isDate: boolean,
): VariableSummary['figures'] {
  const show = shown(isDate);
  const middle = (n - 1) / 2;
  const median =
    (valueAtPlace(sorted, Math.floor(middle)) + valueAtPlace(sorted, Math.ceil(middle))) / 2;
  const list = [
    { label: isDate ? 'Earliest' : 'Lowest', value: show(sorted[0]?.value ?? 0) },
    { label: 'Median', value: show(isDate ? Math.floor(median) : median) },
    { label: isDate ? 'Latest' : 'Highest', value: show(sorted.at(-1)?.value ?? 0) },
  ];
  if (isDate) return list;
  const mean = sorted.reduce((sum, each) => sum + each.value * each.n, 0) / n;
  const squares = sorted.reduce((sum, each) => sum + each.n * (each.value - mean) ** 2, 0);
  list.push({ label: 'Mean', value: formatNumber(mean, 'mean') });
  if (n > 1) list.push({ label: 'SD', value: formatNumber(Math.sqrt(squares / (n - 1)), 'mean') });
  return list;
}

/** The value at a place among all rows in order, from 0. */
function valueAtPlace(sorted: readonly Counted[], place: number): number {
  let before = 0;
  for (const { value, n } of sorted) {
    before += n;
    if (place < before) return value;
  }
  return sorted.at(-1)?.value ?? 0;
}

function shown(isDate: boolean): (value: number) => string {
  return isDate ? isoDate : (value) => formatNumber(value, 'number');
}
