import { runsBetween } from '../../columns/hot/code-runs.ts';
import type { HotColumn } from '../../columns/hot/hot-column.ts';
import { longDate } from '../../model/calendar.ts';
import { failingCells, failingIn } from '../column-rows.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';
import { labelOf, namesOf, sayCell } from '../wording.ts';

const after = (today: number) => (column: HotColumn) =>
  runsBetween(column, today + 1, Number.POSITIVE_INFINITY);

export const notFuture: RowKind<TestOf<'not-future'>> = {
  label: 'is not in the future',
  severity: 'medium',
  dimension: 'accuracy',
  fields: [{ key: 'variables', label: 'Dates', form: { of: 'variables', kinds: ['date'] } }],
  asks: 'rows',
  sentence: ({ variables }, words) =>
    `${namesOf(words.variables, variables)} ${variables.length > 1 ? 'are' : 'is'} not after the day of the import`,
  check: ({ variables }, { table, today }) => failingCells(table, variables, after(today)),
  explain: ({ variables }, { table, today }, row) => {
    const wrong = failingIn(table, variables, row, after(today));
    const said = wrong.map(
      (name) => `${labelOf(table.variables, name)} is ${sayCell(table, name, row)}`,
    );
    return { wrong, sentence: `${said.join('; ')}; the import was on ${longDate(today)}.` };
  },
};
