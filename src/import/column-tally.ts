import { missingToken } from '../model/missing-tokens.ts';
import { plainDate, timeValue, type WrittenDate, writtenDate } from '../model/written-date.ts';
import { AnswersTally } from './answers-tally.ts';
import { CodeTally } from './code-tally.ts';
import { DateTally } from './date-tally.ts';
import { durationValue } from './durations.ts';
import { LabelledTally } from './labelled.ts';
import { NumberTally } from './number-tally.ts';
import { writtenNumber } from './numbers.ts';
import type { ColumnProfile } from './profile.ts';
import { CELL, type CellType } from './raw-table.ts';
import { serialNumber } from './serials.ts';
import { suppressedReason } from './suppressed.ts';
import { yesNoValue } from './yes-no.ts';

/** Everything the cells of a column say about what it is: one pass over all distinct values. */
export interface ColumnTally {
  /** Filled cells that are neither missing tokens, errors nor uncalculated formulas. */
  judged: number;
  /** Distinct values among them. */
  distinct: number;
  /** Whether that is their number; else there are no more of them. */
  isExact: boolean;
  /** Missing tokens as they are written, and how often. */
  tokens: readonly { text: string; reason: string; n: number }[];
  errors: number;
  uncalculated: number;
  dates: DateTally;
  times: number;
  /** Cells that could be day numbers of Excel; how many of them have a time of day; one of them. */
  serials: { n: number; withTime: number; example: string };
  numbers: NumberTally;
  /** `<5`, `5+`, `*`: a number stands behind them, but they are none. */
  suppressed: number;
  labelled: LabelledTally;
  answers: AnswersTally;
  /** Whole numbers and how often, up to 2,000 of them: to look for missing codes. */
  wholes: ReadonlyMap<number, number>;
  codes: CodeTally;
  yes: number;
  no: number;
  /** Answers that are a single letter. */
  letters: number;
  longest: number;
}

export function tallyColumn(profile: ColumnProfile): ColumnTally {
  const { values, counts, firstRows, used } = profile;
  const counter = new CellCounter();
  for (const code of used) {
    counter.count({
      text: values.dictionary[code] as string,
      type: values.types[code] as number,
      n: counts[code] as number,
      row: firstRows[code] as number,
    });
  }
  return counter;
}

/** Cells that are all the same. */
interface SameCells {
  text: string;
  type: CellType;
  n: number;
  /** Regular row of the first. */
  row: number;
}

/** Looks at one distinct text after the other. */
class CellCounter implements ColumnTally {
  judged = 0;
  distinct = 0;
  readonly isExact = true;
  readonly tokens: { text: string; reason: string; n: number }[] = [];
  errors = 0;
  uncalculated = 0;
  readonly dates = new DateTally();
  times = 0;
  readonly serials = { n: 0, withTime: 0, example: '' };
  readonly numbers = new NumberTally();
  suppressed = 0;
  readonly labelled = new LabelledTally();
  readonly answers = new AnswersTally();
  readonly wholes = new Map<number, number>();
  readonly codes = new CodeTally();
  yes = 0;
  no = 0;
  letters = 0;
  longest = 0;

  count(cells: SameCells): void {
    const { text, type, n } = cells;
    if (type === CELL.error) {
      this.errors += n;
      return;
    }
    if (type === CELL.uncalculated) {
      this.uncalculated += n;
      return;
    }
    const date = plainDate(text);
    if (date) {
      this.#addDate(date, cells);
      return;
    }
    const token = missingToken(text);
    if (token !== undefined) this.tokens.push({ text: text.trim(), reason: token, n });
    else this.#judge(cells);
  }

  /** A date as nearly all are written: it could be a code as well, and nothing else. */
  #addDate(date: WrittenDate, { text, n, row }: SameCells): void {
    this.judged += n;
    this.distinct++;
    this.longest = Math.max(this.longest, text.length);
    this.codes.codeLike += n;
    this.dates.add(date, text, n, row);
  }

  #judge(cells: SameCells): void {
    const { text, n } = cells;
    this.judged += n;
    this.distinct++;
    if (text.length > this.longest) this.longest = text.length;
    const answer = yesNoValue(text);
    if (answer === 1) this.yes += n;
    else if (answer !== undefined) this.no += n;
    if (answer !== undefined) {
      if (text.trim().length === 1) this.letters += n;
    } else if (text.length > 60) this.#addWords(text, n);
    else {
      this.codes.add(text, n);
      if (!this.#isNumber(cells) && !this.#isDate(cells)) this.#addOther(cells);
    }
  }

  #isNumber({ text, type, n }: SameCells): boolean {
    const number = writtenNumber(text);
    if (!number) return false;
    this.numbers.add(number, text, n, type === CELL.number);
    const serial = serialNumber(text);
    if (serial !== undefined) {
      this.serials.n += n;
      if (!Number.isInteger(serial)) this.serials.withTime += n;
      this.serials.example ||= text.trim();
    }
    const whole = number.percent ? Number.NaN : Number(text);
    if (Number.isInteger(whole) && this.wholes.size < 2_000) {
      this.wholes.set(whole, (this.wholes.get(whole) ?? 0) + n);
    }
    return true;
  }

  #isDate({ text, type, n, row }: SameCells): boolean {
    const date = writtenDate(text);
    if (!date) return false;
    // A date format hides the time of day that the number may hold.
    this.dates.add(type === CELL.date ? { ...date, time: null } : date, text, n, row);
    return true;
  }

  #addOther({ text, type, n }: SameCells): void {
    if (type === CELL.time || timeValue(text) !== undefined || durationValue(text) !== undefined) {
      this.times += n;
    } else if (suppressedReason(text) !== undefined) this.suppressed += n;
    else this.#addWords(text, n);
  }

  #addWords(text: string, n: number): void {
    this.labelled.add(text, n);
    this.answers.add(text, n);
  }
}
