import { CLOSE, type KeyCodes, type KeyLimits } from './key-codes.ts';
import { KeyTable } from './key-table.ts';
import type { Keys } from './text-kernel.ts';

/** {@link KeyCodes} in TypeScript. */
export class PlainKeyCodes implements KeyCodes {
  readonly #first: number;
  readonly #low: number;
  /** By place: a code; or nothing, where keys lie far apart. */
  readonly #places: Uint32Array | undefined;
  readonly #codes = new KeyTable();
  #keys = new Float64Array(1024);
  size = 0;

  constructor({ low, high }: KeyLimits, first: number) {
    this.#first = first;
    this.#low = low;
    if (high - low < CLOSE) this.#places = new Uint32Array(Math.max(0, high - low) + 1);
  }

  codes(keys: Keys): Uint32Array {
    const into = new Uint32Array(keys.length);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      into[i] = key < 0 ? -1 - key : this.#codeOf(key);
    }
    return into;
  }

  keys(): Float64Array {
    return this.#keys.slice(0, this.size);
  }

  #codeOf(key: number): number {
    const known = this.#places ? this.#places[key - this.#low] : this.#codes.get(key);
    return known || this.#add(key);
  }

  #add(key: number): number {
    if (this.size === this.#keys.length) {
      const larger = new Float64Array(this.size * 2);
      larger.set(this.#keys);
      this.#keys = larger;
    }
    this.#keys[this.size] = key;
    const code = this.#first + this.size++;
    if (this.#places) this.#places[key - this.#low] = code;
    else this.#codes.set(key, code);
    return code;
  }
}
