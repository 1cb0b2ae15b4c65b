import type { HotColumn } from '../columns/hot/hot-column.ts';
import type { HotTable } from '../columns/hot/hot-table.ts';
import { addRow, rowsWhere } from './row-bits.ts';
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
  const [only] = variables;
  if (only !== undefined && variables.length === 1 && whenPresent && !anyCase) {
    return repeatsIn(table, table.column(only));
  }
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

/** Of one column, whose codes say it at once: written out, because keys have as many codes as rows. */
function repeatsIn({ kernel, rows: n }: HotTable, { codes, floor, size }: HotColumn): Repeats {
  return {
    verdict: () => {
      const seen = new Uint8Array(size);
      const rows = kernel.bitmap();
      let of = 0;
      for (let row = 0; row < n; row++) {
        const code = codes[row] as number;
        if (code < floor) continue;
        of += 1;
        if (seen[code] === 0) seen[code] = 1;
        else addRow(rows, row);
      }
      return { rows, of };
    },
    firstRow: (row) => codes.indexOf(codes[row] as number),
  };
}
