import type { CellPattern } from '../../model/cell-pattern.ts';
import type { WebAssemblyHost } from '../../model/web-assembly.ts';
import { KEY_GROUPS, type KeyTally, type TalliedKeys, WHOLES } from './key-tally.ts';
import type { KnownKeys } from './known-keys.ts';
import type { Keys } from './text-kernel.ts';
import { type KernelExports, startKernel } from './wasm-host.ts';
import { KeyRoom } from './wasm-key-room.ts';

/** Where a tally keeps what it has found, in bytes from its beginning: Tallied of program/key-tally.as.ts. */
const TALLIED = {
  keys: 0,
  counts: 4,
  firstRows: 8,
  size: 12,
  filled: 16,
  distinct: 20,
  isExact: 24,
} as const;

/** {@link KeyTally} in WebAssembly. */
export class WasmKeyTally implements KeyTally {
  readonly #kernel: KernelExports;
  readonly #tally: number;
  readonly #room: KeyRoom;

  constructor({ low, bits, slots }: KnownKeys, host: WebAssemblyHost) {
    const kernel = startKernel(host);
    this.#kernel = kernel;
    this.#room = new KeyRoom(kernel);
    this.#tally = kernel.makeTally(low, bits, slots, WHOLES, KEY_GROUPS);
  }

  get isExact(): boolean {
    return this.#tallied('isExact') !== 0;
  }

  begin({ template, decimals }: CellPattern): void {
    this.#kernel.beginTally(this.#tally, template.length === 0, decimals);
  }

  add(keys: Keys, row: number): void {
    const room = this.#room;
    const width = room.put(keys);
    this.#kernel.tally(this.#tally, room.place, width, keys.length, row);
  }

  end(): TalliedKeys {
    const { buffer } = this.#kernel.memory;
    const size = this.#tallied('size');
    return {
      keys: new Float64Array(buffer, this.#tallied('keys'), size),
      counts: new Uint32Array(buffer, this.#tallied('counts'), size),
      firstRows: new Uint32Array(buffer, this.#tallied('firstRows'), size),
      filled: this.#tallied('filled'),
      distinct: this.#tallied('distinct'),
    };
  }

  #tallied(name: keyof typeof TALLIED): number {
    const memory = new DataView(this.#kernel.memory.buffer, this.#tally);
    return memory.getUint32(TALLIED[name], true);
  }
}
