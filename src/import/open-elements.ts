import { ZIP_LIMITS } from './limits.ts';

/** The elements that are open, with their names, which end tags must repeat. */
export class OpenElements {
  depth = 0;
  readonly #tags = new Int32Array(ZIP_LIMITS.depth);
  /** The names, one after the other, and where each ends. */
  #names = Buffer.allocUnsafe(1 << 10);
  readonly #ends = new Int32Array(ZIP_LIMITS.depth + 1);

  /** Opens an element whose name stands in the bytes; false when it would be too deep. */
  enter(tag: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.depth >= ZIP_LIMITS.depth) return false;
    const from = this.#ends[this.depth] as number;
    const to = from + end - start;
    if (to > this.#names.length) {
      const longer = Buffer.allocUnsafe(to * 2);
      this.#names.copy(longer, 0, 0, from);
      this.#names = longer;
    }
    for (let i = start, j = from; i < end; i++, j++) this.#names[j] = bytes[i] as number;
    this.#tags[this.depth++] = tag;
    this.#ends[this.depth] = to;
    return true;
  }

  /** Whether the last name stands there, and but white space after it. */
  isLast(bytes: Uint8Array, start: number, end: number): boolean {
    const to = this.#ends[this.depth] as number;
    let at = start;
    for (let i = this.#ends[this.depth - 1] as number; i < to; i++, at++) {
      if (bytes[at] !== this.#names[i]) return false;
    }
    while (at < end && (bytes[at] as number) <= 0x20) at++;
    return at === end;
  }

  /** Closes the last element and gives its tag. */
  leave(): number {
    return this.#tags[--this.depth] as number;
  }
}
