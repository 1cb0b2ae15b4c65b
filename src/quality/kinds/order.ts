import type { Bitmap } from '../../columns/kernel/column-kernel.ts';
import { longDate } from '../../model/calendar.ts';
import { dayCodes, NO_DAY } from '../day-codes.ts';
import { linkedRows, NO_ROW } from '../linked-rows.ts';
import { rowsWhere } from '../row-bits.ts';
import type { CheckedTable, RowKind, TestOf, Words } from '../rule-kind.ts';
import { labelOf } from '../wording.ts';

type Test = TestOf<'order'>;

/** The codes whose days are compared, and the day of each: of this table, or of the row linked to. */
interface Dates {
  codes: ArrayLike<number>;
  days: Int32Array;
}

function datesOf(name: string, { table }: CheckedTable): Dates {
  const column = table.column(name);
  return { codes: column.codes, days: dayCodes(column) };
}

function comparedTo({ after }: Test, data: CheckedTable): Dates {
  if (typeof after === 'string') return datesOf(after, data);
  const other = data.linked(after.table);
  const column = data.table.column(after.foreignKey);
  const rows = linkedRows(column, other.column(after.key), other.rows);
  const date = other.column(after.variable);
  const days = dayCodes(date);
  return {
    codes: column.codes,
    days: Int32Array.from(rows, (row) =>
      row === NO_ROW ? NO_DAY : (days[date.codes[row] as number] as number),
    ),
  };
}

const limits = ({ least, most }: Test) => ({
  low: least ?? (most === undefined ? 0 : Number.NEGATIVE_INFINITY),
  high: most ?? Number.POSITIVE_INFINITY,
});

/** Rows in which both days are there and too few or too many lie between them. */
function outOfOrder(test: Test, data: CheckedTable): { rows: Bitmap; of: number } {
  const { low, high } = limits(test);
  const own = plainDates(test, data);
  if (own) return farApart(data.table, own, low, high);
  const first = datesOf(test.variable, data);
  const second = comparedTo(test, data);
  let of = 0;
  const rows = rowsWhere(data.table.kernel, (row) => {
    const a = first.days[first.codes[row] as number] as number;
    const b = second.days[second.codes[row] as number] as number;
    if (a === NO_DAY || b === NO_DAY) return false;
    of += 1;
    return a - b < low || a - b > high;
  });
  return { rows, of };
}

/** Two columns of this table whose codes are days: their differences are those of the days. */
function plainDates({ variable, after }: Test, { table }: CheckedTable) {
  if (typeof after !== 'string') return undefined;
  const [first, second] = [table.column(variable), table.column(after)];
  if (first.scale.by !== 'step' || second.scale.by !== 'step') return undefined;
  const apart = first.scale.low - first.floor - (second.scale.low - second.floor);
  return { first, second, apart };
}

/** Written out, because a million rows go through it for each rule. */
function farApart(
  { kernel, rows: n }: CheckedTable['table'],
  { first, second, apart }: NonNullable<ReturnType<typeof plainDates>>,
  low: number,
  high: number,
): { rows: Bitmap; of: number } {
  const { codes: a, floor: floorA } = first;
  const { codes: b, floor: floorB } = second;
  const least = Math.max(low - apart, -(2 ** 31));
  const most = Math.min(high - apart, 2 ** 31);
  const rows = kernel.bitmap();
  let of = 0;
  for (let from = 0, word = 0; from < n; from += 32, word++) {
    const end = Math.min(from + 32, n);
    let bits = 0;
    for (let row = from; row < end; row++) {
      const one = a[row] as number;
      const other = b[row] as number;
      if (one < floorA || other < floorB) continue;
      of += 1;
      const days = one - other;
      if (days < least || days > most) bits |= 1 << (row & 31);
    }
    rows[word] = bits;
  }
  return { rows, of };
}

function otherName({ after }: Test, words: Pick<Words, 'variables' | 'linked'>): string {
  if (typeof after === 'string') return labelOf(words.variables, after);
  const { variables, label } = words.linked(after.table);
  return `${labelOf(variables, after.variable)} of ${label}`;
}

/** Without limits: on the day of the other or after it. Rows that lack one of the dates are not asked. */
export const order: RowKind<Test> = {
  label: 'is on or after another date',
  severity: 'high',
  dimension: 'consistency',
  fields: [
    { key: 'variable', label: 'Date', form: { of: 'variable', kinds: ['date', 'datetime'] } },
    { key: 'after', label: 'On or after', form: { of: 'date-or-linked' } },
    {
      key: 'least',
      label: 'At least so many days after',
      form: { of: 'number', whole: true },
      optional: true,
    },
    {
      key: 'most',
      label: 'At most so many days after',
      form: { of: 'number', whole: true },
      optional: true,
    },
  ],
  asks: 'rows',
  sentence: (test, words) => {
    const own = labelOf(words.variables, test.variable);
    const other = otherName(test, words);
    const { least, most } = test;
    if (least === undefined && most === undefined) return `${own} is on or after ${other}`;
    if (most === undefined) return `${own} is at least ${sayDays(least ?? 0)} after ${other}`;
    return least === undefined
      ? `${own} is at most ${sayDays(most)} after ${other}`
      : `${own} is from ${sayDays(least)} to ${sayDays(most)} after ${other}`;
  },
  check: (test, data) => outOfOrder(test, data),
  explain: (test, data, row) => {
    const { table } = data;
    const first = datesOf(test.variable, data);
    const second = comparedTo(test, data);
    const a = first.days[first.codes[row] as number] as number;
    const b = second.days[second.codes[row] as number] as number;
    const other = otherName(test, {
      variables: table.variables,
      linked: (name) => ({ label: data.label(name), variables: data.linked(name).variables }),
    });
    const apart = a < b ? `is ${sayDays(b - a)} before` : `is ${sayDays(a - b)} after`;
    return {
      wrong: [test.variable],
      against: [typeof test.after === 'string' ? test.after : test.after.foreignKey],
      sentence: `${labelOf(table.variables, test.variable)} ${longDate(a)} ${apart} ${other}, ${longDate(b)}.`,
    };
  },
};

const YEAR = 365.25;

function sayDays(days: number): string {
  const [n, unit] =
    Math.abs(days) >= 2 * YEAR ? [Math.round((10 * days) / YEAR) / 10, 'year'] : [days, 'day'];
  return `${String(n).replace('-', '−')} ${unit}${n === 1 ? '' : 's'}`;
}
