import {
  calendarDate,
  dayNumber,
  daysInMonth,
  financialYearLabel,
  financialYearStart,
  parseIsoDate,
} from '../../../model/calendar.ts';
import type { Absent } from '../value.ts';
import { type FunctionRecord, onDays, onText } from './function-record.ts';

/** What is asked of dates and made of them. */
export const DATE_FUNCTIONS: Readonly<Record<string, FunctionRecord>> = {
  date: onText(
    'date(text)',
    'a date written as "2022-04-01"',
    ['text'],
    'date',
    (a = '') => parseIsoDate(a.trim()) ?? { why: 'not a date' },
  ),
  make_date: onDays(
    'make_date(year, month, day)',
    'a date of its parts; missing when there is no such day',
    ['number', 'number', 'number'],
    'date',
    (y = 0, m = 0, d = 0) => dayNumber(y, m, d) ?? { why: 'no such day' },
  ),
  year: onDays(
    'year(date)',
    'its calendar year',
    ['date'],
    'number',
    (d = 0) => calendarDate(d).year,
  ),
  month: onDays(
    'month(date)',
    'its month, 1 to 12',
    ['date'],
    'number',
    (d = 0) => calendarDate(d).month,
  ),
  day: onDays(
    'day(date)',
    'its day of the month',
    ['date'],
    'number',
    (d = 0) => calendarDate(d).day,
  ),
  weekday: onDays(
    'weekday(date)',
    'its day of the week, Monday 1 to Sunday 7',
    ['date'],
    'number',
    (d = 0) => ((((d + 3) % 7) + 7) % 7) + 1,
  ),
  days_between: onDays(
    'days_between(from, to)',
    'days from one date to another; negative when it is earlier',
    ['date', 'date'],
    'number',
    (a = 0, b = 0) => b - a,
  ),
  months_between: onDays(
    'months_between(from, to)',
    'completed months from one date to another',
    ['date', 'date'],
    'number',
    (a = 0, b = 0) => (b >= a ? completedMonths(a, b) : -completedMonths(b, a)),
  ),
  add_days: onDays(
    'add_days(date, n)',
    'the date n days later',
    ['date', 'number'],
    'date',
    (d = 0, n = 0) => d + Math.trunc(n),
  ),
  add_months: onDays(
    'add_months(date, n)',
    'the date n months later, on the last day of a shorter month',
    ['date', 'number'],
    'date',
    (d = 0, n = 0) => addMonths(d, Math.trunc(n)),
  ),
  age_at: onDays(
    'age_at(born, date)',
    'completed years of age; missing before birth. Someone born on 29 February is a year older on 1 March',
    ['date', 'date'],
    'number',
    (born = 0, at = 0) =>
      at < born ? { why: 'before birth' } : Math.floor(completedMonths(born, at) / 12),
  ),
  age_in_months: onDays(
    'age_in_months(born, date)',
    'completed months of age; missing before birth',
    ['date', 'date'],
    'number',
    (born = 0, at = 0) => (at < born ? { why: 'before birth' } : completedMonths(born, at)),
  ),
  financial_year: onDays(
    'financial_year(date)',
    'the year from 1 April to 31 March, as "2015/16"',
    ['date'],
    'text',
    (d = 0) => financialYearLabel(financialYearStart(d)),
  ),
  gestation_weeks: onDays(
    'gestation_weeks(due, date)',
    'completed weeks of pregnancy: 40 on the due date; missing outside 0 to 44',
    ['date', 'date'],
    'number',
    (due = 0, at = 0) => gestation(due, at),
  ),
};

function completedMonths(from: number, to: number): number {
  const [a, b] = [calendarDate(from), calendarDate(to)];
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
}

function addMonths(day: number, n: number): number | Absent {
  const { year, month, day: ofMonth } = calendarDate(day);
  const at = year * 12 + month - 1 + n;
  const [newYear, newMonth] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1];
  const last = daysInMonth(newYear, newMonth);
  return dayNumber(newYear, newMonth, Math.min(ofMonth, last)) ?? { why: 'no such day' };
}

/** 280 − (due − date) days, in completed weeks (NHS Data Dictionary: days 280 to 286 are week 40). */
function gestation(due: number, at: number): number | Absent {
  const days = 280 - (due - at);
  return days < 0 || days > 308 ? { why: 'not during the pregnancy' } : Math.floor(days / 7);
}
