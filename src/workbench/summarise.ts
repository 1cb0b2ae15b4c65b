import type { VariableSummary } from '../contract/workbench.ts';
import { isoDate } from '../model/calendar.ts';
import { type Column, missingReason, textAt } from '../model/column.ts';
import { formatNumber } from '../model/format.ts';
import { variableIndex } from '../model/frame.ts';
import { type Variable, valueLabel } from '../model/variable.ts';
import { readNotes } from '../store/read-notes.ts';
import type { Context } from './context.ts';

const TOP = 30;
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
  const chosen = new Set(rows);
  const problems = readNotes(context.project.db, table).filter(
    (note) => note.column === index && note.kind === 'problem' && chosen.has(note.row),
  ).length;
  const present = rows.filter((row) => column.missing[row] === 0);
  const counts = countBy(present, (row) => textAt(column, row));
  const numbers = presentNumbers(column, present);
  return {
    name: variable.name,
    n: present.length,
    missing: countBy(
      rows.filter((row) => column.missing[row] !== 0),
      (row) => missingReason(column, row) ?? '',
    ).map(([reason, n]) => ({ reason, n })),
    problems,
    distinct: counts.length,
    top: counts
      .slice(0, TOP)
      .map(([value, n]) => ({ value, label: valueLabel(variable, value), n })),
    bins: numbers.length > 0 ? bins(numbers, column.type) : [],
    figures: numbers.length > 0 ? figures(numbers, column.type) : [],
  };
}

/** Values with their counts, the most frequent first. */
function countBy(rows: Uint32Array, valueIn: (row: number) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = valueIn(row);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en-GB'));
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
