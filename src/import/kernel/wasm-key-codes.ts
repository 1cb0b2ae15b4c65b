import type { WebAssemblyHost } from '../../model/web-assembly.ts';
import { type CellPattern, LONGEST } from '../cell-pattern.ts';
import type { KeyRange } from '../raw-run.ts';
import { PIECE } from '../row-numbers.ts';
import { CLOSE, type KeyCodes, type KeyTexts } from './key-codes.ts';
import { type KernelExports, placePattern, startKernel } from './wasm-host.ts';

/** Texts that are written at a time. */
const SEVERAL = 1 << 14;

/** {@link KeyCodes} in WebAssembly. */
export class WasmKeyCodes implements KeyCodes {
  readonly #kernel: KernelExports;
  readonly #first: number;
  readonly #codes: number;
  readonly #keys: number;
  readonly #into: number;
  size = 0;

  constructor({ low, high }: KeyRange, first: number, host: WebAssemblyHost) {
    const kernel = startKernel(host);
    this.#kernel = kernel;
    this.#first = first;
    this.#keys = kernel.allocate(PIECE * Float64Array.BYTES_PER_ELEMENT);
    this.#into = kernel.allocate(PIECE * Uint32Array.BYTES_PER_ELEMENT);
    const isClose = high - low < CLOSE;
    this.#codes = kernel.makeCodes(isClose ? low : 0, isClose ? Math.max(0, high - low) + 1 : 0);
  }

  codes(keys: Int32Array | Float64Array): Uint32Array {
    const kernel = this.#kernel;
    const [n, isDouble] = [keys.length, keys instanceof Float64Array];
    const Kind = isDouble ? Float64Array : Int32Array;
    new Kind(kernel.memory.buffer, this.#keys, n).set(keys);
    this.size = kernel.code(this.#codes, this.#keys, isDouble, n, this.#first, this.#into);
    return new Uint32Array(kernel.memory.buffer, this.#into, n);
  }

  write(pattern: CellPattern, { bytes, at, ends }: KeyTexts): number {
    const kernel = this.#kernel;
    const place = placePattern(kernel, pattern);
    const into = kernel.allocate(SEVERAL * LONGEST);
    const places = kernel.allocate(SEVERAL * Uint32Array.BYTES_PER_ELEMENT);
    const { buffer } = kernel.memory;
    let end = at;
    for (let from = 0; from < this.size; from += SEVERAL) {
      const n = Math.min(SEVERAL, this.size - from);
      const keys = kernel.keysOf(this.#codes) + from * Float64Array.BYTES_PER_ELEMENT;
      const length = kernel.write(place, keys, n, into, places);
      const written = new Uint32Array(buffer, places, n);
      for (let i = 0; i < n; i++) ends[from + i] = end + (written[i] as number);
      bytes.set(new Uint8Array(buffer, into, length), end);
      end += length;
    }
    return end;
  }
}
