import {
  compileProgram,
  type WasmGlobal,
  type WasmMemory,
  type WebAssemblyHost,
} from '../../model/web-assembly.ts';
import { KERNEL } from './kernel-bytes.ts';
import type { NumberPacker, NumberRange } from './number-packer.ts';

/** What number-packer.as.ts exports. Places are addresses. */
interface Program {
  memory: WasmMemory;
  low: WasmGlobal;
  high: WasmGlobal;
  isWhole: WasmGlobal;
  allocate(bytes: number): number;
  range(values: number, gaps: number, n: number): void;
  areSteps(values: number, gaps: number, n: number, divisor: number): number;
  pack(
    values: number,
    gaps: number,
    n: number,
    low: number,
    divisor: number,
    bytes: number,
    into: number,
  ): void;
}

/** {@link NumberPacker} in WebAssembly. */
export class WasmPacker implements NumberPacker {
  readonly #program: Program;
  readonly #values: number;
  readonly #gaps: number;
  readonly #into: number;
  #n = 0;
  #hasGaps = false;

  constructor(rows: number, host: WebAssemblyHost) {
    const abort = () => {
      throw new Error('the packer has no more memory');
    };
    const instance = new host.Instance(compileProgram(host, KERNEL), { env: { abort } });
    const program = instance.exports as Program;
    this.#program = program;
    this.#values = program.allocate(rows * Float64Array.BYTES_PER_ELEMENT);
    this.#gaps = program.allocate(rows);
    this.#into = program.allocate(rows * Float64Array.BYTES_PER_ELEMENT);
  }

  take(values: Float64Array, gaps?: Uint8Array): NumberRange {
    const { memory, range, low, high, isWhole } = this.#program;
    this.#n = values.length;
    this.#hasGaps = gaps !== undefined;
    new Float64Array(memory.buffer, this.#values, values.length).set(values);
    if (gaps) new Uint8Array(memory.buffer, this.#gaps, gaps.length).set(gaps);
    range(this.#values, gaps ? this.#gaps : 0, values.length);
    return { low: low.value, high: high.value, isWhole: isWhole.value !== 0 };
  }

  areSteps(divisor: number): boolean {
    return this.#program.areSteps(this.#values, this.#gapsOrNone(), this.#n, divisor) !== 0;
  }

  pack(low: number, bytes: 1 | 2 | 4 | 8, divisor = 1): Uint8Array {
    const { memory, pack } = this.#program;
    pack(this.#values, this.#gapsOrNone(), this.#n, low, divisor, bytes, this.#into);
    return new Uint8Array(memory.buffer, this.#into, this.#n * bytes);
  }

  #gapsOrNone(): number {
    return this.#hasGaps ? this.#gaps : 0;
  }
}
