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

/**
 * Counts the cells of a run over its regular rows from `first` up to but not with `last`; of one that is
 * kept by keys, those that have none.
 */
export function profileRun(run: RawRun, first: number, last: number): ColumnProfile {
  const values = run.entries.read();
  const size = run.entries.size;
  const counts = new Uint32Array(size);
  const firstRows = new Uint32Array(size);
  const from = Math.max(first, run.first) - run.first;
  const to = Math.min(last, run.first + run.rows) - run.first;
  for (const { at, numbers } of run.numbers.stretches(from, to)) {
    const count = run.pattern ? countOthers : countCodes;
    count(numbers, run.first + at, counts, firstRows);
  }
  const used: number[] = [];
  const isBlankAt = blanksOf(values);
  let filled = 0;
  for (let code = 1; code < size; code++) {
    const n = counts[code] as number;
    if (n === 0 || isBlankAt(code)) continue;
    used.push(code);
    filled += n;
  }
  const empty = Math.max(0, to - from) - filled;
  return { values, counts, firstRows, used: Uint32Array.from(used), filled, empty };
}

function countCodes(
  numbers: ArrayLike<number>,
  row: number,
  counts: Uint32Array,
  firstRows: Uint32Array,
): void {
  for (let i = 0; i < numbers.length; i++) {
    const code = numbers[i] as number;
    if (counts[code] === 0) firstRows[code] = row + i;
    (counts[code] as number)++;
  }
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
export function blanksOf(values: RawDictionary): (code: number) => boolean {
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
