import type { WebAssemblyHost } from '../../model/web-assembly.ts';
import { PIECE } from '../row-numbers.ts';
import { CLOSE, type KeyCodes, type KeyLimits } from './key-codes.ts';
import type { Keys } from './text-kernel.ts';
import { type KernelExports, startKernel } from './wasm-host.ts';
import { KeyRoom } from './wasm-key-room.ts';

/** {@link KeyCodes} in WebAssembly. */
export class WasmKeyCodes implements KeyCodes {
  readonly #kernel: KernelExports;
  readonly #first: number;
  readonly #codes: number;
  readonly #room: KeyRoom;
  readonly #into: number;
  size = 0;

  constructor({ low, high }: KeyLimits, first: number, host: WebAssemblyHost) {
    const kernel = startKernel(host);
    this.#kernel = kernel;
    this.#first = first;
    this.#room = new KeyRoom(kernel);
    this.#into = kernel.allocate(PIECE * Uint32Array.BYTES_PER_ELEMENT);
    const isClose = high - low < CLOSE;
    this.#codes = kernel.makeCodes(isClose ? low : 0, isClose ? Math.max(0, high - low) + 1 : 0);
  }

  codes(keys: Keys): Uint32Array {
    const kernel = this.#kernel;
    const room = this.#room;
    const width = room.put(keys);
    const n = keys.length;
    this.size = kernel.code(this.#codes, room.place, width, n, this.#first, this.#into);
    return new Uint32Array(kernel.memory.buffer, this.#into, n);
  }

  keys(): Float64Array {
    const kernel = this.#kernel;
    return new Float64Array(kernel.memory.buffer, kernel.keysOf(this.#codes), this.size).slice();
  }
}
