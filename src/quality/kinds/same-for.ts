import type { HotColumn } from '../../columns/hot/hot-column.ts';
import { KINDS } from '../../model/variable.ts';
import { rowsWhere } from '../row-bits.ts';
import type { CheckedTable, RowKind, TestOf } from '../rule-kind.ts';
import { labelOf, sayCell } from '../wording.ts';

type Test = TestOf<'same-for'>;

/** For each code of the person, the first row with a value; rows + 1, 0 = none. */
function firstValues({ variable, per }: Test, { table }: CheckedTable): Uint32Array {
  const [value, person] = [table.column(variable), table.column(per)];
  const first = new Uint32Array(person.size);
  for (let row = table.rows - 1; row >= 0; row--) {
    if ((value.codes[row] as number) >= value.floor) first[person.codes[row] as number] = row + 1;
  }
  return first.fill(0, 0, person.floor);
}

function firstRow(first: Uint32Array, person: HotColumn, row: number): number {
  return (first[person.codes[row] as number] as number) - 1;
}

/** Rows whose value is another than that of the first row of the same person fail. */
export const sameFor: RowKind<Test> = {
  label: 'is the same in all rows of a person',
  severity: 'medium',
  dimension: 'consistency',
  fields: [
    { key: 'variable', label: 'Variable', form: { of: 'variable', kinds: KINDS } },
    {
      key: 'per',
      label: 'Person',
      form: { of: 'variable', kinds: ['identifier', 'text', 'integer'] },
    },
  ],
  asks: 'rows',
  sentence: ({ variable, per }, words) =>
    `${labelOf(words.variables, variable)} is the same in all rows of a ${labelOf(words.variables, per)}`,
  check: (test, data) => {
    const { table } = data;
    const [value, person] = [table.column(test.variable), table.column(test.per)];
    const first = firstValues(test, data);
    let of = 0;
    const rows = rowsWhere(table.kernel, (row) => {
      if ((value.codes[row] as number) < value.floor) return false;
      const other = firstRow(first, person, row);
      if (other < 0) return false;
      of += 1;
      return value.codes[other] !== value.codes[row];
    });
    return { rows, of };
  },
  explain: (test, data, row) => {
    const { table } = data;
    const other = firstRow(firstValues(test, data), table.column(test.per), row);
    return {
      wrong: [test.variable],
      against: [test.per],
      sentence: `${labelOf(table.variables, test.variable)} is ${sayCell(table, test.variable, row)}, and ${sayCell(table, test.variable, other)} in row ${other + 1} of the same person.`,
    };
  },
};
