import { type HotColumn, numberOf } from '../../columns/hot/hot-column.ts';
import { formatNumber } from '../../model/format.ts';
import { rowsWhere } from '../row-bits.ts';
import type { CheckedTable, RowKind, TestOf } from '../rule-kind.ts';
import { labelOf, namesOf, sayCell } from '../wording.ts';

type Test = TestOf<'equal'>;

/** Extracts round: two decimals are enough. */
export const TOLERANCE = 0.0051;

/** What the items give; undefined where one of them is missing. */
function computer(test: Test, { table }: CheckedTable): (row: number) => number | undefined {
  const reversed = new Set(test.reversed);
  const items = test.of.map((name): [HotColumn, boolean] => [
    table.column(name),
    reversed.has(name),
  ]);
  return (row) => {
    let sum = 0;
    for (const [column, isReversed] of items) {
      const code = column.codes[row] as number;
      if (code < column.floor) return undefined;
      const value = numberOf(column, code);
      sum += isReversed ? (test.around ?? 0) - value : value;
    }
    return test.how === 'mean' ? sum / items.length : sum;
  };
}

/** Rows in which the total or one of its items is missing are not asked. */
export const equal: RowKind<Test> = {
  label: 'is the sum or mean of others',
  severity: 'high',
  dimension: 'consistency',
  fields: [
    { key: 'variable', label: 'Total', form: { of: 'variable', kinds: ['integer', 'decimal'] } },
    {
      key: 'how',
      label: 'Is the',
      form: {
        of: 'choice',
        choices: [
          { value: 'sum', label: 'sum' },
          { value: 'mean', label: 'mean' },
        ],
      },
    },
    { key: 'of', label: 'Of', form: { of: 'variables', kinds: ['integer', 'decimal', 'yesno'] } },
    {
      key: 'reversed',
      label: 'Of which reversed',
      form: { of: 'variables', kinds: ['integer', 'decimal'] },
      optional: true,
    },
    {
      key: 'around',
      label: 'Least and greatest answer added up',
      form: { of: 'number' },
      optional: true,
    },
  ],
  asks: 'rows',
  sentence: ({ variable, how, of }, words) =>
    `${labelOf(words.variables, variable)} is the ${how} of ${namesOf(words.variables, of)}`,
  check: (test, data) => {
    const total = data.table.column(test.variable);
    const compute = computer(test, data);
    let asked = 0;
    const rows = rowsWhere(data.table.kernel, (row) => {
      const code = total.codes[row] as number;
      if (code < total.floor) return false;
      const computed = compute(row);
      if (computed === undefined) return false;
      asked += 1;
      return Math.abs(numberOf(total, code) - computed) >= TOLERANCE;
    });
    return { rows, of: asked };
  },
  explain: (test, data, row) => ({
    wrong: [test.variable],
    against: test.of,
    sentence: `${labelOf(data.table.variables, test.variable)} is ${sayCell(data.table, test.variable, row)}; the ${test.how} of ${namesOf(data.table.variables, test.of)} is ${formatNumber(computer(test, data)(row) ?? null, 'number')}.`,
  }),
};
