import type { FieldIndex } from './field-index.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import { RawColumn } from './raw-column.ts';
import type { OddRow, RawTable } from './raw-table.ts';
import type { RecordScanner } from './record-scanner.ts';
import { wordsOf } from './text-table.ts';

/** Takes the records of a text file into columns; rows of another width stay whole, beside. */
export class RecordSink {
  readonly #columns: RawColumn[];
  readonly #numbers = new GrowingNumbers();
  readonly #afterBlank = new GrowingNumbers();
  readonly #odd: OddRow[] = [];
  #rows = 0;
  #blanks = 0;
  #blankBefore = false;

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
      column.take(record.bytes, start, end, row, record.escaped[field] === 1);
    }
    this.#numbers.push(record.line);
    this.#noteBlank(row);
  }

  /** Takes a batch of regular records, column by column. */
  batch(batch: FieldIndex): void {
    const row = this.#rows;
    const width = this.#columns.length;
    const words = wordsOf(batch.bytes);
    for (let at = 0; at < width; at++) {
      (this.#columns[at] as RawColumn).takeBatch(batch, words, at, width, row);
    }
    for (let i = 0; i < batch.records; i++) this.#numbers.push(batch.lines[i] as number);
    this.#rows += batch.records;
    this.#noteBlank(row);
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

  #noteBlank(row: number): void {
    if (this.#blankBefore) this.#afterBlank.push(row);
    this.#blankBefore = false;
  }
}

function oddReason(record: RecordScanner, width: number): string {
  if (record.brokenField > 0) {
    return `field ${record.brokenField} goes on after its closing quotation mark`;
  }
  const few = record.fields < width ? 'too few' : 'too many';
  return `${few} fields: ${record.fields} instead of ${width}`;
}
