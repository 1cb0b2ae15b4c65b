import { longDate } from '../../model/calendar.ts';
import { dayCodes, NO_DAY } from '../day-codes.ts';
import { DUE_FIELDS, dueIn, sayDue } from '../due.ts';
import { rowsWhere } from '../row-bits.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';
import { labelOf } from '../wording.ts';

const DATE = { of: 'variable', kinds: ['date', 'datetime'] } as const;

/** Rows whose first date is there, whose second is due, and missing. */
export const secondDate: RowKind<TestOf<'second-date'>> = {
  label: 'is followed by a second date',
  severity: 'high',
  dimension: 'completeness',
  fields: [
    { key: 'variable', label: 'First date', form: DATE },
    { key: 'second', label: 'Second date', form: DATE },
    ...DUE_FIELDS,
  ],
  asks: 'rows',
  sentence: (test, words) =>
    `${labelOf(words.variables, test.second)} is filled in where ${labelOf(words.variables, test.variable)} is${sayDue(test, words)}`,
  check: (test, data) => {
    const { table } = data;
    const [first, second] = [table.column(test.variable), table.column(test.second)];
    const days = dayCodes(first);
    const due = dueIn(test, data);
    let of = 0;
    const rows = rowsWhere(table.kernel, (row) => {
      const day = days[first.codes[row] as number] as number;
      if (day === NO_DAY || !due.has(row, day)) return false;
      of += 1;
      return (second.codes[row] as number) < second.floor;
    });
    due.done();
    return { rows, of };
  },
  explain: ({ variable, second }, { table, today }, row) => {
    const column = table.column(variable);
    const day = dayCodes(column)[column.codes[row] as number] as number;
    return {
      wrong: [second],
      against: [variable],
      sentence: `${labelOf(table.variables, variable)} is ${longDate(day)}, ${today - day} days before these data; there is no ${labelOf(table.variables, second)}.`,
    };
  },
};
