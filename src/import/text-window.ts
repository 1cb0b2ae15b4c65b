import type { TextKernel } from './kernel/text-kernel.ts';

const LF = 0x0a;

/** The bytes that are being read: what the last block left over, and the next block after it. */
export class TextWindow {
  readonly #kernel: TextKernel;
  #length = 0;

  constructor(kernel: TextKernel) {
    this.#kernel = kernel;
  }

  /** How many bytes there are. */
  get length(): number {
    return this.#length;
  }

  /** The bytes; valid until the kernel is used. */
  bytes(): Buffer {
    return this.#kernel.window().subarray(0, this.#length);
  }

  /** Where the next block can be put, so that it need not be copied; valid until the kernel is used. */
  room(): Buffer {
    return this.#kernel.window().subarray(this.#length);
  }

  /** Adds a block to the end. */
  add(block: Uint8Array): void {
    const window = this.#kernel.window();
    const place = window.byteOffset + this.#length;
    const isThere = block.buffer === window.buffer && block.byteOffset === place;
    if (!isThere) window.set(block, this.#length);
    this.#length += block.length;
    // Ends a field for a reader that looks past the end.
    window[this.#length] = LF;
  }

  /** Takes bytes away from the beginning. */
  drop(used: number): void {
    this.#kernel.window().copyWithin(0, used, this.#length);
    this.#length -= used;
  }
}
