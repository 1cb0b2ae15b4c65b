import { compareText } from '../columns/collate.ts';
import { toCodes } from '../columns/to-codes.ts';
import type { VariableSummary } from '../contract/workbench.ts';
import { isoDate } from '../model/calendar.ts';
import type { Column } from '../model/column.ts';
import { formatNumber } from '../model/format.ts';
import { variableIndex } from '../model/frame.ts';
import { type Variable, valueLabel } from '../model/variable.ts';
import { readNotes } from '../store/read-notes.ts';
import type { Context } from './context.ts';

const TOP = 30;
/** Of texts that occur equally often, as many are put in order. */
const MOST_EQUAL = 5_000;
const BINS = 12;

/** What one variable holds, in the rows of a cohort. */
export function summarise(
  context: Context,
  input: { table: string; variable: string; cohort?: string },
): VariableSummary {
  const table = context.table(input.table);
  const { rows } = context.select(table, input.cohort);
  const index = variableIndex(table, input.variable);
  const variable = table.variables[index] as Variable;
  const column = context.frame(table).columns[index] as Column;
  const chosen = new Uint8Array(table.rows);
  for (const row of rows) chosen[row] = 1;
  const problems = readNotes(context.project.db, table).filter(
    (note) => note.column === index && note.kind === 'problem' && chosen[note.row] === 1,
  ).length;
  const present = rows.filter((row) => column.missing[row] === 0);
  const { codes, dictionary } = toCodes(column);
  const counts = mostFirst(countCodes(codes, present, dictionary.length), dictionary);
  const reasons = countCodes(column.missing, rows, column.reasons.length + 1).slice(1);
  const numbers = presentNumbers(column, present);
  return {
    name: variable.name,
    n: present.length,
    missing: mostFirst(reasons, column.reasons, reasons.length).top.map(([reason, n]) => ({
      reason,
      n,
    })),
    problems,
    distinct: counts.distinct,
    top: counts.top.map(([value, n]) => ({ value, label: valueLabel(variable, value), n })),
    bins: numbers.length > 0 ? bins(numbers, column.type) : [],
    figures: numbers.length > 0 ? figures(numbers, column.type) : [],
  };
}

function countCodes(codes: ArrayLike<number>, rows: Uint32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const row of rows) {
    const code = codes[row] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  return counts;
}

/** Texts with their counts, the most frequent first, and how many there are; those that do not occur are left out. */
function mostFirst(counts: Uint32Array, texts: readonly string[], most = TOP) {
  const occurring = counts.filter((n) => n > 0);
  // The least count that is shown: a column of a million texts is not put in order for a few of them.
  const least = occurring.toSorted().at(-most) ?? 1;
  const above: [string, number][] = [];
  const equal: [string, number][] = [];
  for (const [code, n] of counts.entries()) {
    if (n > least) above.push([texts[code] ?? '', n]);
    else if (n === least && equal.length < MOST_EQUAL) equal.push([texts[code] ?? '', n]);
  }
  const top = [...above, ...equal].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  return { distinct: occurring.length, top: top.slice(0, most) };
}

function presentNumbers(column: Column, rows: Uint32Array): Float64Array {
  if (column.type === 'codes') return new Float64Array();
  return Float64Array.from(rows, (row) => column.values[row] ?? Number.NaN).sort();
}

function bins(sorted: Float64Array, type: Column['type']): VariableSummary['bins'] {
  const low = sorted[0] ?? 0;
  const high = sorted.at(-1) ?? low;
  const whole = sorted.every(Number.isInteger);
  const span = high - low;
  const size = whole ? Math.max(1, Math.ceil((span + 1) / BINS)) : span / BINS || 1;
  const counts = new Array<number>(Math.max(1, whole ? Math.ceil((span + 1) / size) : BINS)).fill(
    0,
  );
  for (const value of sorted) {
    const bin = Math.min(counts.length - 1, Math.floor((value - low) / size));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const show = shown(type);
  return counts.map((n, bin) => {
    const start = low + bin * size;
    const end = whole ? start + size - 1 : start + size;
    return { label: whole && size === 1 ? show(start) : `${show(start)} to ${show(end)}`, n };
  });
}

function figures(sorted: Float64Array, type: Column['type']): VariableSummary['figures'] {
  const show = shown(type);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  const list = [
    { label: type === 'days' ? 'Earliest' : 'Lowest', value: show(sorted[0] ?? 0) },
    { label: 'Median', value: show(type === 'days' ? Math.floor(median) : median) },
    { label: type === 'days' ? 'Latest' : 'Highest', value: show(sorted.at(-1) ?? 0) },
  ];
  if (type === 'days') return list;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  list.push({ label: 'Mean', value: formatNumber(mean, 'mean') });
  if (sorted.length > 1) {
    const sd = Math.sqrt(squares / (sorted.length - 1));
    list.push({ label: 'SD', value: formatNumber(sd, 'mean') });
  }
  return list;
}

function shown(type: Column['type']): (value: number) => string {
  return type === 'days' ? isoDate : (value) => formatNumber(value, 'number');
}
