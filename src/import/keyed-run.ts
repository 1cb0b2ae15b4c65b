import type { CellPattern } from './cell-pattern.ts';
import { keyTexts } from './kernel/key-texts.ts';
import { packedOf, packedUtf8 } from './packed-utf8.ts';
import type { KeyRange, RawRun } from './raw-run.ts';
import { RowNumbers } from './row-numbers.ts';
import { IN_MEMORY } from './spill.ts';

/** Keys that lie this close to one another find their codes by place, others by hash. */
const CLOSE = 1 << 22;

/** A run that is kept by keys. */
export type KeyedRun = RawRun & { pattern: CellPattern; range: KeyRange };

export function isKeyed(run: RawRun): run is KeyedRun {
  return run.pattern !== undefined;
}

/**
 * The run itself, or where it is kept by keys, one of codes: first the texts that have no key, by the
 * codes they have, then those of the keys.
 */
export function withCodes(run: RawRun): RawRun {
  if (!isKeyed(run)) return run;
  const { first, rows, pattern, entries } = run;
  const codes = new KeyCodes(run.range, entries.size);
  const numbers = new RowNumbers(IN_MEMORY);
  for (const { numbers: keys } of run.numbers.stretches(0, rows)) {
    const own = new Uint32Array(keys.length);
    codes.take(keys, own);
    numbers.push(own, entries.size + codes.size);
  }
  const others = packedOf(entries.read());
  const written = keyTexts(pattern, codes.keys());
  const before = others.ends.at(-1) ?? 0;
  const ends = new Uint32Array(others.size + written.ends.length);
  ends.set(others.ends);
  for (let i = 0; i < written.ends.length; i++) {
    ends[others.size + i] = before + (written.ends[i] as number);
  }
  const bytes = Buffer.concat([others.bytes.subarray(0, before), written.bytes]);
  const dictionary = packedUtf8(bytes, ends);
  return { first, rows, numbers, entries: { size: ends.length, read: () => dictionary } };
}

/** Gives keys their codes, in order of first appearance, from one code on. */
class KeyCodes {
  readonly #from: number;
  readonly #low: number;
  /** By place: a code; or nothing, where keys lie far apart. */
  readonly #places: Uint32Array | undefined;
  readonly #codes = new Map<number, number>();
  #keys = new Float64Array(1024);
  size = 0;

  constructor({ low, high }: KeyRange, from: number) {
    this.#from = from;
    this.#low = low;
    if (high - low < CLOSE) this.#places = new Uint32Array(Math.max(0, high - low) + 1);
  }

  take(keys: ArrayLike<number>, into: Uint32Array): void {
    const places = this.#places;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      if (key < 0) into[i] = -1 - key;
      else {
        into[i] =
          (places ? (places[key - this.#low] as number) : this.#codes.get(key)) || this.#add(key);
      }
    }
  }

  keys(): Float64Array {
    return this.#keys.subarray(0, this.size);
  }

  #add(key: number): number {
    if (this.size === this.#keys.length) {
      const larger = new Float64Array(this.size * 2);
      larger.set(this.#keys);
      this.#keys = larger;
    }
    this.#keys[this.size] = key;
    const code = this.#from + this.size++;
    if (this.#places) this.#places[key - this.#low] = code;
    else this.#codes.set(key, code);
    return code;
  }
}
