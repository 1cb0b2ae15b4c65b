import type { KeyLimits } from './key-codes.ts';

/** Keys that lie this close to one another are told apart by a bit each. */
const CLOSE = 1 << 28;
/** More slots than that are not taken. */
const MOST_SLOTS = 1 << 22;

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
