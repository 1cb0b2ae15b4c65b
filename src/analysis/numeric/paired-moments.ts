import { gather } from './gather.ts';

/** What two columns of numbers have in the rows where both are there. Sums of squares are about the means. */
export interface PairedMoments {
  n: number;
  meanX: number;
  meanY: number;
  /** Of x − y. */
  meanDiff: number;
  ssX: number;
  ssY: number;
  ssDiff: number;
}

/** Rows that are summed about one pivot. */
const BLOCK = 4096;

/**
 * Means and sums of squares of pairs in one run over two columns. The rows of a block are summed about the
 * means of those before it, which keeps their digits (formula 1.5b of Chan, Golub & LeVeque, The American
 * Statistician 37, 1983); blocks are added up by their formula 2.1.
 * @param x, y of one length; a value that is not finite is missing
 * @param rows the rows that count; all of them unless given
 */
export function pairedMoments(
  x: Float64Array,
  y: Float64Array,
  rows: Uint32Array | null = null,
): PairedMoments {
  const total = { n: 0, meanX: 0, meanY: 0, meanDiff: 0, ssX: 0, ssY: 0, ssDiff: 0 };
  const last = rows ? rows.length : x.length;
  const [someX, someY] = [new Float64Array(BLOCK), new Float64Array(BLOCK)];
  let start = 0;
  while (start < last) {
    // The first row that counts is a block of its own, and the first pivot.
    const end = Math.min(last, total.n === 0 ? start + 1 : start + BLOCK);
    if (rows) {
      const block = rows.subarray(start, end);
      gather(x, block, someX);
      gather(y, block, someY);
      addBlock(total, someX, someY, 0, block.length);
    } else addBlock(total, x, y, start, end);
    start = end;
  }
  return total;
}

function addBlock(
  total: PairedMoments,
  x: Float64Array,
  y: Float64Array,
  start: number,
  end: number,
): void {
  const meanX = total.n > 0 ? total.meanX : (x[start] as number);
  const meanY = total.n > 0 ? total.meanY : (y[start] as number);
  // One by one: taken out of a list, they would not be kept as plain numbers, at three times the cost.
  let n = 0;
  let sumX = 0;
  let sumY = 0;
  let ssX = 0;
  let ssY = 0;
  let ssDiff = 0;
  for (let i = start; i < end; i++) {
    const a = (x[i] as number) - meanX;
    const b = (y[i] as number) - meanY;
    const d = a - b;
    // 0 for two finite numbers, otherwise not a number.
    if (d * 0 !== 0) continue;
    n++;
    sumX += a;
    sumY += b;
    ssX += a * a;
    ssY += b * b;
    ssDiff += d * d;
  }
  if (n === 0) return;
  const sumDiff = sumX - sumY;
  merge(total, {
    n,
    meanX: meanX + sumX / n,
    meanY: meanY + sumY / n,
    meanDiff: meanX - meanY + sumDiff / n,
    ssX: ssX - (sumX * sumX) / n,
    ssY: ssY - (sumY * sumY) / n,
    ssDiff: ssDiff - (sumDiff * sumDiff) / n,
  });
}

function merge(into: PairedMoments, more: PairedMoments): void {
  const n = into.n + more.n;
  const share = more.n / n;
  const [dx, dy] = [more.meanX - into.meanX, more.meanY - into.meanY];
  const dd = more.meanDiff - into.meanDiff;
  const weight = into.n * share;
  into.meanX += dx * share;
  into.meanY += dy * share;
  into.meanDiff += dd * share;
  into.ssX += more.ssX + dx * dx * weight;
  into.ssY += more.ssY + dy * dy * weight;
  into.ssDiff += more.ssDiff + dd * dd * weight;
  into.n = n;
}
