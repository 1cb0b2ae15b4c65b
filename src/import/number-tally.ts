import {
  ambiguousMark,
  bodyValue,
  type DecimalMark,
  numberValue,
  type WrittenNumber,
} from './numbers.ts';

interface MarkTally {
  fits: number;
  whole: number;
}

/** What the numbers of a column say about their decimal mark, and how they are written. */
export class NumberTally {
  readonly marks: Record<DecimalMark, MarkTally> = {
    '.': { fits: 0, whole: 0 },
    ',': { fits: 0, whole: 0 },
  };
  /** Cells that only make sense with one of the marks. */
  onlyPoint = 0;
  onlyComma = 0;
  /** `1,234` and `1.234`: thousands or decimals. */
  readonly ambiguous: Record<DecimalMark, number> = { '.': 0, ',': 0 };
  example: string | undefined;
  percent = 0;
  readonly currencies = new Map<string, number>();

  /** `stored` says that the cell is a number in its workbook, whose mark is always a point. */
  add(written: WrittenNumber, text: string, n: number, stored: boolean): void {
    const point = numberValue(written, '.');
    const comma = numberValue(written, ',');
    if (point !== undefined) this.#count('.', point, n);
    if (comma !== undefined) this.#count(',', comma, n);
    if (point === undefined && comma === undefined) return;
    const open = ambiguousMark(written);
    if (comma === undefined || (stored && written.body.includes('.'))) this.onlyPoint += n;
    else if (point === undefined) this.onlyComma += n;
    else if (open !== undefined) {
      this.ambiguous[open] += n;
      this.example ??= text.trim();
    } else if (written.body.startsWith('0,') && bodyValue(written.body, ',') !== undefined) {
      this.onlyComma += n;
    }
    if (written.percent) this.percent += n;
    if (written.currency !== '') {
      this.currencies.set(written.currency, (this.currencies.get(written.currency) ?? 0) + n);
    }
  }

  /** The mark that the cells prove; null when all of them could be either; a point where none is needed. */
  get mark(): DecimalMark | null {
    if (this.onlyComma > this.onlyPoint) return ',';
    const open = this.ambiguous['.'] + this.ambiguous[','];
    return this.onlyPoint === 0 && this.onlyComma === 0 && open > 0 ? null : '.';
  }

  #count(mark: DecimalMark, value: number, n: number): void {
    this.marks[mark].fits += n;
    if (Number.isInteger(value)) this.marks[mark].whole += n;
  }
}
