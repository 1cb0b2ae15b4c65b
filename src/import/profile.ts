import { makeCodeCounter } from './kernel/make-kernel.ts';
import type { RawRun } from './raw-run.ts';
import type { RawDictionary } from './raw-table.ts';

/** The cells of one column among the data rows, counted by distinct text. */
export interface ColumnProfile {
  values: RawDictionary;
  /** How often each dictionary entry occurs among the data rows. */
  counts: Uint32Array;
  /** Regular row in which each entry occurs first. */
  firstRows: Uint32Array;
  /** Entries that occur and are not blank. */
  used: Uint32Array;
  filled: number;
  empty: number;
}

export type RunCounts = Pick<ColumnProfile, 'counts' | 'firstRows'>;

/**
 * Counts the cells of a run over its regular rows from `first` up to but not with `last`; of one that is
 * kept by keys, those that have none. The counts stand in `room`, until that is used again.
 */
export function countRun(
  run: RawRun,
  first: number,
  last: number,
  room: RunCounts = roomFor([run]),
): RunCounts {
  const { size } = run.entries;
  const counts = room.counts.subarray(0, size);
  const firstRows = room.firstRows.subarray(0, size);
  const { from, to } = rowsWithin(run, first, last);
  if (run.numbers.count) {
    run.numbers.count(from, to, run.first + from, { counts, firstRows });
  } else if (run.pattern) {
    counts.fill(0);
    for (const { at, numbers } of run.numbers.stretches(from, to)) {
      countOthers(numbers, run.first + at, counts, firstRows);
    }
  } else {
    const counter = makeCodeCounter(size);
    for (const { at, numbers } of run.numbers.stretches(from, to)) {
      counter.add(numbers, run.first + at);
    }
    counter.end(counts, firstRows);
  }
  return { counts, firstRows };
}

/** Room to count the cells of any of some runs in, one after the other. */
export function roomFor(runs: readonly RawRun[]): RunCounts {
  const size = Math.max(0, ...runs.map(({ entries }) => entries.size));
  return { counts: new Uint32Array(size), firstRows: new Uint32Array(size) };
}

/** Counts the cells of a run, and says which texts are there. */
export function profileRun(
  run: RawRun,
  first: number,
  last: number,
  room?: RunCounts,
): ColumnProfile {
  const { counts, firstRows } = countRun(run, first, last, room);
  const values = run.entries.read();
  const used = usedOf(counts, blanksOf(values));
  const filled = sumOver(used, counts);
  const { from, to } = rowsWithin(run, first, last);
  return { values, counts, firstRows, used, filled, empty: Math.max(0, to - from) - filled };
}

/** The same where no cell of those rows holds one of the texts: a run that is kept by keys. */
export function noneOf(run: RawRun, first: number, last: number): ColumnProfile {
  const { from, to } = rowsWithin(run, first, last);
  const none = { used: new Uint32Array(0), filled: 0, empty: Math.max(0, to - from) };
  return { values: run.entries.read(), ...roomFor([run]), ...none };
}

/** Texts that stand in some row and are not blank. */
function usedOf(counts: Uint32Array, isBlankAt: (code: number) => boolean): Uint32Array {
  const used = new Uint32Array(counts.length);
  let size = 0;
  for (let code = 1; code < counts.length; code++) {
    if (counts[code] !== 0 && !isBlankAt(code)) used[size++] = code;
  }
  return used.slice(0, size);
}

function sumOver(used: Uint32Array, counts: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < used.length; i++) sum += counts[used[i] as number] as number;
  return sum;
}

/** The rows of a run, counted from its first, that lie within regular rows. */
export function rowsWithin(run: RawRun, first: number, last: number) {
  return {
    from: Math.max(first, run.first) - run.first,
    to: Math.min(last, run.first + run.rows) - run.first,
  };
}

function countOthers(
  numbers: ArrayLike<number>,
  row: number,
  counts: Uint32Array,
  firstRows: Uint32Array,
): void {
  for (let i = 0; i < numbers.length; i++) {
    const code = -1 - (numbers[i] as number);
    if (code < 0) continue;
    if (counts[code] === 0) firstRows[code] = row + i;
    (counts[code] as number)++;
  }
}

/** Tells which entries are blank, without making strings of those that are packed. */
function blanksOf(values: RawDictionary): (code: number) => boolean {
  const { texts } = values;
  if (!texts) return (code) => isBlank(values.dictionary[code] as string);
  const { bytes, ends } = texts;
  return (code) => {
    const first = bytes[ends[code - 1] as number] as number;
    return (first <= 0x20 || first >= 0x7f) && isBlank(texts.text(code));
  };
}

export function isBlank(text: string): boolean {
  if (text.length > 0 && text.charCodeAt(0) > 0x20 && text.charCodeAt(0) < 0x7f) return false;
  return text.trim() === '';
}
