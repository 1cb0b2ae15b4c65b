import type { Cell, ResultTable, TableRow } from '../src/model/result.ts';

export interface RowOrder {
  column: number;
  isDescending: boolean;
}

/** Rows under headings belong to them: such a table keeps its order. */
export function canSort({ rows }: ResultTable): boolean {
  return rows.length > 2 && rows.every(({ role }) => role !== 'group');
}

/** The rows by a column: numbers by size, text as in a dictionary, what is missing last, totals at the end as before. */
export function sortRows(rows: readonly TableRow[], order: RowOrder | null): readonly TableRow[] {
  if (order === null) return rows;
  const { column, isDescending } = order;
  const plain = rows.filter(({ role }) => role === undefined);
  const others = rows.filter(({ role }) => role !== undefined);
  const sorted = plain.toSorted((a, b) => {
    const [x, y] = [a.cells[column], b.cells[column]];
    if (isNone(x) || isNone(y)) return Number(isNone(x)) - Number(isNone(y));
    return (isDescending ? -1 : 1) * compare(x, y);
  });
  return [...sorted, ...others];
}

function isNone(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.value === null && !cell.text);
}

function compare(a: Cell | undefined, b: Cell | undefined): number {
  const [x, y] = [a?.value, b?.value];
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  return String(x ?? a?.text).localeCompare(String(y ?? b?.text), 'en-GB', { numeric: true });
}
