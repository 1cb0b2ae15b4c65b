import { compileProgram, type WebAssemblyHost } from '../../model/web-assembly.ts';
import {
  type Bitmap,
  bitmapWords,
  type Codes,
  type ColumnKernel,
  type Condition,
  type Job,
  MOST_THIN,
  trim,
} from './column-kernel.ts';
import type { ColumnProgram } from './column-program.ts';
import { KERNEL } from './kernel-bytes.ts';
import { KernelMemory } from './kernel-memory.ts';

/** Words that rows are brought together from at a time, numbers that a list of them holds, lists needed at once. */
const BLOCK_WORDS = 128;
const LIST = 3 * BLOCK_WORDS * 32 + 4;
const LISTS = 3;
/** Words whose rows all these lists together hold. */
const LISTED_WORDS = LISTS * 3 * BLOCK_WORDS;
/** Numbers a job is described with. */
const JOB = 8;
const MOST_JOBS = 256;
const PAGE = 1 << 16;
/** Values that are brought in at a time. */
const PART = 1 << 16;

/** What the kernel needs for itself. */
const OWN = (LISTS * LIST + MOST_JOBS * JOB) * 4 + PART * 8 + PAGE;

/** In place of the program of a table that is closed, whose memory may be another's by now. */
const CLOSED = new Proxy({} as ColumnProgram, {
  get: () => {
    throw new Error('the table is closed');
  },
});

let compiled: object | undefined;

/** {@link ColumnKernel} in WebAssembly. */
export class WasmKernel implements ColumnKernel {
  readonly name = 'WebAssembly';
  readonly rows: number;
  #program: ColumnProgram;
  readonly #memory: KernelMemory;
  readonly #words: number;
  readonly #block: Uint32Array;
  readonly #jobs: Uint32Array;
  readonly #part: Float64Array;

  /** @param room bytes that all its arrays may take together */
  constructor(rows: number, room: number, host: WebAssemblyHost) {
    compiled ??= compileProgram(host, KERNEL);
    this.#memory = new KernelMemory(room + OWN, host);
    const { memory } = this.#memory;
    const abort = () => {
      throw new Error('the column kernel stopped');
    };
    this.rows = rows;
    this.#program = new host.Instance(compiled, { env: { memory, abort } })
      .exports as ColumnProgram;
    this.#words = bitmapWords(rows);
    this.#block = this.words(LISTS * LIST);
    this.#jobs = this.words(MOST_JOBS * JOB);
    this.#part = this.doubles(PART);
  }

  bytes(length: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer, this.#memory.take(length), length);
  }

  shorts(length: number): Uint16Array {
    return new Uint16Array(this.#memory.buffer, this.#memory.take(2 * length), length);
  }

  words(length: number): Uint32Array {
    return new Uint32Array(this.#memory.buffer, this.#memory.take(4 * length), length);
  }

  doubles(length: number): Float64Array {
    return new Float64Array(this.#memory.buffer, this.#memory.take(8 * length), length);
  }

  bitmap(): Bitmap {
    return this.words(this.#words);
  }

  release(array: Codes | Float64Array): void {
    this.#memory.giveBack(array);
  }

  close(): void {
    this.#program = CLOSED;
    this.#memory.close();
  }

  shift(codes: Codes, by: number): void {
    this.#program.shift(codes.BYTES_PER_ELEMENT, codes.byteOffset, codes.length, by);
  }

  putReasons(codes: Codes, missing: Uint8Array): void {
    for (let from = 0; from < missing.length; from += PART) {
      const some = missing.subarray(from, from + PART);
      new Uint8Array(this.#part.buffer, this.#part.byteOffset, PART).set(some);
      const { BYTES_PER_ELEMENT: width, byteOffset } = codes;
      const at = byteOffset + from * width;
      this.#program.putReasons(width, at, some.length, this.#part.byteOffset);
    }
  }

  areSteps(values: Float64Array, divisor: number): boolean {
    for (let from = 0; from < values.length; from += PART) {
      const some = values.subarray(from, from + PART);
      this.#part.set(some);
      const even = some.length + (some.length % 2);
      if (even > some.length) this.#part[some.length] = 0;
      if (this.#program.areSteps(this.#part.byteOffset, even, divisor) === 0) return false;
    }
    return true;
  }

  putSteps(codes: Codes, values: Float64Array, divisor: number, by: number): void {
    for (let from = 0; from < values.length; from += PART) {
      const some = values.subarray(from, from + PART);
      this.#part.set(some);
      const { BYTES_PER_ELEMENT: width, byteOffset } = codes;
      const at = byteOffset + from * width;
      this.#program.steps(width, at, this.#part.byteOffset, some.length, divisor, by);
    }
  }

  addRange(into: Bitmap, codes: Codes, low: number, high: number): void {
    const rows = this.#words << 5;
    const width = codes.BYTES_PER_ELEMENT;
    const { addRange8, addRange16, addRange32 } = this.#program;
    const add = width === 1 ? addRange8 : width === 2 ? addRange16 : addRange32;
    add(codes.byteOffset, rows, low, high - low, into.byteOffset);
    trim(into, this.rows);
  }

  addSet(into: Bitmap, codes: Codes, verdicts: Uint8Array): void {
    const rows = this.#words << 5;
    const own = this.bytes(verdicts.length);
    own.set(verdicts);
    const { BYTES_PER_ELEMENT: width, byteOffset } = codes;
    this.#program.addSet(width, byteOffset, rows, own.byteOffset, into.byteOffset);
    this.release(own);
    trim(into, this.rows);
  }

  and(into: Bitmap, other: Bitmap): void {
    this.#program.and(into.byteOffset, other.byteOffset, this.#words);
  }

  meet(into: Bitmap, within: Bitmap, conditions: readonly Condition[]): number[] {
    const many = 1 + conditions.length;
    const numbers = this.#jobs.subarray(0, 3 * many);
    numbers.set([within.byteOffset, ...conditions.map(({ rows }) => rows.byteOffset)]);
    numbers.set(
      [into.byteOffset, ...conditions.map(({ others }) => others?.byteOffset ?? 0)],
      many,
    );
    const { byteOffset: from } = numbers;
    const [to, counts] = [from + 4 * many, from + 8 * many];
    this.#program.meet(from, many, to, counts, this.#words, this.#block.byteOffset);
    return [...numbers.subarray(2 * many)];
  }

  or(into: Bitmap, other: Bitmap): void {
    this.#program.or(into.byteOffset, other.byteOffset, this.#words);
  }

  not(into: Bitmap): void {
    this.#program.not(into.byteOffset, this.#words);
    trim(into, this.rows);
  }

  count(bitmap: Bitmap): number {
    return this.#program.count(bitmap.byteOffset, this.#words);
  }

  rowsOf(bitmap: Bitmap): Uint32Array {
    const rows = new Uint32Array(this.count(bitmap));
    for (let word = 0, n = 0; word < this.#words; word += LISTED_WORDS) {
      const some = Math.min(LISTED_WORDS, this.#words - word);
      const at = bitmap.byteOffset + 4 * word;
      const found = this.#program.rowsOf(at, some, 32 * word, this.#block.byteOffset);
      rows.set(this.#block.subarray(0, found), n);
      n += found;
    }
    return rows;
  }

  thin(codes: Codes, size: number): Uint32Array | undefined {
    if (size > MOST_THIN || codes.BYTES_PER_ELEMENT > 1) return undefined;
    const bits = this.words(3 * this.#words);
    this.#program.thin(codes.byteOffset, this.#words, bits.byteOffset);
    return bits;
  }

  tally(bitmap: Bitmap, jobs: readonly Job[]): void {
    for (const job of jobs) {
      if ('thin' in job && job.thin) this.#tallyThin(bitmap, job.thin, job.counts);
    }
    this.#tallyRows(
      bitmap,
      jobs.filter((job) => !('thin' in job && job.thin)),
    );
  }

  #tallyThin(bitmap: Bitmap, thin: Uint32Array, counts: Uint32Array): void {
    const found = this.#block.subarray(0, MOST_THIN);
    this.#program.tallyThin(bitmap.byteOffset, this.#words, thin.byteOffset, found.byteOffset);
    for (const [code, n] of found.subarray(0, counts.length).entries()) {
      counts[code] = (counts[code] as number) + n;
    }
  }

  #tallyRows(bitmap: Bitmap, jobs: readonly Job[]): void {
    for (let from = 0; from < jobs.length; from += MOST_JOBS) {
      const some = jobs.slice(from, from + MOST_JOBS);
      const tallies = some.filter((job) => 'counts' in job);
      const others = some.filter((job) => !('counts' in job));
      for (const [at, job] of [...tallies, ...others].entries()) {
        this.#jobs.set(described(job), at * JOB);
      }
      this.#program.tally(
        bitmap.byteOffset,
        this.#words,
        this.#jobs.byteOffset,
        tallies.length,
        some.length,
        this.#block.byteOffset,
      );
    }
  }
}

/** A job as the program reads it: kind, place of the result, width and codes, and what its kind needs. */
function described(job: Job): number[] {
  if ('counts' in job) return [0, job.counts.byteOffset, ...placeOf(job.codes)];
  if ('pairs' in job) {
    const { x, y, pairs } = job;
    return [3, pairs.byteOffset, ...placeOf(x.codes), x.floor, ...placeOf(y.codes), y.floor];
  }
  const { values, split, by, sums } = job;
  const [width, keys] = by ? placeOf(by) : [0, 0];
  const { codes, floor } = values;
  return [by ? 2 : 1, sums.byteOffset, ...placeOf(codes), floor, width, keys, split];
}

function placeOf({ BYTES_PER_ELEMENT, byteOffset }: Codes): [width: number, codes: number] {
  return [BYTES_PER_ELEMENT, byteOffset];
}
