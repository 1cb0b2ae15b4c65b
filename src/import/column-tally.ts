import { AnswersTally } from './answers-tally.ts';
import { CodeTally } from './code-tally.ts';
import { DateTally } from './date-tally.ts';
import { timeValue, writtenDate } from './dates.ts';
import { durationValue } from './durations.ts';
import { LabelledTally } from './labelled.ts';
import { missingToken } from './missing-tokens.ts';
import { NumberTally } from './number-tally.ts';
import { writtenNumber } from './numbers.ts';
import type { ColumnProfile } from './profile.ts';
import { CELL } from './raw-table.ts';
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
  const dates = new DateTally();
  const numbers = new NumberTally();
  const codes = new CodeTally();
  const labelled = new LabelledTally();
  const answers = new AnswersTally();
  const serials = { n: 0, withTime: 0, example: '' };
  const tokens: { text: string; reason: string; n: number }[] = [];
  const wholes = new Map<number, number>();
  const sums = {
    judged: 0,
    distinct: 0,
    errors: 0,
    uncalculated: 0,
    times: 0,
    suppressed: 0,
    yes: 0,
    no: 0,
    letters: 0,
    longest: 0,
  };
  for (const code of used) {
    const text = values.dictionary[code] as string;
    const type = values.types[code] as number;
    const n = counts[code] as number;
    if (type === CELL.error) {
      sums.errors += n;
      continue;
    }
    if (type === CELL.uncalculated) {
      sums.uncalculated += n;
      continue;
    }
    const token = missingToken(text);
    if (token !== undefined) {
      tokens.push({ text: text.trim(), reason: token, n });
      continue;
    }
    sums.judged += n;
    sums.distinct++;
    if (text.length > sums.longest) sums.longest = text.length;
    const answer = yesNoValue(text);
    if (answer !== undefined) {
      if (answer === 1) sums.yes += n;
      else sums.no += n;
      if (text.trim().length === 1) sums.letters += n;
      continue;
    }
    if (text.length > 60) {
      labelled.add(text, n);
      answers.add(text, n);
      continue;
    }
    codes.add(text, n);
    const number = writtenNumber(text);
    if (number) {
      numbers.add(number, text, n, type === CELL.number);
      const serial = serialNumber(text);
      if (serial !== undefined) {
        serials.n += n;
        if (!Number.isInteger(serial)) serials.withTime += n;
        serials.example ||= text.trim();
      }
      const whole = number.percent ? Number.NaN : Number(text);
      if (Number.isInteger(whole) && wholes.size < 2_000) {
        wholes.set(whole, (wholes.get(whole) ?? 0) + n);
      }
      continue;
    }
    const date = writtenDate(text);
    if (date) {
      // A date format hides the time of day that the number may hold.
      const shown = type === CELL.date ? { ...date, time: null } : date;
      dates.add(shown, text, n, firstRows[code] as number);
      continue;
    }
    if (type === CELL.time || timeValue(text) !== undefined || durationValue(text) !== undefined) {
      sums.times += n;
    } else if (suppressedReason(text) !== undefined) {
      sums.suppressed += n;
    } else {
      labelled.add(text, n);
      answers.add(text, n);
    }
  }
  return {
    ...sums,
    isExact: true,
    tokens,
    dates,
    serials,
    numbers,
    wholes,
    codes,
    labelled,
    answers,
  };
}
