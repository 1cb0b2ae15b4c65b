import type { HotTable } from '../columns/hot/hot-table.ts';
import { hotValue } from '../columns/hot/hot-value.ts';

/**
 * What tells a row from others, with the cells that a rule looked at: its key, or all of its cells where
 * the table has none. Another value in one of them makes another mark, so that what was decided about
 * the row no longer holds.
 */
export function rowMark(
  table: HotTable,
  key: string | null,
  looked: readonly string[],
  row: number,
): string {
  const names = key === null ? table.variables.map(({ name }) => name) : [key, ...looked];
  return JSON.stringify([...new Set(names)].map((name) => hotValue(table.column(name), row)));
}
