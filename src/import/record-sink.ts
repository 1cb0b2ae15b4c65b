import { GrowingNumbers } from './growing-numbers.ts';
import type { Batch, TextKernel } from './kernel/text-kernel.ts';
import { RawColumn } from './raw-column.ts';
import type { OddRow, RawTable } from './raw-table.ts';
import type { RecordScanner } from './record-scanner.ts';
import { RowNumbers } from './row-numbers.ts';
import type { RunLimits } from './run-limits.ts';
import type { Store } from './spill.ts';

/** What is taken of the records of a text file. */
export interface Taken {
  /** Fields of a regular record. */
  width: number;
  /** Those that become columns. */
  fields: readonly number[];
  /** Whether the line of each record is kept: where several read the same file, one of them does. */
  lines: boolean;
}

/**
 * Takes the records of a text file into columns; rows of another width stay whole, beside. It may take
 * some of their fields only: then the table has only these columns.
 */
export class RecordSink {
  readonly #width: number;
  readonly #fields: readonly number[];
  readonly #columns: RawColumn[];
  readonly #numbers: RowNumbers | undefined;
  readonly #afterBlank = new GrowingNumbers();
  readonly #odd: OddRow[] = [];
  #rows = 0;
  #blanks = 0;
  #blankBefore = false;

  constructor(
    kernel: TextKernel,
    { width, fields, lines }: Taken,
    store: Store,
    limits: RunLimits,
  ) {
    this.#width = width;
    this.#fields = fields;
    if (lines) this.#numbers = new RowNumbers(store);
    this.#columns = fields.map((field) => new RawColumn(kernel.column(field), store, limits));
  }

  record(record: RecordScanner): void {
    if (record.blank()) {
      this.#blanks++;
      this.#blankBefore = true;
      return;
    }
    const width = this.#width;
    if (record.brokenField > 0 || record.fields !== width) {
      const cells = Array.from({ length: record.fields }, (_, field) => record.text(field));
      this.odd(record.line, cells, oddReason(record, width));
      return;
    }
    const row = this.#rows++;
    for (const [i, column] of this.#columns.entries()) {
      const field = this.#fields[i] as number;
      const start = record.starts[field] as number;
      column.take(start, record.ends[field] as number, record.escaped[field] === 1);
    }
    ONE_LINE[0] = record.line;
    this.#numbers?.push(ONE_LINE, record.line);
    this.#noteBlank(row);
  }

  /** Takes a batch of regular records, column by column. */
  batch({ records, lineOf }: Batch): void {
    const row = this.#rows;
    for (const column of this.#columns) column.takeBatch();
    this.#numbers?.push(lineOf.subarray(0, records), lineOf[records - 1] as number);
    this.#rows += records;
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
      numbers: this.#allNumbers(),
      blankBefore,
      odd: this.#odd,
      blanks: this.#blanks,
      merges: [],
    };
  }

  #allNumbers(): Uint32Array {
    const own = this.#numbers;
    const all = new Uint32Array(own?.length ?? 0);
    for (const { at, numbers } of own?.stretches(0, all.length) ?? []) all.set(numbers, at);
    return all;
  }

  #noteBlank(row: number): void {
    if (this.#blankBefore) this.#afterBlank.push(row);
    this.#blankBefore = false;
  }
}

const ONE_LINE = new Uint32Array(1);

function oddReason(record: RecordScanner, width: number): string {
  if (record.brokenField > 0) {
    return `field ${record.brokenField} goes on after its closing quotation mark`;
  }
  const few = record.fields < width ? 'too few' : 'too many';
  return `${few} fields: ${record.fields} instead of ${width}`;
}
