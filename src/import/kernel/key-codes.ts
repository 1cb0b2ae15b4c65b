import type { CellPattern } from '../cell-pattern.ts';

/** Keys that lie this close to one another find their codes by place, others by hash. */
export const CLOSE = 1 << 22;

/** Gives the keys of a run their codes, in order of first appearance. */
export interface KeyCodes {
  /** How many different keys there were. */
  readonly size: number;
  /** A negative key holds a code already. Valid until the next call of anything. */
  codes(keys: Int32Array | Float64Array): Uint32Array;
  /** Writes the texts of all different keys; gives where the last one ends. */
  write(pattern: CellPattern, into: KeyTexts): number;
}

/** Room for texts one after the other from `at` on, and for where each of them ends. */
export interface KeyTexts {
  bytes: Uint8Array;
  at: number;
  ends: Uint32Array;
}
