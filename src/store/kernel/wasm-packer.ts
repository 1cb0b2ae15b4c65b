import {
  compileProgram,
  type WasmGlobal,
  type WasmMemory,
  type WebAssemblyHost,
} from '../../model/web-assembly.ts';
import { KERNEL } from './kernel-bytes.ts';
import type { CodedRange, Codes, CodeTable, NumberPacker, NumberRange } from './number-packer.ts';

/** What number-packer.as.ts exports. Places are addresses. */
interface Program {
  memory: WasmMemory;
  low: WasmGlobal;
  high: WasmGlobal;
  isWhole: WasmGlobal;
  isStep: WasmGlobal;
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
  lookUp(width: number, codes: number, n: number, table: number, into: number): void;
  lower(width: number, codes: number, n: number, from: number, into: number): void;
  lookUpBytes(width: number, codes: number, n: number, table: number, into: number): void;
  rangeOf(numbers: number, gaps: number, n: number): void;
  narrow(numbers: number, gaps: number, n: number, from: number, bytes: number, into: number): void;
  bits(bytes: number, n: number, one: number, into: number): number;
}

/** {@link NumberPacker} in WebAssembly. */
export class WasmPacker implements NumberPacker {
  readonly #program: Program;
  readonly #values: number;
  readonly #gaps: number;
  readonly #into: number;
  readonly #bits: number;
  /** The table of codes that was placed last, and where: its numbers and its gaps. */
  #table: CodeTable | undefined;
  #tableNumbers = { place: 0, bytes: 0 };
  #tableGaps = { place: 0, bytes: 0 };
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
    this.#bits = program.allocate((rows + 7) >> 3);
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

  takeCodes(pieces: readonly Codes[], table: CodeTable): CodedRange {
    const { memory, lookUp, lower, lookUpBytes, rangeOf, low, high, isStep } = this.#program;
    if (this.#table !== table) this.#place(table);
    const [numbers, gaps] = [this.#tableNumbers.place, this.#tableGaps.place];
    this.#n = 0;
    this.#hasGaps = table.gaps !== undefined;
    for (const piece of pieces) {
      const { BYTES_PER_ELEMENT: width, length } = piece;
      // The codes stand where they are laid out later.
      const codes = this.#into;
      const Kind = piece.constructor as Uint32ArrayConstructor;
      new Kind(memory.buffer, codes, length).set(piece);
      const into = this.#values + 4 * this.#n;
      if (typeof table.numbers === 'number') lower(width, codes, length, table.numbers, into);
      else lookUp(width, codes, length, numbers, into);
      if (table.gaps) lookUpBytes(width, codes, length, gaps, this.#gaps + this.#n);
      this.#n += length;
    }
    rangeOf(this.#values, this.#gapsOrNone(), this.#n);
    return {
      low: low.value,
      high: high.value,
      isStep: isStep.value !== 0,
      gaps: table.gaps && new Uint8Array(memory.buffer, this.#gaps, this.#n),
    };
  }

  packCodes(low: number, bytes: 1 | 2 | 4): Uint8Array {
    const { memory, narrow } = this.#program;
    narrow(this.#values, this.#gapsOrNone(), this.#n, low, bytes, this.#into);
    return new Uint8Array(memory.buffer, this.#into, this.#n * bytes);
  }

  bits(bytes: Uint8Array, one: number): Uint8Array | undefined {
    const { memory, bits } = this.#program;
    const from = this.#values;
    new Uint8Array(memory.buffer, from, bytes.length).set(bytes);
    if (bits(from, bytes.length, one, this.#bits) === 0) return undefined;
    return new Uint8Array(memory.buffer, this.#bits, (bytes.length + 7) >> 3);
  }

  #place(table: CodeTable): void {
    const { numbers, gaps } = table;
    if (typeof numbers !== 'number') this.#tableNumbers = this.#put(numbers, this.#tableNumbers);
    if (gaps) this.#tableGaps = this.#put(gaps, this.#tableGaps);
    this.#table = table;
  }

  /** Puts an array where there is room, or where there is more. */
  #put(array: Uint32Array | Uint8Array, room: { place: number; bytes: number }) {
    const { memory, allocate } = this.#program;
    const { buffer, byteOffset, byteLength } = array;
    const bytes = byteLength > room.bytes ? 2 * byteLength : room.bytes;
    const place = bytes > room.bytes ? allocate(bytes) : room.place;
    new Uint8Array(memory.buffer, place, byteLength).set(
      new Uint8Array(buffer, byteOffset, byteLength),
    );
    return { place, bytes };
  }

  #gapsOrNone(): number {
    return this.#hasGaps ? this.#gaps : 0;
  }
}
