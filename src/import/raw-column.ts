import type { CellType, RawValues } from './raw-table.ts';

const FIRST_ROWS = 1024;

/** The next state of the hash that {@link RawColumn.intern} expects over a cell's bytes, from 0. */
export function hashByte(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0;
}

export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
  return hash;
}

/**
 * Collects the cells of one column as codes into a dictionary. Cells arrive as UTF-8 bytes and are
 * compared as bytes, so that a repeated value never becomes a string again.
 */
export class RawColumn {
  #codes: Uint8Array | Uint16Array | Uint32Array = new Uint8Array(FIRST_ROWS);
  #rows = 0;
  #slots = new Int32Array(64);
  #hashes = new Int32Array(32);
  #ends = new Float64Array(32);
  #types = new Uint8Array(32);
  #size = 1;
  #bytes = Buffer.allocUnsafe(1024);
  #ascii = true;

  /** The code of a cell, new or known. `hash` is over the bytes as {@link hashByte} makes it. */
  intern(bytes: Uint8Array, start: number, end: number, hash: number, type: CellType): number {
    if (start === end) return 0;
    let mixed = Math.imul(hash ^ (hash >>> 15) ^ (type << 27), 0x2c1b3c6d);
    mixed ^= mixed >>> 13;
    const mask = this.#slots.length - 1;
    let slot = mixed & mask;
    for (;;) {
      const code = this.#slots[slot] as number;
      if (code === 0) break;
      if (
        this.#hashes[code] === mixed &&
        this.#types[code] === type &&
        this.#same(code, bytes, start, end)
      ) {
        return code;
      }
      slot = (slot + 1) & mask;
    }
    return this.#insert(slot, mixed, bytes, start, end, type);
  }

  internText(text: string, type: CellType): number {
    const bytes = Buffer.from(text);
    return this.intern(bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length), type);
  }

  /** Sets the code of a row; rows that are passed over are empty. Rows come in order. */
  set(row: number, code: number): void {
    if (row >= this.#codes.length) this.#grow(row);
    this.#codes[row] = code;
    if (row >= this.#rows) this.#rows = row + 1;
  }

  finish(): RawValues {
    return {
      codes: this.#codes.subarray(0, this.#rows),
      dictionary: this.#strings(),
      types: this.#types.subarray(0, this.#size),
    };
  }

  #same(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#ends[code - 1] as number;
    if ((this.#ends[code] as number) - from !== end - start) return false;
    const known = this.#bytes;
    for (let i = start, j = from; i < end; i++, j++) if (bytes[i] !== known[j]) return false;
    return true;
  }

  #insert(
    slot: number,
    mixed: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    type: CellType,
  ): number {
    const code = this.#size++;
    if (code === this.#ends.length) {
      this.#hashes = grown(this.#hashes, new Int32Array(code * 2));
      this.#ends = grown(this.#ends, new Float64Array(code * 2));
      this.#types = grown(this.#types, new Uint8Array(code * 2));
    }
    const from = this.#ends[code - 1] as number;
    const to = from + end - start;
    if (to > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(to, Math.ceil(this.#bytes.length * 1.6)));
      this.#bytes.copy(larger, 0, 0, from);
      this.#bytes = larger;
    }
    for (let i = start, j = from; i < end; i++, j++) {
      const byte = bytes[i] as number;
      if (byte > 127) this.#ascii = false;
      this.#bytes[j] = byte;
    }
    this.#hashes[code] = mixed;
    this.#ends[code] = to;
    this.#types[code] = type;
    this.#slots[slot] = code;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    if (code === 0x100 || code === 0x10000) this.#widen(code);
    return code;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (let code = 1; code < this.#size; code++) {
      let slot = (this.#hashes[code] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }

  #widen(code: number): void {
    const length = this.#codes.length;
    const wider = code === 0x100 ? new Uint16Array(length) : new Uint32Array(length);
    wider.set(this.#codes);
    this.#codes = wider;
  }

  #grow(row: number): void {
    const length = Math.max(row + 1, Math.ceil(this.#codes.length * 1.6));
    const old = this.#codes;
    if (old instanceof Uint8Array) this.#codes = grown(old, new Uint8Array(length));
    else if (old instanceof Uint16Array) this.#codes = grown(old, new Uint16Array(length));
    else this.#codes = grown(old, new Uint32Array(length));
  }

  #strings(): string[] {
    const strings = new Array<string>(this.#size);
    strings[0] = '';
    const encoding = this.#ascii ? 'latin1' : 'utf8';
    for (let code = 1; code < this.#size; code++) {
      const from = this.#ends[code - 1] as number;
      const to = this.#ends[code] as number;
      strings[code] = this.#bytes.toString(encoding, from, to);
    }
    return strings;
  }
}

function grown<T extends { set(from: T): void }>(from: T, into: T): T {
  into.set(from);
  return into;
}
