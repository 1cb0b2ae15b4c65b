import {
  calendarDate,
  dayNumber,
  daysInMonth,
  financialYearLabel,
  financialYearStart,
  parseIsoDate,
} from '../../model/calendar.ts';
import type { Absent, Type } from './value.ts';

type Plain = number | string | boolean;

/** A function or operator: what it takes, what it gives, what it says of itself. */
export interface FunctionRecord {
  /** As in the documentation: "age_at(born, date)". */
  usage: string;
  about: string;
  /**
   * Types of its arguments; those after `optional` may be left out, and the last is repeated when `many`.
   * `same` is the type of the other arguments of that kind.
   */
  takes: readonly (Type | 'any' | 'same')[];
  optional?: number;
  many?: boolean;
  gives: Type | 'same';
  /** Called with values that are there; anything missing makes the answer missing before. */
  run(...args: Plain[]): Plain | Absent;
}

const number = (
  usage: string,
  about: string,
  takes: FunctionRecord['takes'],
  run: (...args: number[]) => number,
  more: Partial<FunctionRecord> = {},
): FunctionRecord => ({
  usage,
  about,
  takes,
  gives: 'number',
  ...more,
  run: (...args) => {
    const value = run(...args.map(Number));
    return Number.isFinite(value) ? value : { why: 'not computable' };
  },
});

const compare = (
  usage: string,
  about: string,
  test: (order: number) => boolean,
): FunctionRecord => ({
  usage,
  about,
  takes: ['same', 'same'],
  gives: 'yesno',
  run: (a, b) => test(a === b ? 0 : (a as string) < (b as string) ? -1 : 1),
});

/** A function whose arguments are all held in the same form: texts, or numbers and days. */
const over =
  <A extends Plain>() =>
  (
    usage: string,
    about: string,
    takes: FunctionRecord['takes'],
    gives: Type,
    run: (...args: A[]) => Plain | Absent,
    optional?: number,
  ): FunctionRecord => ({
    usage,
    about,
    takes,
    gives,
    ...(optional === undefined ? {} : { optional }),
    run: (...args) => run(...(args as A[])),
  });
const onText = over<string>();
const onDays = over<number>();

const EMPTY: Absent = { why: 'empty' };
const text = (value: string): Plain | Absent => (value === '' ? EMPTY : value);

/** Functions with operators; `if`, `is_missing`, `coalesce` and `missing` deal with what is missing themselves. */
export const FUNCTIONS: Readonly<Record<string, FunctionRecord>> = {
  '+': number('a + b', 'sum of two numbers', ['number', 'number'], (a, b) => (a ?? 0) + (b ?? 0)),
  '-': number(
    'a - b',
    'difference of two numbers; of two dates, days between them',
    ['number', 'number'],
    (a, b) => (a ?? 0) - (b ?? 0),
  ),
  '*': number('a * b', 'product', ['number', 'number'], (a, b) => (a ?? 0) * (b ?? 0)),
  '/': number('a / b', 'quotient; missing when b is 0', ['number', 'number'], (a, b) =>
    b === 0 ? Number.NaN : (a ?? 0) / (b ?? 1),
  ),
  '^': number('a ^ b', 'power', ['number', 'number'], (a, b) => (a ?? 0) ** (b ?? 0)),
  negative: number('-a', 'the number with the other sign', ['number'], (a) => -(a ?? 0)),
  '&': {
    usage: 'a & b',
    about: 'two texts one after the other',
    takes: ['text', 'text'],
    gives: 'text',
    run: (a, b) => `${a}${b}`,
  },
  '=': compare('a = b', 'whether both are the same', (order) => order === 0),
  '<>': compare('a <> b', 'whether they differ', (order) => order !== 0),
  '<': compare('a < b', 'whether a comes before b', (order) => order < 0),
  '<=': compare('a <= b', 'whether a comes before b or is b', (order) => order <= 0),
  '>': compare('a > b', 'whether a comes after b', (order) => order > 0),
  '>=': compare('a >= b', 'whether a comes after b or is b', (order) => order >= 0),
  not: {
    usage: 'not a',
    about: 'the opposite of yes or no',
    takes: ['yesno'],
    gives: 'yesno',
    run: (a) => !a,
  },

  abs: number('abs(x)', 'the number without its sign', ['number'], (x) => Math.abs(x ?? 0)),
  round: number(
    'round(x, places)',
    'rounded half away from zero; to whole numbers when places is left out',
    ['number', 'number'],
    (x, places = 0) => roundTo(x ?? 0, places),
    { optional: 1 },
  ),
  floor: number('floor(x)', 'the next whole number below', ['number'], (x) => Math.floor(x ?? 0)),
  ceiling: number('ceiling(x)', 'the next whole number above', ['number'], (x) =>
    Math.ceil(x ?? 0),
  ),
  mod: number(
    'mod(x, y)',
    'what is left of x after division by y, with the sign of y',
    ['number', 'number'],
    (x, y) => (x ?? 0) - (y ?? 0) * Math.floor((x ?? 0) / (y ?? 0)),
  ),
  sqrt: number('sqrt(x)', 'square root', ['number'], (x) => Math.sqrt(x ?? 0)),
  ln: number('ln(x)', 'natural logarithm', ['number'], (x) => Math.log(x ?? 0)),
  exp: number('exp(x)', 'e to the power of x', ['number'], (x) => Math.exp(x ?? 0)),
  min: number(
    'min(a, b, …)',
    'the least; missing when one is',
    ['number', 'number'],
    (...all) => Math.min(...all),
    { many: true, optional: 1 },
  ),
  max: number(
    'max(a, b, …)',
    'the greatest; missing when one is',
    ['number', 'number'],
    (...all) => Math.max(...all),
    { many: true, optional: 1 },
  ),
  sum: number(
    'sum(a, b, …)',
    'the sum; missing when one is',
    ['number', 'number'],
    (...all) => all.reduce((total, each) => total + each, 0),
    { many: true, optional: 1 },
  ),
  mean: number(
    'mean(a, b, …)',
    'the mean; missing when one is',
    ['number', 'number'],
    (...all) => all.reduce((total, each) => total + each, 0) / all.length,
    { many: true, optional: 1 },
  ),
  number: onText(
    'number(text)',
    'text read as a number; missing when it is none',
    ['text'],
    'number',
    (a = '') => (/^\s*[+-]?(\d+(\.\d*)?|\.\d+)\s*$/.test(a) ? Number(a) : { why: 'not a number' }),
  ),

  text: {
    usage: 'text(x)',
    about: 'a number, date or yes/no as text',
    takes: ['any'],
    gives: 'text',
    run: (x) => String(x),
  },
  upper: onText('upper(text)', 'in capitals', ['text'], 'text', (a = '') => a.toUpperCase()),
  lower: onText('lower(text)', 'in small letters', ['text'], 'text', (a = '') => a.toLowerCase()),
  trim: onText('trim(text)', 'without spaces around it', ['text'], 'text', (a = '') =>
    text(a.trim()),
  ),
  length: onText(
    'length(text)',
    'how many characters it has',
    ['text'],
    'number',
    (a = '') => [...a].length,
  ),
  left: {
    usage: 'left(text, n)',
    about: 'the first n characters',
    takes: ['text', 'number'],
    gives: 'text',
    run: (a, n) => text([...String(a)].slice(0, Math.max(0, Number(n))).join('')),
  },
  right: {
    usage: 'right(text, n)',
    about: 'the last n characters',
    takes: ['text', 'number'],
    gives: 'text',
    run: (a, n) => text(Number(n) > 0 ? [...String(a)].slice(-Number(n)).join('') : ''),
  },
  mid: {
    usage: 'mid(text, from, n)',
    about: 'n characters from a place on; the first is 1',
    takes: ['text', 'number', 'number'],
    gives: 'text',
    run: (a, from, n) =>
      text(
        [...String(a)]
          .slice(Math.max(0, Number(from) - 1), Math.max(0, Number(from) - 1 + Number(n)))
          .join(''),
      ),
  },
  contains: onText(
    'contains(text, part)',
    'whether the part stands in it, capitals aside',
    ['text', 'text'],
    'yesno',
    (a = '', b = '') => a.toLowerCase().includes(b.toLowerCase()),
  ),
  starts_with: onText(
    'starts_with(text, part)',
    'whether it begins so, capitals aside',
    ['text', 'text'],
    'yesno',
    (a = '', b = '') => a.toLowerCase().startsWith(b.toLowerCase()),
  ),
  replace: onText(
    'replace(text, part, by)',
    'every such part replaced',
    ['text', 'text', 'text'],
    'text',
    (a = '', b = '', c = '') => text(b === '' ? a : a.replaceAll(b, () => c)),
  ),

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
  imd_group: {
    usage: 'imd_group(decile, "quintile")',
    about:
      'group of an IMD decile (1 = most deprived): "quintile", or "most deprived 20", "most deprived 30" (deciles 1–2, 1–3) against the rest; missing outside 1 to 10',
    takes: ['number', 'text'],
    optional: 1,
    gives: 'text',
    run: (decile, scheme = 'quintile') => imdGroup(Number(decile), String(scheme)),
  },
};

/** What takes part in the answer although something is missing. */
export const SPECIAL: Readonly<Record<string, { usage: string; about: string }>> = {
  and: { usage: 'a and b', about: 'whether both are so; no when one is not, whatever the other' },
  or: { usage: 'a or b', about: 'whether one is so; yes when one is, whatever the other' },
  if: {
    usage: 'if(test, then, else)',
    about:
      'one of two values; missing when the test is. Without “else” it is missing where the test fails',
  },
  is_missing: { usage: 'is_missing(x)', about: 'whether there is no value' },
  coalesce: { usage: 'coalesce(a, b, …)', about: 'the first that is there' },
  missing: { usage: 'missing("why")', about: 'no value, and why' },
  timing: {
    usage: 'timing(date, born, due)',
    about:
      '"Antenatal" before the date of birth, or before the due date where birth is not known; else "Postnatal"; "Not known" without a date or either of them',
  },
};

function roundTo(x: number, places: number): number {
  const shift = Math.min(15, Math.max(-15, Math.trunc(places)));
  // By way of decimal text: 1.005 is written 1.005, and rounds as it is written.
  const [digits = '0', exponent = '0'] = Math.abs(x).toExponential().split('e');
  const rounded = Math.round(Number(`${digits}e${Number(exponent) + shift}`));
  return Math.sign(x) * Number(`${rounded}e${-shift}`);
}

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

const QUINTILES = ['1 Most deprived', '2', '3', '4', '5 Least deprived'];

function imdGroup(decile: number, scheme: string): string | Absent {
  if (!Number.isInteger(decile) || decile < 1 || decile > 10) return { why: 'not a decile' };
  if (scheme === 'quintile') return QUINTILES[Math.ceil(decile / 2) - 1] ?? '';
  const share = scheme === 'most deprived 20' ? 2 : scheme === 'most deprived 30' ? 3 : 0;
  if (share === 0) return { why: `no such grouping: ${scheme}` };
  return decile <= share ? `Deciles 1 to ${share} (most deprived)` : `Deciles ${share + 1} to 10`;
}
