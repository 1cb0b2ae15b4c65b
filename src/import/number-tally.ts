import {
  bodyValue,
  type DecimalMark,
  isAmbiguous,
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
  /** `1,234`: thousands or decimals. */
  ambiguous = 0;
  example: string | undefined;
  percent = 0;
  readonly currencies = new Map<string, number>();

  add(written: WrittenNumber, text: string, n: number): void {
    const point = numberValue(written, '.');
    const comma = numberValue(written, ',');
    if (point !== undefined) this.#count('.', point, n);
    if (comma !== undefined) this.#count(',', comma, n);
    if (point === undefined && comma === undefined) return;
    if (comma === undefined) this.onlyPoint += n;
    else if (point === undefined) this.onlyComma += n;
    else if (isAmbiguous(written)) {
      this.ambiguous += n;
      this.example ??= text.trim();
    } else if (written.body.startsWith('0,') && bodyValue(written.body, ',') !== undefined) {
      this.onlyComma += n;
    }
    if (written.percent) this.percent += n;
    if (written.currency !== '') {
      this.currencies.set(written.currency, (this.currencies.get(written.currency) ?? 0) + n);
    }
  }

  /** The mark that the cells prove; null when commas could be either; a point where none is needed. */
  get mark(): DecimalMark | null {
    if (this.onlyComma > this.onlyPoint) return ',';
    return this.onlyPoint === 0 && this.ambiguous > 0 && this.onlyComma === 0 ? null : '.';
  }

  #count(mark: DecimalMark, value: number, n: number): void {
    this.marks[mark].fits += n;
    if (Number.isInteger(value)) this.marks[mark].whole += n;
  }
}
