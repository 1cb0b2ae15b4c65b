import type { HotColumn } from './hot-column.ts';

/** Which codes occur, ascending, and in how many rows each. */
export interface CodeCounts {
  codes: Uint32Array;
  counts: Uint32Array;
}

/** Codes that are counted in an array of their own; columns with more are sorted instead. */
const MOST_PLACES = 1 << 22;

/** Counts the codes of a column in some rows, or in all of them: those below the floor are reasons. */
export function countCodes({ codes, size }: HotColumn, rows: Uint32Array | number): CodeCounts {
  return size <= MOST_PLACES ? counted(codes, size, rows) : sorted(codes, rows);
}

function counted(codes: ArrayLike<number>, size: number, rows: Uint32Array | number): CodeCounts {
  const all = new Uint32Array(size);
  if (typeof rows === 'number') {
    for (let row = 0; row < rows; row++) {
      const code = codes[row] as number;
      all[code] = (all[code] as number) + 1;
    }
  } else {
    for (const row of rows) {
      const code = codes[row] as number;
      all[code] = (all[code] as number) + 1;
    }
  }
  let different = 0;
  for (let code = 0; code < size; code++) if (all[code] !== 0) different++;
  const found = { codes: new Uint32Array(different), counts: new Uint32Array(different) };
  for (let code = 0, at = 0; code < size; code++) {
    const n = all[code] as number;
    if (n === 0) continue;
    found.codes[at] = code;
    found.counts[at++] = n;
  }
  return found;
}

function sorted(codes: ArrayLike<number>, rows: Uint32Array | number): CodeCounts {
  const own =
    typeof rows === 'number'
      ? Uint32Array.from({ length: rows }, (_, row) => codes[row] as number)
      : rows.map((row) => codes[row] as number);
  own.sort();
  const found: number[] = [];
  const counts: number[] = [];
  for (const code of own) {
    if (found.at(-1) === code) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    else {
      found.push(code);
      counts.push(1);
    }
  }
  return { codes: Uint32Array.from(found), counts: Uint32Array.from(counts) };
}
