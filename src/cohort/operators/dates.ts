import {
  type CodeRuns,
  runsBetween,
  runsWhere,
  runsWhereDay,
  unionRuns,
} from '../../columns/hot/code-runs.ts';
import type { HotColumn } from '../../columns/hot/hot-column.ts';
import { dayNumber, isoDate, parseIsoDate } from '../../model/calendar.ts';
import type { Moment } from '../../model/condition.ts';
import { maskDayPairs, maskWhere } from '../mask-where.ts';
import { DATED, yearStart } from '../operands.ts';
import type { Operators, TestOf } from '../operator.ts';
import { ageIn, ageSql, dayBack } from '../spans.ts';

/** Day numbers, and the moments of those days, from one to another. */
type Stretch = readonly [first: number, last: number];

/** What is asked of dates by the calendar. */
export const DATE_OPERATORS: Operators<'within-last' | 'in-financial-year' | 'age-at'> = {
  'within-last': {
    label: 'is within the last',
    accepts: DATED,
    operands: { n: 'count', unit: 'span', until: 'day' },
    forms: [{ words: 'is within the last {n} {unit} up to {until}' }],
    mask: (test, column) => maskWhere(column, isIn([lastOf(test)])),
    runs: (test, column) => runsIn(column, [lastOf(test)]),
    sql: (test, { column }) => sqlIn(column, [lastOf(test)]),
  },
  'in-financial-year': {
    label: 'is in financial year',
    accepts: DATED,
    operands: { years: 'years' },
    forms: [{ words: 'is in financial year {years}' }],
    mask: ({ years }, column) => maskWhere(column, isIn(years.map(financialYear))),
    runs: ({ years }, column) => runsIn(column, years.map(financialYear)),
    sql: ({ years }, { column }) => sqlIn(column, years.map(financialYear)),
  },
  'age-at': {
    label: 'gives an age',
    accepts: ['date'],
    operands: { low: 'count', high: 'count', unit: 'span', at: 'moment' },
    forms: [
      {
        words: 'gives an age between {low} and {high} {unit} {at}',
        says: ({ low, high }) => low !== undefined && high !== undefined,
      },
      {
        words: 'gives an age of at least {low} {unit} {at}',
        says: ({ low, high }) => low !== undefined && high === undefined,
      },
      {
        words: 'gives an age of at most {high} {unit} {at}',
        says: ({ low, high }) => low === undefined && high !== undefined,
      },
    ],
    mask: (test, column, other) => {
      const passes = hasAge(test);
      if (other) return maskDayPairs(column, other, passes);
      const at = dayOf(test.at);
      return maskWhere(column, (born) => passes(parseIsoDate(String(born)) ?? Number.NaN, at));
    },
    runs: (test, column) => {
      const [passes, at] = [hasAge(test), dayOf(test.at)];
      return runsWhereDay(column, (born) => passes(born, at));
    },
    days: (test) => hasAge(test),
    sql: ({ unit, at, low, high }, { column, other }) => {
      const age = ageSql(column, other ?? '?', unit);
      const bounds = [
        ...(low === undefined ? [] : [{ sql: `${age} >= ?`, bound: low }]),
        ...(high === undefined ? [] : [{ sql: `${age} <= ?`, bound: high }]),
      ];
      const until = { sql: `substr(${other ?? '?'}, 1, 10) >= ${column}`, bound: undefined };
      const parts = [until, ...bounds];
      const day = 'day' in at ? at.day : undefined;
      return {
        sql: parts.map(({ sql }) => sql).join(' AND '),
        params: parts.flatMap(({ sql, bound }) => {
          const own = bound === undefined ? [] : [bound];
          const days = sql.split('?').length - 1 - own.length;
          return [...Array.from({ length: days }, () => day ?? ''), ...own];
        }),
      };
    },
  },
};

/** Whether somebody who was born on the first day has the age on the second; nobody has one before birth. */
function hasAge({ unit, low = 0, high = Number.POSITIVE_INFINITY }: TestOf<'age-at'>) {
  return (born: number, at: number) => {
    const age = at >= born ? ageIn(unit, born, at) : Number.NaN;
    return age >= low && age <= high;
  };
}

function dayOf(at: Moment): number {
  return ('day' in at ? parseIsoDate(at.day) : undefined) ?? Number.NaN;
}

function lastOf({ n, unit, until }: TestOf<'within-last'>): Stretch {
  const end = parseIsoDate(until) ?? 0;
  return [dayBack(end, n, unit) + 1, end];
}

function financialYear(label: string): Stretch {
  const start = yearStart(label) ?? 0;
  return [dayNumber(start, 4, 1) ?? 0, (dayNumber(start + 1, 4, 1) ?? 0) - 1];
}

function isIn(stretches: readonly Stretch[]): (cell: string | number) => boolean {
  const iso = stretches.map(([first, last]) => [isoDate(first), isoDate(last)] as const);
  return (cell) => {
    const day = String(cell).slice(0, 10);
    return iso.some(([first, last]) => day >= first && day <= last);
  };
}

function runsIn(column: HotColumn, stretches: readonly Stretch[]): CodeRuns {
  if (column.scale.by === 'text') return runsWhere(column, isIn(stretches));
  return unionRuns(stretches.flatMap(([first, last]) => runsBetween(column, first, last)));
}

function sqlIn(column: string, stretches: readonly Stretch[]) {
  return {
    sql: stretches.map(() => `substr(${column}, 1, 10) BETWEEN ? AND ?`).join(' OR '),
    params: stretches.flatMap((stretch) => stretch.map(isoDate)),
  };
}
