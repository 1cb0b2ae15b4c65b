import { calendarDate, dayNumber } from '../model/calendar.ts';

/** Day number of a date that exists. */
export function day(year: number, month: number, date: number): number {
  const days = dayNumber(year, month, date);
  if (days === undefined) throw new RangeError(`no such date: ${year}-${month}-${date}`);
  return days;
}

/** The service opened, and the extract was cut. */
export const OPENED = day(2015, 6, 1);
export const CUT = day(2023, 12, 31);

/** First and last day of service of each financial year: the first begins in June, the last ends in December. */
export const YEARS: readonly { label: string; first: number; last: number }[] = Array.from(
  { length: 9 },
  (_, i) => ({
    label: `${2015 + i}/${16 + i}`,
    first: Math.max(OPENED, day(2015 + i, 4, 1)),
    last: Math.min(CUT, day(2016 + i, 3, 31)),
  }),
);

/** 0 = Monday … 6 = Sunday. */
export function weekday(days: number): number {
  return (((days + 3) % 7) + 7) % 7;
}

/** The day itself, or the Friday before a weekend. */
export function workingDay(days: number): number {
  return days - Math.max(0, weekday(days) - 4);
}

/** The first Tuesday of the month after a day: when referrals are allocated. */
export function nextFirstTuesday(days: number): number {
  const { year, month } = calendarDate(days);
  let first = month === 12 ? day(year + 1, 1, 1) : day(year, month + 1, 1);
  while (weekday(first) !== 1) first++;
  return first;
}

/** "03/04/2021" */
export function ukDate(days: number): string {
  const { year, month, day: date } = calendarDate(days);
  return `${String(date).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}
