import { gather } from './gather.ts';

/** What a column of numbers has in the rows where it is there; moments are sums of powers about the mean. */
export interface ColumnMoments {
  n: number;
  /** Infinite, with opposite signs, where there is no value. */
  min: number;
  max: number;
  mean: number;
  squares: number;
  cubes: number;
  fourths: number;
}

/** Rows that are summed about one pivot. */
const BLOCK = 4096;

/**
 * The first four moments in one run over a column. The rows of a block are summed about the mean of those
 * before it, which keeps their digits; blocks are added up by the formulas 2.1, 1.5 and 2.6 of P. Pébay
 * (Sandia report SAND2008-6212).
 * @param values a value that is not finite is missing
 * @param rows the rows that count; all of them unless given
 */
export function columnMoments(
  values: Float64Array,
  rows: Uint32Array | null = null,
): ColumnMoments {
  const total = noMoments();
  const some = new Float64Array(BLOCK);
  const last = rows ? rows.length : values.length;
  let start = 0;
  while (start < last) {
    // The first row that counts is a block of its own, and the first pivot.
    const end = Math.min(last, total.n === 0 ? start + 1 : start + BLOCK);
    if (rows) {
      const block = rows.subarray(start, end);
      gather(values, block, some);
      addBlock(total, some, 0, block.length);
    } else addBlock(total, values, start, end);
    start = end;
  }
  return total;
}

function noMoments(): ColumnMoments {
  const [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return { n: 0, min, max, mean: 0, squares: 0, cubes: 0, fourths: 0 };
}

function addBlock(total: ColumnMoments, values: Float64Array, start: number, end: number): void {
  const pivot = total.n > 0 ? total.mean : (values[start] as number);
  // One by one: taken out of a list, they would not be kept as plain numbers, at three times the cost.
  let n = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  for (let i = start; i < end; i++) {
    const value = values[i] as number;
    // 0 for a finite number, otherwise not a number.
    if (value * 0 !== 0) continue;
    n++;
    if (value < min) min = value;
    if (value > max) max = value;
    const d = value - pivot;
    const square = d * d;
    s1 += d;
    s2 += square;
    s3 += square * d;
    s4 += square * square;
  }
  if (n === 0) return;
  const shift = s1 / n;
  merge(total, {
    n,
    min,
    max,
    mean: pivot + shift,
    squares: s2 - shift * s1,
    cubes: s3 - 3 * shift * s2 + 2 * shift * shift * s1,
    fourths: s4 - 4 * shift * s3 + 6 * shift * shift * s2 - 3 * shift ** 3 * s1,
  });
}

function merge(into: ColumnMoments, more: ColumnMoments): void {
  const [a, b] = [into.n, more.n];
  const n = a + b;
  const d = more.mean - into.mean;
  const step = d / n;
  into.fourths +=
    more.fourths +
    a * b * (a * a - a * b + b * b) * d * step ** 3 +
    6 * (a * a * more.squares + b * b * into.squares) * step * step +
    4 * (a * more.cubes - b * into.cubes) * step;
  into.cubes +=
    more.cubes +
    a * b * (a - b) * d * step * step +
    3 * (a * more.squares - b * into.squares) * step;
  into.squares += more.squares + a * b * d * step;
  into.mean += b * step;
  into.min = Math.min(into.min, more.min);
  into.max = Math.max(into.max, more.max);
  into.n = n;
}
