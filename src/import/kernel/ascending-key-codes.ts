import type { KeyCodes } from './key-codes.ts';
import type { Keys } from './text-kernel.ts';

/** Gives keys their codes where each is greater than all before it: none has to be looked up. */
export class AscendingKeyCodes implements KeyCodes {
  readonly #first: number;
  readonly #keys: Float64Array;
  size = 0;

  /** @param most how many keys there are at most */
  constructor(first: number, most: number) {
    this.#first = first;
    this.#keys = new Float64Array(most);
  }

  codes(keys: Keys): Uint32Array {
    const into = new Uint32Array(keys.length);
    let size = this.size;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      if (key < 0) into[i] = -1 - key;
      else {
        into[i] = this.#first + size;
        this.#keys[size++] = key;
      }
    }
    this.size = size;
    return into;
  }

  keys(): Float64Array {
    return this.#keys.subarray(0, this.size);
  }
}
