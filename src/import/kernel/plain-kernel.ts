import { NO_KEY } from '../../model/cell-pattern.ts';
import { NO_KEYS, widen } from '../key-range.ts';
import { FieldIndex } from './field-index.ts';
import {
  type Batch,
  type KernelColumn,
  type RecordForm,
  type TextKernel,
  WINDOW,
} from './text-kernel.ts';
import { READ_PAST, TextTable, wordsOf } from './text-table.ts';

/** {@link TextKernel} in TypeScript: what the other one is held against, and what stands in for it. */
export class PlainKernel implements TextKernel {
  readonly #width: number;
  readonly #window = Buffer.allocUnsafe(WINDOW + READ_PAST);
  readonly #words = wordsOf(this.#window);
  readonly #index: FieldIndex;
  readonly #codes: Uint32Array;
  readonly #keys: Float64Array;
  readonly batch: Batch;

  constructor({ delimiter, width }: RecordForm) {
    this.#width = width;
    this.#index = new FieldIndex(delimiter, width);
    const { most, lineOf } = this.#index;
    this.#codes = new Uint32Array(most);
    this.#keys = new Float64Array(most);
    this.batch = { records: 0, most, lines: 0, crlf: 0, lineOf };
  }

  window(): Buffer {
    return this.#window.subarray(0, WINDOW);
  }

  scan(from: number, to: number, line: number): number {
    const next = this.#index.scan(this.#window, from, to, line);
    const { records, lines, crlf } = this.#index;
    Object.assign(this.batch, { records, lines, crlf });
    return next;
  }

  column(field: number): KernelColumn {
    const index = this.#index;
    const width = this.#width;
    const words = this.#words;
    let texts = new TextTable();
    return {
      get size() {
        return texts.size;
      },
      get length() {
        return texts.length;
      },
      bytesOf: (code) => texts.bytesOf(code),
      codes: () => {
        const most = texts.codes(index, words, field, width, this.#codes);
        return { numbers: this.#codes.subarray(0, index.records), most };
      },
      keys: (pattern) => {
        const { starts, ends, escaped, records } = index;
        const range = { ...NO_KEYS };
        for (let record = 0, at = field; record < records; record++, at += width) {
          const [start, end] = [starts[at] as number, ends[at] as number];
          const isEscaped = escaped[at] === 1;
          const key = isEscaped ? NO_KEY : pattern.key(this.#window, start, end);
          this.#keys[record] =
            key === NO_KEY ? NO_KEY - texts.code(words, start, end, isEscaped) : key;
          if (key !== NO_KEY) widen(range, key);
        }
        return { numbers: this.#keys.subarray(0, records), ...range };
      },
      codeOf: (start, end, escaped) => texts.code(words, start, end, escaped),
      keyOf: (pattern, start, end) => pattern.key(this.#window, start, end),
      textKeys: (pattern) =>
        Float64Array.from({ length: texts.size }, (_, code) => {
          const text = texts.bytesOf(code);
          return pattern.key(text, 0, text.length);
        }),
      texts: () => texts.packed(),
      clear: () => {
        texts = new TextTable();
      },
    };
  }
}
