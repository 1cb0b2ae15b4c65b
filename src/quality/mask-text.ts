import type { HotTable } from '../columns/hot/hot-table.ts';
import { hotValue } from '../columns/hot/hot-value.ts';

/** How many characters stay: enough to find the record in its own system, not enough to know whose it is. */
const FIRST = 3;
const LAST = 2;

/** “999 ••• ••26”: the letters and digits between the first and last are hidden, what is short is hidden whole. */
export function maskText(text: string): string {
  const signs = [...text];
  const places = signs.flatMap((sign, at) => (/[\p{L}\p{N}]/u.test(sign) ? [at] : []));
  const shown =
    places.length < 8
      ? new Set<number>()
      : new Set([...places.slice(0, FIRST), ...places.slice(-LAST)]);
  return signs.map((sign, at) => (places.includes(at) && !shown.has(at) ? '•' : sign)).join('');
}

export function maskedCell(table: HotTable, variable: string, row: number): string {
  return `“${maskText(String(hotValue(table.column(variable), row)))}”`;
}
