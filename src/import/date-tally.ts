import { calendarDate, dayNumber } from '../model/calendar.ts';
import type { DateOrder } from '../model/importing.ts';
import { dateValue, type WrittenDate } from '../model/written-date.ts';
import { today } from './today.ts';

/** A cell that proves something, for the evidence. */
export interface Proof {
  /** Regular row. */
  row: number;
  text: string;
}

/** What the dates of a column say about the order of day and month. */
export class DateTally {
  /** Cells shaped like a date, also impossible ones. */
  dates = 0;
  /** Dates that exist in some order. */
  possible = 0;
  /** Need no order: ISO dates and named months. */
  settled = 0;
  /** Exist only day first, only month first; in both orders but as another day. */
  dayFirst = 0;
  monthFirst = 0;
  either = 0;
  /** Dates with a two-digit year, and how many numeric ones of them exist year first. */
  twoDigitYears = 0;
  yearFirst = 0;
  /** Those that would lie between today and the end of this year, by order. */
  readonly restOfYear: Record<DateOrder, number> = { dmy: 0, mdy: 0, ymd: 0 };
  readonly #today = today();
  readonly #yearEnd = dayNumber(calendarDate(this.#today).year, 12, 31) ?? this.#today;
  withTime = 0;
  dayProof: Proof | undefined;
  monthProof: Proof | undefined;
  /** The first numeric date that exists, and the first that the order decides about. */
  example: string | undefined;
  telling: string | undefined;

  add(date: WrittenDate, text: string, n: number, row: number): void {
    this.dates += n;
    if (date.time !== null && date.time !== '00:00:00') this.withTime += n;
    const dmy = dateValue(date, 'dmy');
    const mdy = dateValue(date, 'mdy');
    if (date.twoDigitYear) {
      this.twoDigitYears += n;
      if (date.form === 'numbers' && dateValue(date, 'ymd') !== undefined) this.yearFirst += n;
      this.#countRestOfYear(date, n);
    }
    if (dmy === undefined && mdy === undefined) return;
    this.possible += n;
    if (date.form !== 'numbers') {
      this.settled += n;
      return;
    }
    this.example ??= text.trim();
    if (dmy !== mdy) this.telling ??= text.trim();
    if (mdy === undefined) {
      this.dayFirst += n;
      if (!this.dayProof || row < this.dayProof.row) this.dayProof = { row, text };
    } else if (dmy === undefined) {
      this.monthFirst += n;
      if (!this.monthProof || row < this.monthProof.row) this.monthProof = { row, text };
    } else if (dmy !== mdy) {
      this.either += n;
    }
  }

  #countRestOfYear(date: WrittenDate, n: number): void {
    for (const order of ['dmy', 'mdy', 'ymd'] as const) {
      const day = dateValue(date, order, 100);
      if (day !== undefined && day > this.#today && day <= this.#yearEnd) {
        this.restOfYear[order] += n;
      }
    }
  }
}
