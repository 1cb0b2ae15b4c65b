import { numberOf } from '../../columns/hot/hot-column.ts';
import { rowsWhere } from '../row-bits.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';
import { namesOf, sayCell } from '../wording.ts';

/** Rows in which every answer is there and all are the same fail; with reversed items none can mean it. */
export const straightLine: RowKind<TestOf<'straight-line'>> = {
  label: 'is not answered all alike',
  severity: 'low',
  dimension: 'accuracy',
  fields: [
    { key: 'variables', label: 'Items', form: { of: 'variables', kinds: ['integer', 'decimal'] } },
  ],
  asks: 'rows',
  sentence: ({ variables }, words) =>
    `${namesOf(words.variables, variables)} are not all answered alike`,
  check: ({ variables }, { table }) => {
    const columns = variables.map((name) => table.column(name));
    const [first] = columns;
    let of = 0;
    const rows = rowsWhere(table.kernel, (row) => {
      if (!first || columns.some(({ codes, floor }) => (codes[row] as number) < floor))
        return false;
      of += 1;
      const value = numberOf(first, first.codes[row] as number);
      return columns.every((each) => numberOf(each, each.codes[row] as number) === value);
    });
    return { rows, of };
  },
  explain: ({ variables }, { table }, row) => ({
    wrong: variables,
    sentence: `All ${variables.length} answers are ${sayCell(table, variables[0] ?? '', row)}.`,
  }),
};
