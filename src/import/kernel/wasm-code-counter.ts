import type { WebAssemblyHost } from '../../model/web-assembly.ts';
import { type Numbers, PIECE } from '../row-numbers.ts';
import type { CodeCounter } from './code-counter.ts';
import { type KernelExports, startKernel } from './wasm-host.ts';

/** {@link CodeCounter} in WebAssembly. */
export class WasmCodeCounter implements CodeCounter {
  readonly #kernel: KernelExports;
  readonly #size: number;
  readonly #codes: number;
  readonly #counts: number;
  readonly #firstRows: number;

  /** @param size more than the greatest code */
  constructor(size: number, host: WebAssemblyHost) {
    const kernel = startKernel(host);
    this.#kernel = kernel;
    this.#size = size;
    this.#codes = kernel.allocate(PIECE * Uint32Array.BYTES_PER_ELEMENT);
    this.#counts = kernel.allocateZeros(size * Uint32Array.BYTES_PER_ELEMENT);
    this.#firstRows = kernel.allocateZeros(size * Uint32Array.BYTES_PER_ELEMENT);
  }

  add(codes: Numbers, row: number): void {
    for (let from = 0; from < codes.length; from += PIECE) {
      this.#add(codes.subarray(from, from + PIECE), row + from);
    }
  }

  end(counts: Uint32Array, firstRows: Uint32Array): void {
    const { buffer } = this.#kernel.memory;
    counts.set(new Uint32Array(buffer, this.#counts, this.#size));
    firstRows.set(new Uint32Array(buffer, this.#firstRows, this.#size));
  }

  #add(codes: Numbers, row: number): void {
    const kernel = this.#kernel;
    const narrow = codes instanceof Uint8Array || codes instanceof Uint16Array;
    const Width = narrow ? (codes.constructor as Uint8ArrayConstructor) : Uint32Array;
    new Width(kernel.memory.buffer, this.#codes, codes.length).set(codes);
    const width = Width.BYTES_PER_ELEMENT;
    kernel.count(this.#codes, width, codes.length, row, this.#counts, this.#firstRows);
  }
}
