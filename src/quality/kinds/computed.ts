import { numberOf } from '../../columns/hot/hot-column.ts';
import { codeValue } from '../../columns/hot/hot-value.ts';
import { longDate } from '../../model/calendar.ts';
import { formatNumber } from '../../model/format.ts';
import { Refusal } from '../../model/refusal.ts';
import { KINDS } from '../../model/variable.ts';
import { dayCodes } from '../day-codes.ts';
import { rowsWhere } from '../row-bits.ts';
import type { CheckedTable, Computed, RowKind, TestOf } from '../rule-kind.ts';
import { labelOf, sayCell } from '../wording.ts';
import { TOLERANCE } from './equal.ts';

type Test = TestOf<'computed'>;

/** The value of each code of the variable, as the expression would give it. */
function valuesOf({ variable, expression }: Test, { table }: CheckedTable, { type }: Computed) {
  const column = table.column(variable);
  const { kind, label } = column.variable;
  const isDate = kind === 'date' || kind === 'datetime';
  const own = isDate ? 'date' : column.scale.by === 'text' ? 'text' : 'number';
  if (own !== (type === 'yesno' ? 'number' : type)) {
    throw new Refusal(
      'other-type',
      `${label} holds ${WORDS[own]}, and ${expression} gives ${WORDS[type]}.`,
      { hint: 'Let the expression give what the variable holds.', where: { option: 'expression' } },
    );
  }
  if (own === 'text') return (code: number) => String(codeValue(column, code));
  const days = isDate ? dayCodes(column) : undefined;
  return (code: number) => (days ? (days[code] as number) : numberOf(column, code));
}

const WORDS = { date: 'dates', text: 'texts', number: 'numbers', yesno: 'yes or no' } as const;

/** Rows in which the variable is missing, or what is computed cannot be known, are not asked. */
export const computed: RowKind<Test> = {
  label: 'is what an expression gives',
  severity: 'high',
  dimension: 'consistency',
  fields: [
    { key: 'variable', label: 'Variable', form: { of: 'variable', kinds: KINDS } },
    { key: 'expression', label: 'Is', form: { of: 'expression' } },
  ],
  asks: 'rows',
  sentence: ({ variable, expression }, words) =>
    `${labelOf(words.variables, variable)} is ${expression}`,
  check: (test, data) => {
    const { codes, floor } = data.table.column(test.variable);
    const values = data.computed(test.expression);
    const ownValue = valuesOf(test, data, values);
    let of = 0;
    const rows = rowsWhere(data.table.kernel, (row) => {
      const code = codes[row] as number;
      if (code < floor) return false;
      const wanted = values.at(row);
      if (wanted === null) return false;
      of += 1;
      const own = ownValue(code);
      return typeof own === 'number' && typeof wanted === 'number'
        ? Math.abs(own - wanted) >= TOLERANCE
        : own !== wanted;
    });
    return { rows, of };
  },
  explain: ({ variable, expression }, data, row) => {
    const values = data.computed(expression);
    const wanted = values.at(row);
    const said =
      values.type === 'date'
        ? longDate(Number(wanted))
        : typeof wanted === 'number'
          ? formatNumber(wanted, 'number')
          : `“${wanted}”`;
    return {
      wrong: [variable],
      sentence: `${labelOf(data.table.variables, variable)} is ${sayCell(data.table, variable, row)}; ${expression} is ${said}.`,
    };
  },
};
