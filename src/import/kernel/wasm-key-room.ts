import { PIECE } from '../row-numbers.ts';
import type { Keys } from './text-kernel.ts';
import type { KernelExports } from './wasm-host.ts';

/** Room in the memory of a kernel for the keys that a call is given, a piece at most. */
export class KeyRoom {
  readonly #kernel: KernelExports;
  readonly place: number;

  constructor(kernel: KernelExports) {
    this.#kernel = kernel;
    this.place = kernel.allocate(PIECE * Float64Array.BYTES_PER_ELEMENT);
  }

  /** Puts keys there; gives how many bytes each of them takes. */
  put(keys: Keys): number {
    const Kind = keys instanceof Float64Array ? Float64Array : Int32Array;
    new Kind(this.#kernel.memory.buffer, this.place, keys.length).set(keys);
    return Kind.BYTES_PER_ELEMENT;
  }
}
