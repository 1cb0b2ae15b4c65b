import type { KeyRange } from '../key-range.ts';
import type { Keys } from './text-kernel.ts';

/** Keys that lie this close to one another find their codes by place, others by hash. */
export const CLOSE = 1 << 22;

export type KeyLimits = Pick<KeyRange, 'low' | 'high'>;

/** Gives the keys of a run their codes, in order of first appearance. */
export interface KeyCodes {
  /** How many different keys there were. */
  readonly size: number;
  /** A negative key holds a code already. Valid until the next call of anything. */
  codes(keys: Keys): Uint32Array;
  /** All different keys in the order of their codes. */
  keys(): Float64Array;
}
