import { isKeyed } from './keyed-run.ts';
import type { RawRun } from './raw-run.ts';

/** Keys that lie this close to one another are told apart by a bit each. */
const CLOSE = 1 << 28;

/** Tells keys that come for the first time. */
export interface NewKeys {
  isNew(key: number): boolean;
  /** Begins a run: keys that lie far apart are told apart within one run only. */
  begin(run: RawRun): void;
  isExact: boolean;
}

export function newKeys(runs: readonly RawRun[]): NewKeys {
  const ranges = runs.filter(isKeyed).map(({ range }) => range);
  const low = Math.min(...ranges.map((range) => range.low));
  const high = Math.max(...ranges.map((range) => range.high));
  if (!(high - low >= CLOSE)) return newClose(low, high);
  let slots = new Float64Array(0);
  return {
    begin: (run) => {
      slots = new Float64Array(2 ** Math.ceil(Math.log2(run.rows * 1.5 + 1))).fill(-1);
    },
    isNew: (key) => {
      const mask = slots.length - 1;
      const upper = Math.floor(key / 0x1_0000_0000);
      let slot = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul(upper, 0x85ebca6b);
      for (slot ^= slot >>> 15; ; slot++) {
        const known = slots[slot & mask];
        if (known === key) return false;
        if (known !== -1) continue;
        slots[slot & mask] = key;
        return true;
      }
    },
    isExact: runs.length === 1,
  };
}

function newClose(low: number, high: number): NewKeys {
  const bits = new Uint32Array(Math.max(0, (high - low) >>> 5) + 1);
  return {
    begin: () => {},
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
