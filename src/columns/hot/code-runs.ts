import { isoDate, parseIsoDate } from '../../model/calendar.ts';
import type { Scalar } from '../../model/condition.ts';
import { addRows, type Bitmap, type ColumnKernel } from '../kernel/column-kernel.ts';
import { type HotColumn, numberOf } from './hot-column.ts';

/** The codes that a condition on one column means: from the first to the second, ascending, apart. */
export type CodeRuns = readonly (readonly [number, number])[];

/** So many runs cost as much as looking each code up. */
const MOST_RUNS = 12;
/** Codes that can be looked up. */
const MOST_VERDICTS = 1 << 22;

/** Adds the rows whose code is in one of the runs. */
export function addRuns(kernel: ColumnKernel, into: Bitmap, column: HotColumn, runs: CodeRuns) {
  if (runs.length <= MOST_RUNS || column.size > MOST_VERDICTS) {
    for (const [low, high] of runs) kernel.addRange(into, column.codes, low, high);
    return;
  }
  const verdicts = new Uint8Array(Math.max(1, column.size));
  for (const [low, high] of runs) verdicts.fill(1, low, high + 1);
  kernel.addSet(into, column.codes, verdicts);
}

/** Adds the rows whose value passes, which is asked once a value: numbers as text, days as ISO text. */
export function addWhere(
  kernel: ColumnKernel,
  into: Bitmap,
  column: HotColumn,
  passes: (text: string) => boolean,
) {
  const { floor, size, codes } = column;
  const textOf = textReader(column);
  if (size <= MOST_VERDICTS) {
    const verdicts = new Uint8Array(Math.max(1, size));
    for (let code = floor; code < size; code++) verdicts[code] = passes(textOf(code)) ? 1 : 0;
    kernel.addSet(into, codes, verdicts);
    return;
  }
  // So many codes and no list of those that occur: only of them is asked.
  const known = new Map<number, boolean>();
  for (let row = 0; row < kernel.rows; row++) {
    const code = codes[row] as number;
    if (code < floor) continue;
    const verdict = known.get(code) ?? passes(textOf(code));
    known.set(code, verdict);
    if (verdict) addRows(into, [row]);
  }
}

function textReader(column: HotColumn): (code: number) => string {
  const { floor, scale, variable } = column;
  if (scale.by === 'text') {
    const texts = column.texts();
    return (code) => texts[code - floor] as string;
  }
  const isDate = variable.kind === 'date';
  return (code) => (isDate ? isoDate(numberOf(column, code)) : String(numberOf(column, code)));
}

/** Numbers or days from `low` to `high`, both included; of a column without numbers none. */
export function runsBetween(column: HotColumn, low: number, high: number): CodeRuns {
  if (column.scale.by === 'text') return [];
  const first = firstFrom(column, (value) => value >= low);
  const last = firstFrom(column, (value) => value > high) - 1;
  return first <= last ? [[first, last]] : [];
}

/** Numbers below a bound, which is not one of them. */
export function runsBelow(column: HotColumn, bound: number): CodeRuns {
  if (column.scale.by === 'text') return [];
  const end = firstFrom(column, (value) => value >= bound);
  return end > column.floor ? [[column.floor, end - 1]] : [];
}

/** The first code whose number passes a test that all greater numbers pass; `size` if none does. */
function firstFrom(column: HotColumn, passes: (value: number) => boolean): number {
  let from = column.floor;
  let to = column.size;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (passes(numberOf(column, middle))) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The texts, or the dates as ISO text, that pass a test; it is asked once a text or day. */
export function runsWhere(column: HotColumn, matches: (text: string) => boolean): CodeRuns {
  const textOf = textReader(column);
  return collectRuns(column.floor, column.size, (code) => matches(textOf(code)));
}

/** The days that pass a test of day numbers, of dates or of dates with times. */
export function runsWhereDay(column: HotColumn, matches: (day: number) => boolean): CodeRuns {
  if (column.scale.by === 'text') {
    return runsWhere(column, (text) => matches(parseIsoDate(text.slice(0, 10)) ?? Number.NaN));
  }
  return collectRuns(column.floor, column.size, (code) => matches(numberOf(column, code)));
}

/** The rows that have one of some values: numbers, texts, dates as ISO text. */
export function runsOf(column: HotColumn, values: readonly Scalar[]): CodeRuns {
  if (column.scale.by === 'text') {
    const wanted = new Set(values.map(String));
    return runsWhere(column, (text) => wanted.has(text));
  }
  const isDate = column.variable.kind === 'date';
  const numbers = values.map((value) => (isDate ? parseIsoDate(String(value)) : Number(value)));
  return unionRuns(
    numbers.flatMap((number) => (number === undefined ? [] : runsBetween(column, number, number))),
  );
}

/** Runs in any order, some of them perhaps over others, as runs that are apart. */
export function unionRuns(runs: CodeRuns): CodeRuns {
  const apart: [number, number][] = [];
  for (const [low, high] of runs.toSorted((a, b) => a[0] - b[0])) {
    const last = apart.at(-1);
    if (last && low <= last[1] + 1) last[1] = Math.max(high, last[1]);
    else apart.push([low, high]);
  }
  return apart;
}

/** The rows without a value, or those that have none for one of the reasons. */
export function runsMissing(column: HotColumn, reasons = column.reasons): CodeRuns {
  return collectRuns(0, column.floor, (code) => reasons.includes(column.reasons[code] as string));
}

export function runsPresent({ floor, size }: HotColumn): CodeRuns {
  return floor < size ? [[floor, size - 1]] : [];
}

/** The rows that have a value, but none of these. */
export function otherRuns(column: HotColumn, runs: CodeRuns): CodeRuns {
  const others: [number, number][] = [];
  let from = column.floor;
  for (const [low, high] of runs) {
    if (low > from) others.push([from, low - 1]);
    from = Math.max(from, high + 1);
  }
  if (from < column.size) others.push([from, column.size - 1]);
  return others;
}

function collectRuns(from: number, to: number, isIn: (code: number) => boolean): CodeRuns {
  const runs: [number, number][] = [];
  for (let code = from; code < to; code++) {
    if (!isIn(code)) continue;
    const last = runs.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else runs.push([code, code]);
  }
  return runs;
}

/** The codes of some runs that are in none of the others. */
export function runsWithout(runs: CodeRuns, others: CodeRuns): CodeRuns {
  return runs.flatMap(([low, high]) => {
    const left: [number, number][] = [];
    let from = low;
    for (const [first, last] of others) {
      if (last < from || first > high) continue;
      if (first > from) left.push([from, first - 1]);
      from = last + 1;
    }
    if (from <= high) left.push([from, high]);
    return left;
  });
}
