import { toCodes } from '../columns/to-codes.ts';
import type { Column } from '../model/column.ts';

/** Finds rows by the values of key columns, as text. A row without one of them has no key. */
export function rowsByKey(
  columns: readonly Column[],
  wanted: Iterable<readonly string[]>,
): (key: readonly string[]) => readonly number[] {
  const found = new Map<string, number[]>();
  for (const key of wanted) found.set(JSON.stringify(key), []);
  const coded = columns.map(toCodes);
  const rows = coded[0]?.codes.length ?? 0;
  for (let row = 0; row < rows; row++) {
    if (coded.some(({ missing }) => missing[row] !== 0)) continue;
    const key = coded.map(({ codes, dictionary }) => dictionary[codes[row] ?? 0] ?? '');
    found.get(JSON.stringify(key))?.push(row);
  }
  return (key) => found.get(JSON.stringify(key)) ?? [];
}
