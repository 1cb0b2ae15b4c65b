import { calendarDate, dayNumber, daysInMonth } from '../model/calendar.ts';
import type { Span } from '../model/condition.ts';

/** The day so long before another: in months and years the same day of the month, or its last. */
export function dayBack(until: number, n: number, unit: Span): number {
  if (unit === 'days') return until - n;
  if (unit === 'weeks') return until - 7 * n;
  const { year, month, day } = calendarDate(until);
  const months = year * 12 + month - 1 - n * (unit === 'years' ? 12 : 1);
  const [onYear, onMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return dayNumber(onYear, onMonth, Math.min(day, daysInMonth(onYear, onMonth))) ?? until;
}

/**
 * Completed units from a birth to a later day. Who is born on 29 February is a year older on 1 March of
 * other years, as in the law of England and Wales.
 */
export function ageIn(unit: Span, born: number, at: number): number {
  if (unit === 'days') return at - born;
  if (unit === 'weeks') return Math.floor((at - born) / 7);
  const [birth, then] = [calendarDate(born), calendarDate(at)];
  const months = (then.year - birth.year) * 12 + then.month - birth.month;
  const completed = months - (then.day < birth.day ? 1 : 0);
  return unit === 'months' ? completed : Math.floor(completed / 12);
}

/** The same over ISO dates in SQL, of a day that is not before birth. */
export function ageSql(born: string, at: string, unit: Span): string {
  const number = (of: string, from: number, length: number) =>
    `CAST(substr(${of}, ${from}, ${length}) AS INTEGER)`;
  const days = `CAST(julianday(substr(${at}, 1, 10)) - julianday(${born}) AS INTEGER)`;
  if (unit === 'days') return days;
  if (unit === 'weeks') return `${days} / 7`;
  const months =
    `((${number(at, 1, 4)} - ${number(born, 1, 4)}) * 12 + ${number(at, 6, 2)} - ` +
    `${number(born, 6, 2)} - (substr(${at}, 9, 2) < substr(${born}, 9, 2)))`;
  return unit === 'months' ? months : `${months} / 12`;
}
