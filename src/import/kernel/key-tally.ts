import type { CellPattern } from '../../model/cell-pattern.ts';
import type { Keys } from './text-kernel.ts';

/** Whole numbers that are judged one by one before they count as alike: see ColumnTally.wholes. */
export const WHOLES = 2_000;
/** Groups of numbers that are alike; there are fewer: a key has 15 digits at most. */
export const KEY_GROUPS = 1 << 9;

/** What the keys of a run say; one entry for each whole number or group, in order of first appearance. */
export interface TalliedKeys {
  /** The first key of each, how many cells hold its like, and the row of the first. */
  keys: Float64Array;
  counts: Uint32Array;
  firstRows: Uint32Array;
  filled: number;
  /** Keys that no run held before; no more than these where {@link KeyTally.isExact} does not hold. */
  distinct: number;
}

/** Counts the keys of a column, run by run, by what the import asks about a number. */
export interface KeyTally {
  begin(pattern: CellPattern): void;
  /** Adds the keys of rows from `row` on; negative ones are none. */
  add(keys: Keys, row: number): void;
  end(): TalliedKeys;
  /** Whether no key was taken for new twice. */
  readonly isExact: boolean;
}
