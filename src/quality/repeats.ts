import type { HotTable } from '../columns/hot/hot-table.ts';
import { rowsWhere } from './row-bits.ts';
import { firstRows, rowGroups } from './row-groups.ts';
import type { RowVerdict } from './rule-kind.ts';

/** Rows that repeat an earlier one in some variables. */
export interface Repeats {
  verdict(): RowVerdict;
  firstRow(row: number): number;
}

export function repeatsOf(
  table: HotTable,
  variables: readonly string[],
  { whenPresent = false, anyCase = false } = {},
): Repeats {
  const columns = variables.map((name) => table.column(name));
  const isAsked = (row: number) =>
    !whenPresent || columns.every(({ codes, floor }) => (codes[row] as number) >= floor);
  const groups = rowGroups(table, variables, { anyCase });
  const { group } = groups;
  const first = firstRows(groups);
  return {
    verdict: () => {
      let of = 0;
      const rows = rowsWhere(table.kernel, (row) => {
        if (!isAsked(row)) return false;
        of += 1;
        return first[group[row] as number] !== row;
      });
      return { rows, of };
    },
    firstRow: (row) => first[group[row] as number] as number,
  };
}
