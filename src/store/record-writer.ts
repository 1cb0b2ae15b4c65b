import { putVarint, varintLength } from './varint.ts';

/** The largest record that stands whole on a leaf of 64 KiB. */
const MOST_BYTES = 65_501;

/** A row cannot be written here: too long, or not of its column's kind. */
export class NotStaged extends Error {}

/**
 * Puts the values of one row together as SQLite keeps them (https://sqlite.org/fileformat2.html#record_format):
 * a header that says how each value is written, then the values.
 */
export class RecordWriter {
  readonly #header: Uint8Array;
  readonly #body = new Uint8Array(MOST_BYTES + 16);
  readonly #view = new DataView(this.#body.buffer);
  #headerEnd = 0;
  #bodyEnd = 0;

  constructor(columns: number) {
    this.#header = new Uint8Array(columns * 9);
  }

  /** Begins a row. */
  begin(): void {
    this.#headerEnd = 0;
    this.#bodyEnd = 0;
  }

  nothing(): void {
    this.#header[this.#headerEnd++] = 0;
  }

  integer(value: number): void {
    const view = this.#view;
    const at = this.#bodyEnd;
    if (value === 0 || value === 1) {
      this.#header[this.#headerEnd++] = 8 + value;
    } else if (value >= -0x80 && value < 0x80) {
      this.#header[this.#headerEnd++] = 1;
      view.setInt8(at, value);
      this.#bodyEnd = at + 1;
    } else if (value >= -0x8000 && value < 0x8000) {
      this.#header[this.#headerEnd++] = 2;
      view.setInt16(at, value);
      this.#bodyEnd = at + 2;
    } else if (value >= -0x8000_0000 && value < 0x8000_0000) {
      this.#header[this.#headerEnd++] = 4;
      view.setInt32(at, value);
      this.#bodyEnd = at + 4;
    } else {
      if (!Number.isSafeInteger(value)) throw new NotStaged(`${value} is no whole number`);
      this.#header[this.#headerEnd++] = 6;
      view.setBigInt64(at, BigInt(value));
      this.#bodyEnd = at + 8;
    }
    if (this.#bodyEnd > MOST_BYTES) throw new NotStaged('the row is too long');
  }

  real(value: number): void {
    if (this.#bodyEnd + 8 > MOST_BYTES) throw new NotStaged('the row is too long');
    this.#header[this.#headerEnd++] = 7;
    this.#view.setFloat64(this.#bodyEnd, value);
    this.#bodyEnd += 8;
  }

  /** The text between two places of bytes in UTF-8. */
  text(bytes: Uint8Array, start: number, end: number): void {
    const length = end - start;
    if (this.#bodyEnd + length > MOST_BYTES) throw new NotStaged('the row is too long');
    this.#headerEnd = putVarint(this.#header, this.#headerEnd, 13 + 2 * length);
    const body = this.#body;
    let at = this.#bodyEnd;
    if (length > 64) body.set(bytes.subarray(start, end), at);
    else for (let from = start; from < end; from++) body[at++] = bytes[from] as number;
    this.#bodyEnd += length;
  }

  /** Bytes of the record. */
  get length(): number {
    return lengthOfHeader(this.#headerEnd) + this.#bodyEnd;
  }

  /** Copies the record to a place. */
  copy(into: Uint8Array, place: number): void {
    let at = putVarint(into, place, lengthOfHeader(this.#headerEnd));
    for (let i = 0; i < this.#headerEnd; i++) into[at++] = this.#header[i] as number;
    const end = this.#bodyEnd;
    if (end > 256) into.set(this.#body.subarray(0, end), at);
    else for (let i = 0; i < end; i++) into[at++] = this.#body[i] as number;
  }
}

/** The header says its own length too. */
function lengthOfHeader(types: number): number {
  const length = types + 1;
  return length < 0x80 ? length : types + varintLength(types + 2);
}
