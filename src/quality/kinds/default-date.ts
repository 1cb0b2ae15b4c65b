import { type CodeRuns, runsMissing, runsOf } from '../../columns/hot/code-runs.ts';
import type { HotColumn } from '../../columns/hot/hot-column.ts';
import { parseIsoDate } from '../../model/calendar.ts';
import { NO_DAYS } from '../../model/no-days.ts';
import { failingCells, failingIn } from '../column-rows.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';
import { labelOf, namesOf, sayCell } from '../wording.ts';

/** What stands for no date, or is what systems enter that ask for one: the first day of a count, Excel's 0. */
export const DEFAULT_DATES = [...NO_DAYS, '1899-12-30', '1970-01-01'];

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
