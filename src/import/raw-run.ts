import type { CellPattern } from '../model/cell-pattern.ts';
import type { KeyedTexts } from '../model/keyed-texts.ts';
import { entryText } from './entry-text.ts';
import type { KeptTexts } from './kept-entries.ts';
import type { KeyRange } from './key-range.ts';
import type { RunCounts } from './profile.ts';
import type { RawDictionary, RawValues } from './raw-table.ts';
import type { Numbers } from './row-numbers.ts';

/** Cells of a column, one below the other, that share a dictionary. Most columns are one run. */
export interface RawRun {
  /** The regular row of its first cell. */
  first: number;
  rows: number;
  /** Codes; with a pattern keys, and for cells that have none -1 - their code. */
  numbers: NumbersByRow;
  entries: RawEntries;
  pattern?: CellPattern;
  range?: KeyRange;
}

/** The texts of a run, by their codes. */
export interface RawEntries {
  size: number;
  read(): RawDictionary;
  /** One of them: reading all takes longer. */
  text?(code: number): string;
  readonly kept?: KeptTexts;
  /** Where those from one code on are all written alike. */
  keyed?(): { from: number; texts: KeyedTexts };
}

/** One number for each row of a run, rows counted from 0. */
export interface NumbersByRow {
  at(row: number): number;
  /** The numbers from one row up to another, in one or more pieces: `at` is the first row of each. */
  stretches(from: number, to: number): Iterable<{ at: number; numbers: Numbers }>;
  /**
   * Counts codes of the rows from one up to another, where that needs no look at them; `row` is the regular row
   * of the first.
   */
  count?(from: number, to: number, row: number, into: RunCounts): void;
}

/** The runs of a column of so many rows. */
export function runsOf(values: RawValues, rows: number): readonly RawRun[] {
  return values.runs ?? [wholeRun(values, rows)];
}

/** Rows past the end of the codes are empty. */
function wholeRun(values: RawValues, rows: number): RawRun {
  const { codes, types } = values;
  const padded = (from: number, to: number) => {
    const own = new Uint32Array(to - from);
    own.set(codes.subarray(from, to));
    return own;
  };
  return {
    first: 0,
    rows,
    numbers: {
      at: (row) => codes[row] ?? 0,
      stretches: (from, to) => [
        { at: from, numbers: to <= codes.length ? codes.subarray(from, to) : padded(from, to) },
      ],
    },
    entries: { size: types.length, read: () => values },
  };
}

/** The run that holds a row. */
export function runAt(runs: readonly RawRun[], row: number): RawRun | undefined {
  return runs.find(({ first, rows }) => row >= first && row < first + rows);
}

/** Text of one cell. */
export function textInRun(runs: readonly RawRun[], row: number): string {
  const run = runAt(runs, row);
  return run ? numberText(run, run.numbers.at(row - run.first)) : '';
}

/** The text that a number of a run stands for. */
export function numberText({ entries, pattern }: RawRun, number: number): string {
  if (pattern && number >= 0) return pattern.text(number);
  const code = pattern ? -1 - number : number;
  return entries.text?.(code) ?? entryText(entries.read(), code);
}
