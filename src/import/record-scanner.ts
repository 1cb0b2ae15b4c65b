import { type LineCount, startOfText } from './line-count.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** A quote that opened at `line` and found no proper end. */
export class UnclosedQuote extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`a quote that opens on line ${line} does not close`);
    this.line = line;
  }
}

/**
 * Splits delimited text into records of fields, over UTF-8 bytes. Quotes are doubled inside quotes,
 * line ends may be LF, CRLF or CR, also within quotes. After each record its fields stand in
 * `starts`, `ends` and `escaped` until the next one.
 */
export class RecordScanner {
  readonly #delimiter: number;
  readonly #count: LineCount;

  bytes: Uint8Array = new Uint8Array(0);
  fields = 0;
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** 1 where the field holds doubled quotes. */
  escaped = new Uint8Array(256);
  /** 1-based line on which the record begins. */
  line = 1;
  /** 1-based number of the field in which a quote ends before the field does; 0 when none does. */
  brokenField = 0;

  constructor(delimiter: number, count: LineCount = startOfText()) {
    this.#delimiter = delimiter;
    this.#count = count;
  }

  /**
   * Reads the record that begins at `from`; with `last` it may end with the bytes. Gives where the next
   * one begins, or -1 when the record goes on after the bytes.
   * @throws UnclosedQuote
   */
  next(bytes: Uint8Array, from: number, last: boolean): number {
    this.bytes = bytes;
    return this.#one(from, last);
  }

  #one(from: number, last: boolean): number {
    const bytes = this.bytes;
    const delimiter = this.#delimiter;
    const to = bytes.length;
    let at = from;
    let field = 0;
    let lines = 0;
    this.brokenField = 0;
    for (;;) {
      if (field === this.starts.length) this.#widen();
      if (at < to && bytes[at] === QUOTE) {
        const open = at;
        const linesBefore = lines;
        let doubled = 0;
        at++;
        for (;;) {
          if (at >= to) {
            if (last) throw new UnclosedQuote(this.#count.line + linesBefore);
            return -1;
          }
          const byte = bytes[at] as number;
          if (byte === QUOTE) {
            if (at + 1 >= to && !last) return -1;
            if (bytes[at + 1] !== QUOTE) break;
            doubled = 1;
            at++;
          } else if (byte === LF) {
            lines++;
          } else if (byte === CR) {
            if (at + 1 >= to && !last) return -1;
            if (bytes[at + 1] !== LF) lines++;
          }
          at++;
        }
        this.starts[field] = open + 1;
        this.ends[field] = at;
        this.escaped[field] = doubled;
        at++;
        while (at < to && bytes[at] === 0x20 && delimiter !== 0x20) at++;
        if (at < to && !this.#ends(bytes[at] as number)) {
          if (lines > linesBefore) throw new UnclosedQuote(this.#count.line + linesBefore);
          while (at < to && !this.#ends(bytes[at] as number)) at++;
          this.starts[field] = open;
          this.ends[field] = at;
          this.escaped[field] = 0;
          if (this.brokenField === 0) this.brokenField = field + 1;
        }
      } else {
        const start = at;
        while (at < to) {
          const byte = bytes[at] as number;
          if (byte === delimiter || byte === LF || byte === CR) break;
          at++;
        }
        this.starts[field] = start;
        this.ends[field] = at;
        this.escaped[field] = 0;
      }
      field++;
      if (at >= to) {
        if (!last) return -1;
        return this.#finish(field, lines, at);
      }
      const byte = bytes[at++] as number;
      if (byte === delimiter) continue;
      if (byte === LF) {
        this.#count.lf++;
        return this.#finish(field, lines + 1, at);
      }
      if (at >= to && !last) return -1;
      if (bytes[at] === LF) {
        this.#count.crlf++;
        return this.#finish(field, lines + 1, at + 1);
      }
      this.#count.cr++;
      return this.#finish(field, lines + 1, at);
    }
  }

  #ends(byte: number): boolean {
    return byte === this.#delimiter || byte === LF || byte === CR;
  }

  #finish(fields: number, lines: number, at: number): number {
    this.fields = fields;
    this.line = this.#count.line;
    this.#count.line += lines;
    return at;
  }

  #widen(): void {
    const length = this.starts.length * 2;
    const widened = <T extends Int32Array | Uint8Array>(from: T, into: T): T => {
      into.set(from);
      return into;
    };
    this.starts = widened(this.starts, new Int32Array(length));
    this.ends = widened(this.ends, new Int32Array(length));
    this.escaped = widened(this.escaped, new Uint8Array(length));
  }

  /** Text of one field of the record that was just read. */
  text(field: number): string {
    const bytes = this.bytes.subarray(this.starts[field], this.ends[field]);
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
    return this.escaped[field] === 1 ? text.replaceAll('""', '"') : text;
  }

  /** Whether every field is empty or white space. */
  blank(): boolean {
    for (let field = 0; field < this.fields; field++) {
      const end = this.ends[field] as number;
      for (let i = this.starts[field] as number; i < end; i++) {
        const byte = this.bytes[i];
        if (byte !== 0x20 && byte !== 0x09) return false;
      }
    }
    return true;
  }
}
