import { eachSet } from './each-set.ts';

/** How often every code stands in a column of categories, and every reason why one is missing. */
export interface CodeCounts {
  /** One for each code. */
  counts: Float64Array;
  /** Position k − 1 counts the rows whose `missing` is k. */
  missing: Float64Array;
}

/** Up to so many codes, pairs of rows are counted: a table of all pairs stays in the processor's cache. */
const MOST_IN_PAIRS = 100;

/**
 * Counts in one run over a column. Rows that are missing are counted like the others first and taken off
 * afterwards, which is faster than to ask in every row.
 * @param codes below `size`, also where `missing` is not 0
 * @param rows the rows that count; all of them unless given
 */
export function countCodes(
  codes: Uint32Array,
  missing: Uint8Array,
  size: number,
  rows: Uint32Array | null = null,
): CodeCounts {
  const reasons = new Float64Array(256);
  if (rows) {
    const counts = new Float64Array(size);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const reason = missing[row] as number;
      if (reason === 0) add(counts, codes[row] as number);
      else add(reasons, reason);
    }
    return { counts, missing: reasons.subarray(1) };
  }
  const counts = size <= MOST_IN_PAIRS ? countPairs(codes, size) : countEach(codes, size);
  eachSet(missing, (reason, row) => {
    add(reasons, reason);
    add(counts, codes[row] as number, -1);
  });
  return { counts, missing: reasons.subarray(1) };
}

function countEach(codes: Uint32Array, size: number): Float64Array {
  const counts = new Float64Array(size);
  for (let i = 0; i < codes.length; i++) add(counts, codes[i] as number);
  return counts;
}

/** Half as many additions, in turn to two tables, as an addition waits for one to the same place. */
function countPairs(codes: Uint32Array, size: number): Float64Array {
  const [odd, even] = [new Uint32Array(size * size), new Uint32Array(size * size)];
  const last = codes.length - (codes.length % 4);
  for (let i = 0; i < last; i += 4) {
    const one = Math.imul(codes[i] as number, size) + (codes[i + 1] as number);
    const two = Math.imul(codes[i + 2] as number, size) + (codes[i + 3] as number);
    odd[one] = (odd[one] as number) + 1;
    even[two] = (even[two] as number) + 1;
  }
  const counts = countEach(codes.subarray(last), size);
  odd.forEach((times, pair) => {
    const both = times + (even[pair] ?? 0);
    add(counts, Math.floor(pair / size), both);
    add(counts, pair % size, both);
  });
  return counts;
}

function add(counts: Float64Array, at: number, times = 1): void {
  counts[at] = (counts[at] as number) + times;
}
