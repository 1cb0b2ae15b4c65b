import { GrowingNumbers } from './growing-numbers.ts';
import { RawColumn } from './raw-column.ts';
import { CELL, type OddRow, type RawTable } from './raw-table.ts';
import type { RecordScanner } from './record-scanner.ts';

/** Takes the records of a text file into columns; rows of another width stay whole, beside. */
export class RecordSink {
  readonly #columns: RawColumn[];
  readonly #numbers = new GrowingNumbers();
  readonly #afterBlank = new GrowingNumbers();
  readonly #odd: OddRow[] = [];
  #rows = 0;
  #blanks = 0;
  #blankBefore = false;
  #scratch = Buffer.allocUnsafe(1 << 12);

  constructor(width: number) {
    this.#columns = Array.from({ length: width }, () => new RawColumn());
  }

  record(record: RecordScanner): void {
    if (record.blank()) {
      this.#blanks++;
      this.#blankBefore = true;
      return;
    }
    const width = this.#columns.length;
    if (record.brokenField > 0 || record.fields !== width) {
      const cells = Array.from({ length: record.fields }, (_, field) => record.text(field));
      this.odd(record.line, cells, oddReason(record, width));
      return;
    }
    const row = this.#rows++;
    for (let field = 0; field < width; field++) {
      const start = record.starts[field] as number;
      const end = record.ends[field] as number;
      if (start === end) continue;
      const column = this.#columns[field] as RawColumn;
      const hash = record.hashes[field] as number;
      column.set(
        row,
        record.escaped[field] === 1
          ? this.#internEscaped(column, record.bytes, start, end, hash)
          : column.intern(record.bytes, start, end, hash, CELL.text),
      );
    }
    this.#numbers.push(record.line);
    if (this.#blankBefore) this.#afterBlank.push(row);
    this.#blankBefore = false;
  }

  odd(number: number, cells: readonly string[], reason: string): void {
    this.#odd.push({ number, before: this.#rows, blankBefore: this.#blankBefore, cells, reason });
    this.#blankBefore = false;
  }

  finish(): RawTable {
    const blankBefore = new Uint8Array(this.#rows);
    for (const row of this.#afterBlank.finish()) blankBefore[row] = 1;
    return {
      rows: this.#rows,
      columns: this.#columns.map((column) => column.finish()),
      numbers: this.#numbers.finish(),
      blankBefore,
      odd: this.#odd,
      blanks: this.#blanks,
      merges: [],
    };
  }

  #internEscaped(
    column: RawColumn,
    bytes: Uint8Array,
    start: number,
    end: number,
    hash: number,
  ): number {
    if (end - start > this.#scratch.length) this.#scratch = Buffer.allocUnsafe(2 * (end - start));
    let length = 0;
    for (let i = start; i < end; i++) {
      const byte = bytes[i] as number;
      this.#scratch[length++] = byte;
      if (byte === 0x22) i++;
    }
    return column.intern(this.#scratch, 0, length, hash, CELL.text);
  }
}

function oddReason(record: RecordScanner, width: number): string {
  if (record.brokenField > 0) {
    return `field ${record.brokenField} goes on after its closing quotation mark`;
  }
  const few = record.fields < width ? 'too few' : 'too many';
  return `${few} fields: ${record.fields} instead of ${width}`;
}
