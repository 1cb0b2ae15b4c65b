import type { HotColumn } from '../columns/hot/hot-column.ts';
import { codeValue } from '../columns/hot/hot-value.ts';

/** No row of the other table has this code's value. */
export const NO_ROW = -1;

/** For each code of a column, the first row of another table whose key has the same value. */
export function linkedRows(column: HotColumn, key: HotColumn, keyRows: number): Int32Array {
  const first = new Int32Array(key.size).fill(NO_ROW);
  for (let row = keyRows - 1; row >= 0; row--) first[key.codes[row] as number] = row;
  const rowOf = new Map<string, number>();
  for (let code = key.floor; code < key.size; code++) {
    const row = first[code] as number;
    if (row !== NO_ROW) rowOf.set(String(codeValue(key, code)), row);
  }
  const rows = new Int32Array(column.size).fill(NO_ROW);
  for (let code = column.floor; code < column.size; code++) {
    rows[code] = rowOf.get(String(codeValue(column, code))) ?? NO_ROW;
  }
  return rows;
}
