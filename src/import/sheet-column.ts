import type { RawValues } from './raw-table.ts';
import type { SheetCodes } from './sheet-values.ts';

const FLOAT = new Float64Array(1);
const WORDS = new Int32Array(FLOAT.buffer);

/**
 * The cells of one column of a sheet as codes. A cell is known by its kind and its key: the number of
 * its text, or the number that stands in it. {@link sheetValues} says in the end what that is in words.
 */
export class SheetColumn {
  #codes: RawValues['codes'] = new Uint8Array(1024);
  #rows = 0;
  #slots = new Int32Array(64);
  #keys = new Float64Array(32);
  #kinds = new Uint32Array(32);
  #size = 1;

  /** Sets the cell of a row; rows come in order, those that are passed over are empty. */
  put(row: number, kind: number, key: number): void {
    const mask = this.#slots.length - 1;
    let slot = hashOf(kind, key) & mask;
    let code = this.#slots[slot] as number;
    while (code !== 0 && (this.#keys[code] !== key || this.#kinds[code] !== kind)) {
      slot = (slot + 1) & mask;
      code = this.#slots[slot] as number;
    }
    if (code === 0) code = this.#insert(slot, kind, key);
    if (row >= this.#codes.length) this.#codes = resized(this.#codes, row);
    this.#codes[row] = code;
    this.#rows = row + 1;
  }

  finish(): SheetCodes {
    return {
      codes: this.#codes.subarray(0, this.#rows),
      kinds: this.#kinds.subarray(0, this.#size),
      keys: this.#keys.subarray(0, this.#size),
    };
  }

  #insert(slot: number, kind: number, key: number): number {
    const code = this.#size++;
    if (code === this.#keys.length) {
      const keys = new Float64Array(code * 2);
      const kinds = new Uint32Array(code * 2);
      keys.set(this.#keys);
      kinds.set(this.#kinds);
      this.#keys = keys;
      this.#kinds = kinds;
    }
    this.#keys[code] = key;
    this.#kinds[code] = kind;
    this.#slots[slot] = code;
    if (this.#size * 2 > this.#slots.length) this.#spread();
    if (code === 0x100) this.#codes = new Uint16Array(this.#codes);
    if (code === 0x10000) this.#codes = new Uint32Array(this.#codes);
    return code;
  }

  #spread(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 1; code < this.#size; code++) {
      let slot = hashOf(this.#kinds[code] as number, this.#keys[code] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

/** Keys that follow each other, as texts and running numbers do, stay together in the table. */
function hashOf(kind: number, key: number): number {
  let bits = key | 0;
  if (bits !== key) {
    FLOAT[0] = key;
    bits = (WORDS[0] as number) ^ (WORDS[1] as number);
  }
  const hash = Math.imul((bits >>> 6) ^ (kind << 24), 0x9e3779b1);
  return (hash ^ (hash >>> 15)) + (bits & 63);
}

function resized(codes: RawValues['codes'], row: number): RawValues['codes'] {
  const length = Math.max(row + 1, Math.ceil(codes.length * 1.6));
  const larger =
    codes instanceof Uint8Array
      ? new Uint8Array(length)
      : codes instanceof Uint16Array
        ? new Uint16Array(length)
        : new Uint32Array(length);
  larger.set(codes);
  return larger;
}
