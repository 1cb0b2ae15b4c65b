import type { CellPattern } from '../../model/cell-pattern.ts';
import type { WebAssemblyHost } from '../../model/web-assembly.ts';
import { PIECE } from '../row-numbers.ts';
import { KEY_GROUPS, type KeyTally, type TalliedKeys, WHOLES } from './key-tally.ts';
import type { KnownKeys } from './known-keys.ts';
import { type KernelExports, startKernel } from './wasm-host.ts';

/** {@link KeyTally} in WebAssembly. */
export class WasmKeyTally implements KeyTally {
  readonly #kernel: KernelExports;
  readonly #tally: number;
  readonly #keys: number;

  constructor({ low, bits, slots }: KnownKeys, host: WebAssemblyHost) {
    const kernel = startKernel(host);
    this.#kernel = kernel;
    this.#keys = kernel.allocate(PIECE * Float64Array.BYTES_PER_ELEMENT);
    this.#tally = kernel.makeTally(low, bits, slots, WHOLES, KEY_GROUPS);
  }

  get isExact(): boolean {
    return this.#kernel.isExact(this.#tally) !== 0;
  }

  begin({ template, decimals }: CellPattern): void {
    this.#kernel.beginTally(this.#tally, template.length === 0, decimals);
  }

  add(keys: Int32Array | Float64Array, row: number): void {
    const kernel = this.#kernel;
    const [n, isDouble] = [keys.length, keys instanceof Float64Array];
    const Kind = isDouble ? Float64Array : Int32Array;
    new Kind(kernel.memory.buffer, this.#keys, n).set(keys);
    kernel.tally(this.#tally, this.#keys, isDouble, n, row);
  }

  end(): TalliedKeys {
    const kernel = this.#kernel;
    const { buffer } = kernel.memory;
    const tally = this.#tally;
    const size = kernel.talliedGroups(tally);
    return {
      keys: new Float64Array(buffer, kernel.talliedKeys(tally), size),
      counts: new Uint32Array(buffer, kernel.talliedCounts(tally), size),
      firstRows: new Uint32Array(buffer, kernel.talliedRows(tally), size),
      filled: kernel.talliedCells(tally),
      distinct: kernel.talliedNew(tally),
    };
  }
}
