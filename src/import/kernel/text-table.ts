import type { FieldIndex } from './field-index.ts';

/** Bytes that may be read past the end of a cell: words of four are read at once. */
export const READ_PAST = 8;

/** The bytes of a text of this length that stand in its first and in its second word. */
const HEAD = Int32Array.of(0, 0xff, 0xffff, 0xff_ffff, -1, -1, -1, -1, -1);
const TAIL = Int32Array.of(0, 0, 0, 0, 0, 0xff, 0xffff, 0xff_ffff, -1);

/** Distinct texts, known by a code each in order of first appearance; code 0 is the empty text. */
export class TextTable {
  #size = 1;
  #ends = new Uint32Array(64);
  #bytes = Buffer.allocUnsafe(1024 + READ_PAST);
  #words = wordsOf(this.#bytes);
  /**
   * In fours: two words that a text is known by, its code, its hash; code 0 where there is none. Up to
   * eight bytes the words are the text itself; beyond, the code is negative and the bytes are compared.
   */
  #slots = new Int32Array(1024);

  /** How many texts, the empty one among them. */
  get size(): number {
    return this.#size;
  }

  /** Bytes of all texts. */
  get length(): number {
    return this.#ends[this.#size - 1] as number;
  }

  bytesOf(code: number): Uint8Array {
    return this.#bytes.subarray(code === 0 ? 0 : this.#ends[code - 1], this.#ends[code]);
  }

  /** The codes of a column of a batch; gives the highest. */
  codes(
    batch: FieldIndex,
    words: DataView,
    column: number,
    width: number,
    into: Uint32Array,
  ): number {
    const { starts, ends, escaped, records } = batch;
    let slots = this.#slots;
    let most = 0;
    for (let record = 0, field = column; record < records; record++, field += width) {
      const start = starts[field] as number;
      const length = (ends[field] as number) - start;
      let code = 0;
      if (length > 0) {
        if (length <= 8) {
          // What #find does first, here for speed: most cells are short and known already.
          const head = words.getInt32(start, true) & (HEAD[length] as number);
          const tail = words.getInt32(start + 4, true) & (TAIL[length] as number);
          const slot = hashOf(head, tail) & (slots.length - 4);
          if (slots[slot] === head && slots[slot + 1] === tail) code = slots[slot + 2] as number;
        }
        if (code <= 0 || escaped[field] === 1) {
          code = this.code(words, start, start + length, escaped[field] === 1);
          slots = this.#slots;
        }
      }
      into[record] = code;
      if (code > most) most = code;
    }
    return most;
  }

  /** The code of the text between two places of a {@link wordsOf}, new or known. */
  code(words: DataView, start: number, end: number, escaped: boolean): number {
    if (!escaped) return this.#find(words, start, end);
    const own = Buffer.allocUnsafe(end - start + READ_PAST);
    let length = 0;
    for (let at = start; at < end; at++) {
      const byte = words.getUint8(at);
      own[length++] = byte;
      if (byte === 0x22) at++;
    }
    return this.#find(wordsOf(own), 0, length);
  }

  packed(): { bytes: Uint8Array; ends: Uint32Array } {
    const ends = this.#ends.subarray(0, this.#size);
    return { bytes: this.#bytes.subarray(0, ends[this.#size - 1]), ends };
  }

  #find(words: DataView, start: number, end: number): number {
    const length = end - start;
    if (length === 0) return 0;
    const isShort = length <= 8;
    let one: number;
    let two: number;
    if (isShort) {
      one = words.getInt32(start, true) & (HEAD[length] as number);
      two = words.getInt32(start + 4, true) & (TAIL[length] as number);
    } else {
      one = length;
      two = words.getInt32(end - 4, true);
      for (let at = start; at < end - 4; at += 4) {
        one = Math.imul(one ^ words.getInt32(at, true), 0x2c1b3c6d);
        one ^= one >>> 15;
      }
    }
    const hash = hashOf(one, two);
    const slots = this.#slots;
    const mask = slots.length - 4;
    for (let slot = hash & mask; ; slot = (slot + 4) & mask) {
      const code = slots[slot + 2] as number;
      if (code === 0) {
        const added = this.#append(words, start, end);
        slots[slot] = one;
        slots[slot + 1] = two;
        slots[slot + 2] = isShort ? added : -added;
        slots[slot + 3] = hash;
        if (this.#size * 6 > slots.length) this.#spread();
        return added;
      }
      if (slots[slot] !== one || slots[slot + 1] !== two || code > 0 !== isShort) continue;
      if (isShort) return code;
      if (this.#same(-code, words, start, end)) return -code;
    }
  }

  #same(code: number, words: DataView, start: number, end: number): boolean {
    let mine = this.#ends[code - 1] as number;
    if ((this.#ends[code] as number) - mine !== end - start) return false;
    const own = this.#words;
    // The last word is known to be the same: it is one of the two that the slot holds.
    for (let at = start; at < end - 4; at += 4, mine += 4) {
      if (words.getInt32(at, true) !== own.getInt32(mine, true)) return false;
    }
    return true;
  }

  #append(words: DataView, start: number, end: number): number {
    const code = this.#size++;
    if (code === this.#ends.length) {
      const larger = new Uint32Array(code * 2);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    const from = this.#ends[code - 1] as number;
    const to = from + end - start;
    if (to + READ_PAST > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(
        Math.max(to, Math.ceil(this.#bytes.length * 1.6)) + READ_PAST,
      );
      larger.set(this.#bytes.subarray(0, from));
      this.#bytes = larger;
      this.#words = wordsOf(larger);
    }
    const own = this.#words;
    for (let at = start, mine = from; at < end; at += 4, mine += 4) {
      own.setInt32(mine, words.getInt32(at, true), true);
    }
    this.#ends[code] = to;
    return code;
  }

  /** Twice the slots, the texts in their new places. */
  #spread(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 4;
    for (let at = 0; at < old.length; at += 4) {
      if (old[at + 2] === 0) continue;
      let slot = (old[at + 3] as number) & mask;
      while (slots[slot + 2] !== 0) slot = (slot + 4) & mask;
      for (let i = 0; i < 4; i++) slots[slot + i] = old[at + i] as number;
    }
    this.#slots = slots;
  }
}

/** Spreads two words over 32 bits. */
function hashOf(one: number, two: number): number {
  let hash = Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** Bytes as words. Past the texts in them {@link READ_PAST} more bytes have to be there. */
export function wordsOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
