import type { CellPattern } from '../../model/cell-pattern.ts';
import type { WebAssemblyHost } from '../../model/web-assembly.ts';
import {
  BATCH,
  type Batch,
  type KernelColumn,
  type RecordForm,
  type TextKernel,
  WINDOW,
} from './text-kernel.ts';
import { type KernelExports, placePattern, startKernel } from './wasm-host.ts';

/** Bytes that may be written to beyond the numbers of a batch. */
const WRITE_PAST = 64;
/** Bytes that may be looked at beyond the window: texts and separators are read in words. */
const READ_PAST = 128;
const ESCAPED = 0x8000_0000;

/** {@link TextKernel} in WebAssembly. */
export class WasmKernel implements TextKernel {
  readonly #form: RecordForm;
  readonly #kernel: KernelExports;
  readonly #window: number;
  readonly #fields: number;
  readonly #lineOf: number;
  /** For what a call gives back. */
  readonly #numbers: number;
  readonly #patterns = new Map<CellPattern, number>();
  readonly batch: Batch;

  constructor(form: RecordForm, host: WebAssemblyHost) {
    const kernel = startKernel(host);
    const most = Math.max(1, Math.floor(BATCH / form.width));
    this.#form = form;
    this.#kernel = kernel;
    // Some bytes before it may be looked at too.
    this.#window = kernel.allocate(WINDOW + 2 * READ_PAST) + READ_PAST;
    this.#fields = kernel.allocate(most * form.width * 8);
    this.#lineOf = kernel.allocate(most * 4);
    this.#numbers = kernel.allocate(most * 8 + WRITE_PAST);
    this.batch = { records: 0, most, lines: 0, crlf: 0, lineOf: new Uint32Array(most) };
  }

  window(): Buffer {
    return Buffer.from(this.#kernel.memory.buffer, this.#window, WINDOW);
  }

  scan(from: number, to: number, line: number): number {
    const kernel = this.#kernel;
    const { batch } = this;
    const { delimiter, width } = this.#form;
    const window = this.#window;
    batch.records = kernel.scan(
      window + from,
      window + to,
      delimiter,
      width,
      this.#fields,
      batch.most,
      line,
      this.#lineOf,
    );
    batch.lines = kernel.lines.value;
    batch.crlf = kernel.crlf.value;
    batch.lineOf.set(new Uint32Array(kernel.memory.buffer, this.#lineOf, batch.records));
    return kernel.next.value - window;
  }

  column(field: number): KernelColumn {
    const kernel = this.#kernel;
    const { batch } = this;
    const fields = this.#fields + field * batch.most * 8;
    const memory = () => kernel.memory.buffer;
    const texts = kernel.makeTexts();
    const ends = () => new Uint32Array(memory(), kernel.endsOf(texts), kernel.sizeOf(texts));
    return {
      get size() {
        return kernel.sizeOf(texts);
      },
      get length() {
        return ends().at(-1) ?? 0;
      },
      bytesOf: (code) => {
        const places = ends();
        const start = code === 0 ? 0 : (places[code - 1] as number);
        const length = (places[code] as number) - start;
        return new Uint8Array(memory(), kernel.bytesOf(texts) + start, length);
      },
      codes: () => {
        const most = kernel.codes(texts, fields, batch.records, this.#numbers);
        const Width = most > 0xffff ? Uint32Array : most > 0xff ? Uint16Array : Uint8Array;
        return { numbers: new Width(memory(), this.#numbers, batch.records), most };
      },
      keys: (pattern) => {
        const place = this.#place(pattern);
        const high = kernel.keys(texts, place, fields, batch.records, this.#numbers);
        const Width = high > 0x7fff_ffff ? Float64Array : Int32Array;
        const numbers = new Width(memory(), this.#numbers, batch.records);
        return { numbers, low: kernel.least.value, high, ascends: kernel.ascends.value !== 0 };
      },
      codeOf: (start, end, escaped) => {
        const length = end - start + (escaped ? ESCAPED : 0);
        return kernel.codeOf(texts, this.#window + start, length);
      },
      keyOf: (pattern, start, end) =>
        kernel.keyOf(this.#place(pattern), this.#window + start, end - start),
      textKeys: (pattern) => {
        const place = this.#place(pattern);
        const keys = new Float64Array(kernel.sizeOf(texts));
        for (let from = 0; from < keys.length; from += batch.most) {
          const to = Math.min(keys.length, from + batch.most);
          kernel.textKeys(texts, place, from, to, this.#numbers);
          keys.set(new Float64Array(memory(), this.#numbers, to - from), from);
        }
        return keys;
      },
      texts: () => {
        const places = ends();
        const length = places.at(-1) ?? 0;
        return { bytes: new Uint8Array(memory(), kernel.bytesOf(texts), length), ends: places };
      },
      clear: () => kernel.clearTexts(texts),
    };
  }

  /** Where a pattern stands in the kernel's memory. */
  #place(pattern: CellPattern): number {
    const known = this.#patterns.get(pattern);
    if (known !== undefined) return known;
    const place = placePattern(this.#kernel, pattern);
    this.#patterns.set(pattern, place);
    return place;
  }
}
