import type { WebAssemblyHost } from '../../model/web-assembly.ts';
import { type Numbers, PIECE } from '../row-numbers.ts';
import type { CodeCounter } from './code-counter.ts';
import { type KernelExports, startKernel } from './wasm-host.ts';

/** Nearly all columns have fewer codes than this: what counts these is started once. */
const ORDINARY = 1 << 16;

/** A kernel, and where in its memory a piece of codes, counts and first rows have room. */
interface Room {
  kernel: KernelExports;
  codes: number;
  counts: number;
  firstRows: number;
}

function makeRoom(size: number, host: WebAssemblyHost): Room {
  const kernel = startKernel(host);
  const [codes = 0, counts = 0, firstRows = 0] = [PIECE, size, size].map((length) =>
    kernel.allocate(length * Uint32Array.BYTES_PER_ELEMENT),
  );
  return { kernel, codes, counts, firstRows };
}

let ordinary: Room | undefined;

/** {@link CodeCounter} in WebAssembly. There is one at a time. */
export class WasmCodeCounter implements CodeCounter {
  readonly #room: Room;
  readonly #size: number;

  /** @param size more than the greatest code */
  constructor(size: number, host: WebAssemblyHost) {
    if (size <= ORDINARY) ordinary ??= makeRoom(ORDINARY, host);
    this.#room = size <= ORDINARY && ordinary ? ordinary : makeRoom(size, host);
    this.#size = size;
    for (const numbers of [this.#counts(), this.#firstRows()]) numbers.fill(0);
  }

  add(codes: Numbers, row: number): void {
    for (let from = 0; from < codes.length; from += PIECE) {
      this.#add(codes.subarray(from, from + PIECE), row + from);
    }
  }

  end(counts: Uint32Array, firstRows: Uint32Array): void {
    counts.set(this.#counts());
    firstRows.set(this.#firstRows());
  }

  #counts(): Uint32Array {
    return new Uint32Array(this.#room.kernel.memory.buffer, this.#room.counts, this.#size);
  }

  #firstRows(): Uint32Array {
    return new Uint32Array(this.#room.kernel.memory.buffer, this.#room.firstRows, this.#size);
  }

  #add(codes: Numbers, row: number): void {
    const { kernel, codes: place, counts, firstRows } = this.#room;
    const narrow = codes instanceof Uint8Array || codes instanceof Uint16Array;
    const Width = narrow ? (codes.constructor as Uint8ArrayConstructor) : Uint32Array;
    new Width(kernel.memory.buffer, place, codes.length).set(codes);
    kernel.count(place, Width.BYTES_PER_ELEMENT, codes.length, row, counts, firstRows);
  }
}
