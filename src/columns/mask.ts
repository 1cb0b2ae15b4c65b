/** Which rows are meant: one byte a row, 1 = in. */
export type RowMask = Uint8Array;

/** A mask that holds every row (`value` 1) or none (0). */
export function uniformMask(rows: number, value: 0 | 1): RowMask {
  return new Uint8Array(rows).fill(value);
}

/** Rows that are in both masks, written into `into`. */
export function keepIn(into: RowMask, other: RowMask): RowMask {
  for (let row = 0; row < into.length; row++) into[row] = (into[row] ?? 0) & (other[row] ?? 0);
  return into;
}

/** Rows that are in either mask, written into `into`. */
export function addTo(into: RowMask, other: RowMask): RowMask {
  for (let row = 0; row < into.length; row++) into[row] = (into[row] ?? 0) | (other[row] ?? 0);
  return into;
}

/** Rows that are not in the mask, written into `into`. */
export function complement(into: RowMask): RowMask {
  for (let row = 0; row < into.length; row++) into[row] = 1 - (into[row] ?? 0);
  return into;
}

export function countRows(mask: RowMask): number {
  let n = 0;
  for (let row = 0; row < mask.length; row++) n += mask[row] ?? 0;
  return n;
}

/** The rows of a mask, ascending, 0-based. */
export function rowsOf(mask: RowMask): Uint32Array {
  const rows = new Uint32Array(countRows(mask));
  let n = 0;
  for (let row = 0; row < mask.length; row++) if (mask[row] !== 0) rows[n++] = row;
  return rows;
}

/** Every row of a table, in order. */
export function allRows(rows: number): Uint32Array {
  const all = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) all[row] = row;
  return all;
}
