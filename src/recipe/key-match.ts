import { toCodes } from '../columns/to-codes.ts';
import type { Column } from '../model/column.ts';

const NONE = 0xffffffff;

/**
 * Finds, for each row of `keys`, the row of `others` that holds the same text.
 * Keys are compared once a distinct value; a missing key matches nothing.
 */
export interface KeyMatch {
  /** First row of the other table with the key of this row; undefined without a match. */
  rowOf(row: number): number | undefined;
  /** Rows of this table with a match. */
  matched: number;
  /** Rows of this table without a key. */
  keyless: number;
  /** Keys that stand more than once in the other table: how many, and the first two rows of one. */
  repeated: { n: number; rows: readonly [number, number] } | null;
}

export function matchKeys(keys: Column, others: Column): KeyMatch {
  const other = toCodes(others);
  const firstRow = new Uint32Array(other.dictionary.length).fill(NONE);
  const isRepeated = new Uint8Array(other.dictionary.length);
  let rows: readonly [number, number] | undefined;
  for (let row = 0; row < other.codes.length; row++) {
    if (other.missing[row] !== 0) continue;
    const code = other.codes[row] ?? 0;
    const first = firstRow[code] ?? NONE;
    if (first === NONE) {
      firstRow[code] = row;
    } else {
      isRepeated[code] = 1;
      rows ??= [first, row];
    }
  }
  const rowOfText = new Map(other.dictionary.map((text, code) => [text, firstRow[code] ?? NONE]));
  const own = toCodes(keys);
  const rowOfCode = Uint32Array.from(own.dictionary, (text) => rowOfText.get(text) ?? NONE);
  const rowOf = (row: number) => {
    const found = own.missing[row] === 0 ? (rowOfCode[own.codes[row] ?? 0] ?? NONE) : NONE;
    return found === NONE ? undefined : found;
  };
  let [matched, keyless] = [0, 0];
  for (let row = 0; row < own.codes.length; row++) {
    if (rowOf(row) !== undefined) matched++;
    if (own.missing[row] !== 0) keyless++;
  }
  const n = isRepeated.reduce((sum, each) => sum + each, 0);
  return { rowOf, matched, keyless, repeated: rows ? { n, rows } : null };
}
