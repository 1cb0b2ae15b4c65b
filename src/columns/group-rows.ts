import type { Column } from '../model/column.ts';
import { toCodes } from './to-codes.ts';

/**
 * Numbers the rows by the values of several columns: rows that agree in all of them share a number,
 * numbers run from 0 in order of first appearance. Missing agrees with missing, whatever the reason.
 */
export function groupRows(
  columns: readonly Column[],
  rows: number,
): { group: Uint32Array; groups: number } {
  let group = new Uint32Array(rows);
  let groups = Math.min(rows, 1);
  for (const column of columns) {
    const { codes, missing, dictionary } = toCodes(column);
    const width = dictionary.length + 1;
    const numberOf = new Map<number, number>();
    const finer = new Uint32Array(rows);
    for (let row = 0; row < rows; row++) {
      const code = missing[row] === 0 ? (codes[row] ?? 0) : dictionary.length;
      const key = (group[row] ?? 0) * width + code;
      let number = numberOf.get(key);
      if (number === undefined) {
        number = numberOf.size;
        numberOf.set(key, number);
      }
      finer[row] = number;
    }
    group = finer;
    groups = numberOf.size;
  }
  return { group, groups };
}
