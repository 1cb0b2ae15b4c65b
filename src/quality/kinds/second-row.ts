import type { HotColumn } from '../../columns/hot/hot-column.ts';
import { codeValue } from '../../columns/hot/hot-value.ts';
import { longDate } from '../../model/calendar.ts';
import { KINDS } from '../../model/variable.ts';
import { dayCodes, NO_DAY } from '../day-codes.ts';
import { DUE_FIELDS, dueIn, sayDue } from '../due.ts';
import { addRow } from '../row-bits.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';
import { labelOf } from '../wording.ts';

/** For each code of a column, whether it is one of some values. */
function areValues(column: HotColumn, values: readonly string[]): Uint8Array {
  const wanted = new Set(values);
  return Uint8Array.from({ length: column.size }, (_, code) =>
    code >= column.floor && wanted.has(String(codeValue(column, code))) ? 1 : 0,
  );
}

/** The first row of each person's first form fails, where the second is due and there is none. */
export const secondRow: RowKind<TestOf<'second-row'>> = {
  label: 'is followed by a second form',
  severity: 'high',
  dimension: 'completeness',
  fields: [
    { key: 'per', label: 'Person', form: { of: 'variable', kinds: KINDS } },
    { key: 'time', label: 'Time point', form: { of: 'variable', kinds: KINDS } },
    { key: 'first', label: 'First', form: { of: 'texts' } },
    { key: 'second', label: 'Second', form: { of: 'texts' } },
    {
      key: 'variable',
      label: 'Date of the form',
      form: { of: 'variable', kinds: ['date', 'datetime'] },
    },
    ...DUE_FIELDS,
  ],
  asks: 'rows',
  sentence: (test, words) =>
    `Each ${labelOf(words.variables, test.per)} with ${test.first[0] ?? ''} has ${test.second[0] ?? ''} in ${labelOf(words.variables, test.time)}${sayDue(test, words)}`,
  check: (test, data) => {
    const { table } = data;
    const [person, time, date] = [test.per, test.time, test.variable].map((name) =>
      table.column(name),
    ) as [HotColumn, HotColumn, HotColumn];
    const [isFirst, isSecond] = [areValues(time, test.first), areValues(time, test.second)];
    const days = dayCodes(date);
    const due = dueIn(test, data);
    // By code of the person: the row of the first form + 1, and whether there is a second.
    const firstRow = new Uint32Array(person.size);
    const hasSecond = new Uint8Array(person.size);
    for (let row = 0; row < table.rows; row++) {
      const who = person.codes[row] as number;
      const at = time.codes[row] as number;
      if (who < person.floor) continue;
      if (isSecond[at] === 1) hasSecond[who] = 1;
      if (isFirst[at] !== 1 || firstRow[who] !== 0) continue;
      const day = days[date.codes[row] as number] as number;
      if (day !== NO_DAY && due.has(row, day)) firstRow[who] = row + 1;
    }
    due.done();
    const rows = table.kernel.bitmap();
    let of = 0;
    for (let who = person.floor; who < person.size; who++) {
      if (firstRow[who] === 0) continue;
      of += 1;
      if (hasSecond[who] === 0) addRow(rows, (firstRow[who] as number) - 1);
    }
    return { rows, of };
  },
  explain: ({ variable, per, time, first, second }, { table, today }, row) => {
    const date = table.column(variable);
    const day = dayCodes(date)[date.codes[row] as number] as number;
    return {
      wrong: [time],
      against: [per, variable],
      sentence: `${first[0] ?? ''} is of ${longDate(day)}, ${today - day} days before these data; there is no ${second[0] ?? ''} of the same ${labelOf(table.variables, per)}.`,
    };
  },
};
