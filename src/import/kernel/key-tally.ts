import type { CellPattern } from '../../model/cell-pattern.ts';
import type { KeyLimits } from './key-codes.ts';

/** Whole numbers that are judged one by one before they count as alike: see ColumnTally.wholes. */
export const WHOLES = 2_000;
/** Groups of numbers that are alike; there are fewer: a key has 15 digits at most. */
export const KEY_GROUPS = 1 << 9;

/** Keys that lie this close to one another are told apart by a bit each. */
const CLOSE = 1 << 28;
/** More slots than that are not taken. */
const MOST_SLOTS = 1 << 22;

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
  add(keys: Int32Array | Float64Array, row: number): void;
  end(): TalliedKeys;
  /** Whether no key was taken for new twice. */
  readonly isExact: boolean;
}

/** How keys that came before are known. */
export interface KnownKeys {
  low: number;
  /** Bits from the lowest key on; 0 where keys lie too far apart, and slots are taken. */
  bits: number;
  slots: number;
}

/** @param rows how many keys there are at most */
export function knownKeys({ low, high }: KeyLimits, rows: number): KnownKeys {
  if (high < low) return { low: 0, bits: 1, slots: 0 };
  if (high - low < CLOSE) return { low, bits: high - low + 1, slots: 0 };
  const slots = Math.min(MOST_SLOTS, 2 ** Math.ceil(Math.log2(rows * 1.5 + 2)));
  return { low, bits: 0, slots };
}
