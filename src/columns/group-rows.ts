import type { Column } from '../model/column.ts';
import { allRows } from './mask.ts';
import { rankNumbers } from './rank.ts';

/**
 * Numbers the rows by the values of several columns: rows that agree in all of them share a number,
 * numbers run from 0 in order of first appearance. Missing agrees with missing, whatever the reason.
 */
export function groupRows(
  columns: readonly Column[],
  rows: number,
): { group: Uint32Array; groups: number } {
  let group: Uint32Array = new Uint32Array(rows);
  let groups = Math.min(rows, 1);
  for (const column of columns) {
    if (groups === rows) break;
    ({ group, groups } = refine(group, valueIds(column)));
  }
  return { group, groups };
}

/** A number for each row that tells values apart; missing rows share one. */
function valueIds(column: Column): Uint32Array {
  const { missing } = column;
  if (column.type !== 'codes') {
    return rankNumbers(column.values, missing, allRows(missing.length)).ranks;
  }
  const none = column.dictionary.length;
  return column.codes.map((code, row) => (missing[row] === 0 ? code : none));
}

/** Splits groups by a second number. An open hash table of the first row of each pair. */
function refine(group: Uint32Array, ids: Uint32Array): { group: Uint32Array; groups: number } {
  const rows = group.length;
  const finer = new Uint32Array(rows);
  const bits = Math.ceil(Math.log2(Math.max(2, rows))) + 1;
  const firstRows = new Uint32Array(2 ** bits);
  let groups = 0;
  for (let row = 0; row < rows; row++) {
    const a = group[row] ?? 0;
    const b = ids[row] ?? 0;
    let slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77)) >>> (32 - bits);
    let first = firstRows[slot] ?? 0;
    while (first !== 0 && (group[first - 1] !== a || ids[first - 1] !== b)) {
      slot = (slot + 1) & (firstRows.length - 1);
      first = firstRows[slot] ?? 0;
    }
    if (first === 0) {
      firstRows[slot] = row + 1;
      finer[row] = groups++;
    } else {
      finer[row] = finer[first - 1] ?? 0;
    }
  }
  return { group: finer, groups };
}
