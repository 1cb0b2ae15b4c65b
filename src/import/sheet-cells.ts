import { GrowingNumbers } from './growing-numbers.ts';
import { MAX_COLUMNS, refuseTooManyColumns } from './limits.ts';
import { RawColumn } from './raw-column.ts';
import type { CellType, Merge, RawTable } from './raw-table.ts';

/** Takes the cells of a sheet into columns. Rows without a filled cell are blank and only counted. */
export class SheetCells {
  readonly #file: string;
  readonly #sheet: string;
  readonly #columns: RawColumn[] = [];
  readonly #numbers = new GrowingNumbers();
  readonly #afterBlank = new GrowingNumbers();
  #rows = 0;
  #lastNumber = 0;
  #filled = false;

  constructor(file: string, sheet: string) {
    this.#file = file;
    this.#sheet = sheet;
  }

  get rows(): number {
    return this.#rows;
  }

  /** The column at a 0-based place, made when it is first filled. */
  column(at: number): RawColumn {
    if (at >= MAX_COLUMNS) {
      refuseTooManyColumns(at + 1, { file: this.#file, sheet: this.#sheet });
    }
    while (this.#columns.length <= at) this.#columns.push(new RawColumn());
    return this.#columns[at] as RawColumn;
  }

  put(at: number, code: number): void {
    if (code === 0) return;
    this.column(at).set(this.#rows, code);
    this.#filled = true;
  }

  putText(at: number, text: string, type: CellType): void {
    if (text !== '') this.put(at, this.column(at).internText(text, type));
  }

  endRow(number: number): void {
    if (!this.#filled) return;
    if (number > this.#lastNumber + 1) this.#afterBlank.push(this.#rows);
    this.#numbers.push(number);
    this.#lastNumber = number;
    this.#rows++;
    this.#filled = false;
  }

  finish(merges: readonly Merge[]): RawTable {
    const blankBefore = new Uint8Array(this.#rows);
    for (const row of this.#afterBlank.finish()) blankBefore[row] = 1;
    return {
      rows: this.#rows,
      columns: this.#columns.map((column) => column.finish()),
      numbers: this.#numbers.finish(),
      blankBefore,
      odd: [],
      blanks: this.#lastNumber - this.#rows,
      merges,
    };
  }
}
