import { calendarDate, dayNumber } from '../model/calendar.ts';

/** Days that were moved or added for one year, in England and Wales (gov.uk/bank-holidays). */
const MOVED: Readonly<Record<number, { off: readonly string[]; on: readonly string[] }>> = {
  1981: { off: [], on: ['07-29'] },
  1995: { off: ['05-01'], on: ['05-08'] },
  1999: { off: [], on: ['12-31'] },
  2002: { off: ['05-27'], on: ['06-03', '06-04'] },
  2011: { off: [], on: ['04-29'] },
  2012: { off: ['05-28'], on: ['06-04', '06-05'] },
  2020: { off: ['05-04'], on: ['05-08'] },
  2022: { off: ['05-30'], on: ['06-02', '06-03', '09-19'] },
  2023: { off: [], on: ['05-08'] },
};

const known = new Map<number, ReadonlySet<number>>();

/** Whether a day is a bank holiday in England and Wales, as the rules have it since 1978. */
export function isBankHoliday(day: number): boolean {
  const { year } = calendarDate(day);
  const days = known.get(year) ?? holidaysOf(year);
  known.set(year, days);
  return days.has(day);
}

function holidaysOf(year: number): ReadonlySet<number> {
  const on = (month: number, day: number) => dayNumber(year, month, day) as number;
  const easter = easterSunday(year);
  const firstOfMay = on(5, 1);
  const days = new Set([
    afterWeekend(on(1, 1)),
    easter - 2,
    easter + 1,
    firstOfMay + untilMonday(firstOfMay),
    lastMonday(on(5, 31)),
    lastMonday(on(8, 31)),
    ...christmas(on(12, 25)),
  ]);
  const { off, on: added } = MOVED[year] ?? { off: [], on: [] };
  const dated = (text: string) => on(Number(text.slice(0, 2)), Number(text.slice(3)));
  for (const each of off) days.delete(dated(each));
  for (const each of added) days.add(dated(each));
  return days;
}

/** 0 = Monday. Day 0 of the count was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

const untilMonday = (day: number) => (7 - weekdayOf(day)) % 7;
const lastMonday = (day: number) => day - weekdayOf(day);

function afterWeekend(day: number): number {
  return weekdayOf(day) >= 5 ? day + untilMonday(day) : day;
}

/** Both days, and what takes the place of those on a weekend. */
function christmas(day: number): number[] {
  const weekday = weekdayOf(day);
  // Friday and Saturday: Boxing Day is moved; Saturday and Sunday: both; Sunday: Christmas is moved.
  if (weekday === 4) return [day, day + 3];
  if (weekday === 5) return [day + 2, day + 3];
  return weekday === 6 ? [day + 1, day + 2] : [day, day + 1];
}

/** The anonymous Gregorian computus (Nature, 1876). */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayNumber(year, month, ((h + l - 7 * m + 114) % 31) + 1) as number;
}
