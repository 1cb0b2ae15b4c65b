import { isKeyed } from './keyed-run.ts';
import type { RawRun } from './raw-run.ts';

/** Keys that lie this close to one another are told apart by a bit each. */
const CLOSE = 1 << 28;

/** More slots than that are not taken. */
const MOST_SLOTS = 1 << 22;

/** Tells keys that come for the first time. */
export interface NewKeys {
  isNew(key: number): boolean;
  /** Whether that was never said twice of a key. */
  isExact: boolean;
}

export function newKeys(runs: readonly RawRun[]): NewKeys {
  const ranges = runs.filter(isKeyed).map(({ range }) => range);
  const low = Math.min(...ranges.map((range) => range.low));
  const high = Math.max(...ranges.map((range) => range.high));
  return high - low >= CLOSE ? newFar(runs) : newClose(low, high);
}

/** Keys in a table of slots; when that is full it is begun again. */
function newFar(runs: readonly RawRun[]): NewKeys {
  const rows = runs.reduce((sum, run) => sum + run.rows, 0);
  const slots = new Float64Array(Math.min(MOST_SLOTS, 2 ** Math.ceil(Math.log2(rows * 1.5 + 2))));
  const mask = slots.length - 1;
  const full = slots.length * 0.75;
  let known = 0;
  slots.fill(-1);
  const keys: NewKeys = {
    isExact: true,
    isNew: (key) => {
      const upper = Math.floor(key / 0x1_0000_0000);
      let slot = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul(upper, 0x85ebca6b);
      for (slot ^= slot >>> 15; ; slot++) {
        const found = slots[slot & mask];
        if (found === key) return false;
        if (found === -1) break;
      }
      if (known++ >= full) {
        slots.fill(-1);
        known = 0;
        keys.isExact = false;
      }
      slots[slot & mask] = key;
      return true;
    },
  };
  return keys;
}

function newClose(low: number, high: number): NewKeys {
  const bits = new Uint32Array(Math.max(0, (high - low) >>> 5) + 1);
  return {
    isNew: (key) => {
      const at = key - low;
      const bit = 1 << (at & 31);
      const word = bits[at >>> 5] as number;
      bits[at >>> 5] = word | bit;
      return (word & bit) === 0;
    },
    isExact: true,
  };
}
