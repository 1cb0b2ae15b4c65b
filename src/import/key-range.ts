import { NO_KEY } from '../model/cell-pattern.ts';

/** What the keys of some rows are. */
export interface KeyRange {
  /** The least and the greatest. */
  low: number;
  high: number;
  /** Whether each is greater than all before it. */
  ascends: boolean;
}

export const NO_KEYS: Readonly<KeyRange> = {
  low: Number.POSITIVE_INFINITY,
  high: NO_KEY,
  ascends: true,
};

/** Takes in the key of one more row. */
export function widen(range: KeyRange, key: number): void {
  if (key <= range.high) range.ascends = false;
  if (key < range.low) range.low = key;
  if (key > range.high) range.high = key;
}

/** Those of some rows and of the rows after them. */
export function joinRanges(one: KeyRange, next: KeyRange): KeyRange {
  return {
    low: Math.min(one.low, next.low),
    high: Math.max(one.high, next.high),
    ascends: one.ascends && next.ascends && next.low > one.high,
  };
}
