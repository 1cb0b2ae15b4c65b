import { conditionBitmap } from '../../cohort/condition-bitmap.ts';
import { conditionSentence } from '../../cohort/sentence.ts';
import { addRuns } from '../../columns/hot/code-runs.ts';
import { parseIsoDate } from '../../model/calendar.ts';
import { isBankHoliday } from '../bank-holidays.ts';
import { runsFailing } from '../column-rows.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';
import { labelOf, sayCell } from '../wording.ts';

const DAYS = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'];

/** Day 0 was a Thursday. */
const nameOf = (day: number) => DAYS[((day % 7) + 7) % 7] as string;

function isDayOff(day: number): boolean {
  return nameOf(day).startsWith('S') || isBankHoliday(day);
}

export const weekday: RowKind<TestOf<'weekday'>> = {
  label: 'is on a working day',
  severity: 'info',
  dimension: 'accuracy',
  fields: [
    { key: 'variable', label: 'Date', form: { of: 'variable', kinds: ['date'] } },
    { key: 'when', label: 'Only when', form: { of: 'condition' }, optional: true },
  ],
  asks: 'rows',
  sentence: ({ variable, when }, words) => {
    const said = `${labelOf(words.variables, variable)} is a working day in England and Wales`;
    return when
      ? `${said} for ${conditionSentence(when, words.variables, words.unit, words.linked)}`
      : said;
  },
  check: ({ variable, when }, { table, frames }) => {
    const { kernel } = table;
    const column = table.column(variable);
    const rows = kernel.bitmap();
    addRuns(
      kernel,
      rows,
      column,
      runsFailing(column, (value) => isDayOff(parseIsoDate(String(value)) ?? 0)),
    );
    const asked = kernel.bitmap();
    kernel.addRange(asked, column.codes, column.floor, column.size);
    if (when) {
      const within = conditionBitmap(when, table, frames);
      kernel.and(rows, within);
      kernel.and(asked, within);
      kernel.release(within);
    }
    const of = kernel.count(asked);
    kernel.release(asked);
    return { rows, of };
  },
  explain: ({ variable }, { table }, row) => {
    const column = table.column(variable);
    const code = column.codes[row] as number;
    const day = column.scale.by === 'step' ? column.scale.low + code - column.floor : 0;
    const why = isBankHoliday(day) ? 'a bank holiday' : `a ${nameOf(day)}`;
    return {
      wrong: [variable],
      sentence: `${labelOf(table.variables, variable)}, ${sayCell(table, variable, row)}, is ${why}.`,
    };
  },
};
