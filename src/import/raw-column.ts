import { CellPattern, NO_KEY } from './cell-pattern.ts';
import type { FieldIndex } from './field-index.ts';
import { patternValues } from './pattern-values.ts';
import type { RawValues } from './raw-table.ts';
import { TextTable } from './text-table.ts';

/** A column with no more distinct texts than this in its first rows needs no pattern. */
const FEW = 256;
/** Cells that must be written alike for a pattern: all but one in this many. */
const ALIKE = 50;
const FIRST_ROWS = 1024;

type Codes = Uint8Array | Uint16Array | Uint32Array;

/**
 * Collects the cells of one column as codes into a dictionary. Cells arrive as UTF-8 bytes and are
 * compared as bytes, so that a repeated value never becomes a string again. A column of many values
 * that differ by their digits only is kept by these, and gets its codes at the end.
 */
export class RawColumn {
  readonly #texts = new TextTable();
  #rows = 0;
  #codes: Codes = new Uint8Array(FIRST_ROWS);
  #pattern: CellPattern | undefined;
  /** With a pattern, in place of codes: the key of a cell, or -1 - its code. */
  #keys: Int32Array | Float64Array = new Int32Array(0);
  #isJudged = false;

  /** Takes the cells of column `at` of a batch for the rows from `row` on. */
  takeBatch(batch: FieldIndex, words: DataView, at: number, width: number, row: number): void {
    const { records } = batch;
    if (this.#pattern) this.#takeKeys(this.#pattern, batch, words, at, width, row);
    else {
      const most = this.#texts.codes(batch, words, at, width, SCRATCH_CODES);
      this.#codes = roomFor(this.#codes, this.#rows, row + records, most);
      this.#codes.set(SCRATCH_CODES.subarray(0, records), row);
    }
    this.#rows = row + records;
    if (!this.#isJudged) this.#findPattern();
  }

  /** Sets the cell of one row; rows that are passed over are empty. Rows come in order. */
  take(bytes: Uint8Array, start: number, end: number, row: number, escaped: boolean): void {
    const code = this.#texts.add(bytes, start, end, escaped);
    if (this.#pattern) {
      this.#roomForKeys(row + 1, 0);
      this.#keys[row] = NO_KEY - code;
    } else {
      this.#codes = roomFor(this.#codes, this.#rows, row + 1, code);
      this.#codes[row] = code;
    }
    this.#rows = row + 1;
  }

  finish(): RawValues {
    if (this.#pattern) {
      return patternValues(this.#keys.subarray(0, this.#rows), this.#pattern, this.#texts);
    }
    return this.#texts.values(this.#codes.subarray(0, this.#rows));
  }

  #takeKeys(
    pattern: CellPattern,
    batch: FieldIndex,
    words: DataView,
    at: number,
    width: number,
    row: number,
  ): void {
    const { starts, ends, escaped, records } = batch;
    const keys = SCRATCH_KEYS;
    pattern.keys(batch, at, width, keys);
    let most = 0;
    for (let record = 0; record < records; record++) {
      const key = keys[record] as number;
      if (key > most) most = key;
      if (key !== NO_KEY) continue;
      const field = record * width + at;
      const code = this.#texts.code(
        words,
        starts[field] as number,
        ends[field] as number,
        escaped[field] === 1,
      );
      keys[record] = NO_KEY - code;
    }
    this.#roomForKeys(row + records, most);
    this.#keys.set(keys.subarray(0, records), row);
  }

  /** Looks for a pattern in the first batch; most columns of few values are better off without. */
  #findPattern(): void {
    this.#isJudged = true;
    const { size } = this.#texts;
    if (size < FEW) return;
    const pattern = CellPattern.of(this.#texts.bytesOf(size >> 1));
    if (!pattern) return;
    const keys = Float64Array.from({ length: size }, (_, code) => {
      const text = this.#texts.bytesOf(code);
      return pattern.key(text, 0, text.length);
    });
    if (keys.filter((key) => key === NO_KEY).length > size / ALIKE) return;
    this.#roomForKeys(
      this.#rows,
      keys.reduce((most, key) => Math.max(most, key), 0),
    );
    for (let row = 0; row < this.#rows; row++) {
      const code = this.#codes[row] as number;
      const key = keys[code] as number;
      this.#keys[row] = key === NO_KEY ? NO_KEY - code : key;
    }
    this.#pattern = pattern;
    this.#codes = new Uint8Array(0);
  }

  #roomForKeys(rows: number, most: number): void {
    const old = this.#keys;
    const isWide = old instanceof Float64Array || most > 0x7fff_ffff;
    if (rows <= old.length && isWide === old instanceof Float64Array) return;
    const length = rows <= old.length ? old.length : Math.max(rows, Math.ceil(old.length * 1.6));
    const larger = isWide ? new Float64Array(length) : new Int32Array(length);
    larger.set(old.subarray(0, this.#rows));
    // Rows that are passed over are empty, and the empty cell has code 0.
    larger.fill(NO_KEY, this.#rows);
    this.#keys = larger;
  }
}

const SCRATCH_CODES = new Uint32Array(1 << 15);
const SCRATCH_KEYS = new Float64Array(1 << 15);

/** The codes, or a larger copy of the first `used` of them that holds `rows` rows and a code of this size. */
function roomFor(codes: Codes, used: number, rows: number, code: number): Codes {
  const width = Math.max(codes.BYTES_PER_ELEMENT, code > 0xffff ? 4 : code > 0xff ? 2 : 1);
  if (rows <= codes.length && width === codes.BYTES_PER_ELEMENT) return codes;
  const length =
    rows <= codes.length ? codes.length : Math.max(rows, Math.ceil(codes.length * 1.6));
  const larger =
    width === 1
      ? new Uint8Array(length)
      : width === 2
        ? new Uint16Array(length)
        : new Uint32Array(length);
  larger.set(codes.subarray(0, used));
  return larger;
}
