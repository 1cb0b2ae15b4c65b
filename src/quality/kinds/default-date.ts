import { type CodeRuns, runsMissing, runsOf } from '../../columns/hot/code-runs.ts';
import type { HotColumn } from '../../columns/hot/hot-column.ts';
import { parseIsoDate } from '../../model/calendar.ts';
import { failingCells, failingIn } from '../column-rows.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';
import { labelOf, namesOf, sayCell } from '../wording.ts';

/** What systems enter that ask for a date: the first day of the century or of a count, Excel's 0. */
export const DEFAULT_DATES = [
  '1900-01-01',
  '1901-01-01',
  '1899-12-30',
  '1899-12-31',
  '1970-01-01',
  '9999-12-31',
];

/** A default date, or one that the import has read as missing. */
function defaults(column: HotColumn): CodeRuns {
  const reasons = column.variable.missing
    .filter(({ code }) => parseIsoDate(code) !== undefined)
    .map(({ reason }) => reason);
  return [...runsMissing(column, reasons), ...runsOf(column, DEFAULT_DATES)];
}

export const defaultDate: RowKind<TestOf<'default-date'>> = {
  label: 'is no default date',
  severity: 'medium',
  dimension: 'accuracy',
  fields: [{ key: 'variables', label: 'Dates', form: { of: 'variables', kinds: ['date'] } }],
  asks: 'rows',
  sentence: ({ variables }, words) =>
    `${namesOf(words.variables, variables)} ${variables.length > 1 ? 'hold' : 'holds'} no default date such as 1 January 1900`,
  check: ({ variables }, { table }) =>
    failingCells(table, variables, defaults, {
      asked: ({ size }) => (size > 0 ? [[0, size - 1]] : []),
    }),
  explain: ({ variables }, { table }, row) => {
    const wrong = failingIn(table, variables, row, defaults);
    const said = wrong.map(
      (name) => `${labelOf(table.variables, name)}: ${sayCell(table, name, row)}`,
    );
    return { wrong, sentence: `${said.join('; ')}.` };
  },
};
