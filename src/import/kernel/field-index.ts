import { BATCH } from './text-kernel.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/**
 * Finds the fields of records that are as they should be: of the table's width, not blank, ended by LF
 * or CRLF, with quotes around whole fields only. It stops at the first record that is not; that one is
 * for {@link RecordScanner}, which knows every case. Both divide a record alike.
 */
export class FieldIndex {
  readonly #delimiter: number;
  readonly #width: number;
  /** 1 for bytes that can end a field. */
  readonly #stops = new Uint8Array(256);
  /** No greater byte ends a field. */
  readonly #lastStop: number;

  /** Records of the batch, and how many it can hold. */
  records = 0;
  readonly most: number;
  /** Field `f` of record `r` is at `r * width + f`: its first byte, and the byte after its last one. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Where quotes are doubled in a field, this is 1. */
  readonly escaped: Uint8Array;
  /** The line on which each record begins. */
  readonly lineOf: Uint32Array;
  /** Line ends in all records, also those within quotes, and how many records end with CRLF. */
  lines = 0;
  crlf = 0;

  constructor(delimiter: number, width: number) {
    this.#delimiter = delimiter;
    this.#width = width;
    for (const byte of [delimiter, LF, CR]) this.#stops[byte] = 1;
    this.#lastStop = Math.max(delimiter, CR);
    this.most = Math.max(1, Math.floor(BATCH / width));
    this.starts = new Int32Array(this.most * width);
    this.ends = new Int32Array(this.most * width);
    this.escaped = new Uint8Array(this.most * width);
    this.lineOf = new Uint32Array(this.most);
  }

  /** Takes records from `from` on, the first on `line`, those that end before `to`; gives where the first begins that was not taken. */
  scan(bytes: Uint8Array, from: number, to: number, line: number): number {
    this.lines = 0;
    this.crlf = 0;
    let at = from;
    let records = 0;
    for (; records < this.most; records++) {
      const lines = this.lines;
      const next = this.#record(bytes, at, to, records * this.#width);
      if (next < 0) break;
      if (bytes[next - 2] === CR) this.crlf++;
      this.lineOf[records] = line + lines;
      at = next;
    }
    this.records = records;
    return at;
  }

  /** One record; gives where the next one begins, or -1 when it is not as it should be. */
  #record(bytes: Uint8Array, from: number, to: number, first: number): number {
    const { starts, ends, escaped } = this;
    const stops = this.#stops;
    const lastStop = this.#lastStop;
    const delimiter = this.#delimiter;
    const last = first + this.#width - 1;
    let lines = 1;
    let at = from;
    for (let field = first; ; field++) {
      let byte = bytes[at] as number;
      if (byte === QUOTE) {
        const open = ++at;
        let doubled = 0;
        for (;;) {
          byte = bytes[at] as number;
          if (byte === QUOTE) {
            if (bytes[at + 1] !== QUOTE) break;
            doubled = 1;
            at++;
          } else if (byte === LF) {
            lines++;
          } else if (byte === CR && bytes[at + 1] !== LF) {
            lines++;
          }
          if (++at >= to) return -1;
        }
        starts[field] = open;
        ends[field] = at;
        escaped[field] = doubled;
        byte = bytes[++at] as number;
        if (stops[byte] === 0) return -1;
      } else {
        starts[field] = at;
        while (byte > lastStop || stops[byte] === 0) byte = bytes[++at] as number;
        ends[field] = at;
        escaped[field] = 0;
      }
      if (at >= to) return -1;
      if (byte === delimiter) {
        if (field === last) return -1;
        at++;
        continue;
      }
      if (field !== last) return -1;
      if (byte === CR && bytes[++at] !== LF) return -1;
      if (at >= to || this.#isBlank(bytes, first)) return -1;
      this.lines += lines;
      return at + 1;
    }
  }

  #isBlank(bytes: Uint8Array, first: number): boolean {
    const { starts, ends } = this;
    if (ends[first] !== starts[first] && (bytes[starts[first] as number] as number) > SPACE) {
      return false;
    }
    for (let field = first; field < first + this.#width; field++) {
      for (let at = starts[field] as number; at < (ends[field] as number); at++) {
        if (bytes[at] !== SPACE && bytes[at] !== 0x09) return false;
      }
    }
    return true;
  }
}
