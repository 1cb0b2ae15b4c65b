import type { Bitmap } from '../kernel/column-kernel.ts';

/** The first `n` of an array. */
export interface RowList {
  rows: Uint32Array;
  n: number;
}

/**
 * Parts rows by the choices that they meet: those that meet all of them, and for each choice those that
 * meet all others but not it, which only its own chart counts. Rows outside `within` are in none.
 */
export function partRows(
  rows: Uint32Array,
  choices: readonly Bitmap[],
  within: Bitmap | undefined,
): { all: RowList; butOne: RowList[] } {
  const listOf = () => ({ rows: new Uint32Array(rows.length), n: 0 });
  const all = listOf();
  const butOne = choices.map(listOf);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const word = row >>> 5;
    const bit = 1 << (row & 31);
    if (within && ((within[word] as number) & bit) === 0) continue;
    let failed = -1;
    let fails = 0;
    for (let at = 0; at < choices.length && fails < 2; at++) {
      if ((((choices[at] as Bitmap)[word] as number) & bit) !== 0) continue;
      failed = at;
      fails++;
    }
    if (fails > 1) continue;
    const list = fails === 0 ? all : (butOne[failed] as RowList);
    list.rows[list.n++] = row;
  }
  return { all, butOne };
}
