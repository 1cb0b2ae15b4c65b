import { decimalFromBytes } from './decimal-bytes.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import { MAX_COLUMNS, refuseTooManyColumns, refuseTooMuchText, ZIP_LIMITS } from './limits.ts';
import { CELL, type CellType, type Merge, type RawTable } from './raw-table.ts';
import type { SharedStrings } from './shared-strings.ts';
import { SheetColumn } from './sheet-column.ts';
import type { SheetNumbers } from './sheet-numbers.ts';
import { sheetValues } from './sheet-values.ts';

/** Takes the cells of a sheet into columns. Rows without a filled cell are blank and only counted. */
export class SheetCells {
  readonly #file: string;
  readonly #sheet: string;
  readonly #strings: SharedStrings;
  readonly #numbers: SheetNumbers;
  readonly #columns: SheetColumn[] = [];
  readonly #rowNumbers = new GrowingNumbers();
  readonly #afterBlank = new GrowingNumbers();
  readonly #hidden = new GrowingNumbers();
  #rows = 0;
  #lastNumber = 0;
  #filled = false;

  constructor(
    where: { file: string; sheet: string },
    strings: SharedStrings,
    numbers: SheetNumbers,
  ) {
    this.#file = where.file;
    this.#sheet = where.sheet;
    this.#strings = strings;
    this.#numbers = numbers;
  }

  get rows(): number {
    return this.#rows;
  }

  /** Puts a shared string by its index; false when there is none of this index. */
  putShared(at: number, index: number): boolean {
    const { ids, size } = this.#strings;
    if (index >= size) return false;
    this.#put(at, CELL.text, ids[index] as number);
    return true;
  }

  /** Puts a number as its style means it; what is no number stays a text. */
  putNumber(at: number, bytes: Uint8Array, start: number, end: number, style: number): void {
    const value = decimalFromBytes(bytes, start, end);
    if (Number.isNaN(value)) this.putText(at, bytes, start, end, CELL.text);
    else this.#fill(at, this.#numbers.kind(style), value);
  }

  /** Puts a text; an empty one leaves the cell empty. */
  putText(at: number, bytes: Uint8Array, start: number, end: number, type: CellType): void {
    this.#put(at, type, this.#strings.pool.add(bytes, start, end));
    if (this.#strings.pool.length > ZIP_LIMITS.strings) refuseTooMuchText(this.#file);
  }

  endRow(number: number, isHidden: boolean): void {
    if (!this.#filled) return;
    if (number > this.#lastNumber + 1) this.#afterBlank.push(this.#rows);
    if (isHidden) this.#hidden.push(number);
    this.#rowNumbers.push(number);
    this.#lastNumber = number;
    this.#rows++;
    this.#filled = false;
  }

  finish(merges: readonly Merge[], hiddenColumns: ReadonlySet<number>): RawTable {
    const blankBefore = new Uint8Array(this.#rows);
    for (const row of this.#afterBlank.finish()) blankBefore[row] = 1;
    return {
      rows: this.#rows,
      columns: this.#columns.map((column) =>
        sheetValues(column.finish(), this.#strings.pool, this.#numbers),
      ),
      numbers: this.#rowNumbers.finish(),
      blankBefore,
      odd: [],
      blanks: this.#lastNumber - this.#rows,
      merges,
      hidden: this.#hidden.finish(),
      hiddenColumns,
    };
  }

  #put(at: number, type: CellType, text: number): void {
    if (text > 0) this.#fill(at, type, text);
  }

  #fill(at: number, kind: number, key: number): void {
    if (at >= this.#columns.length) this.#addColumns(at);
    (this.#columns[at] as SheetColumn).put(this.#rows, kind, key);
    this.#filled = true;
  }

  #addColumns(last: number): void {
    if (last >= MAX_COLUMNS) {
      refuseTooManyColumns(last + 1, { file: this.#file, sheet: this.#sheet });
    }
    while (this.#columns.length <= last) this.#columns.push(new SheetColumn());
  }
}
