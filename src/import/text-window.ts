import { READ_PAST } from './text-table.ts';

const LF = 0x0a;

/** The bytes that are being read: what the last block left over, and the next block after it. */
export class TextWindow {
  /** The bytes, and room to read past their end. */
  space = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  /** The bytes with a block added to their end; they are valid until the next call. */
  add(block: Uint8Array): Buffer {
    const length = this.#length + block.length;
    if (length + READ_PAST > this.space.length) {
      const larger = Buffer.allocUnsafe(length + (length >> 2) + READ_PAST);
      this.space.copy(larger, 0, 0, this.#length);
      this.space = larger;
    }
    this.space.set(block, this.#length);
    this.#length = length;
    // Ends a field for a reader that looks past the end.
    this.space[length] = LF;
    return this.space.subarray(0, length);
  }

  /** Takes bytes away from the beginning. */
  drop(used: number): void {
    this.space.copyWithin(0, used, this.#length);
    this.#length -= used;
  }
}
