import type { GroupMoments, PairMoments, Steps } from './board.ts';

/**
 * Of values `(low + k) / divisor` with k = high · 2^split + low: from n, Σk, Σhigh², Σhigh·low and Σlow²,
 * of which each is exact.
 */
export function groupMoments(
  steps: Steps,
  split: number,
  [n = 0, sum = 0, high = 0, product = 0, low = 0]: readonly number[],
): GroupMoments {
  const unit = 2 ** split;
  return momentsOf(steps, n, sum, (high * unit + 2 * product) * unit + low);
}

/** From n, Σx, Σy, Σx², Σy² and Σxy of such values. */
export function pairMoments(
  x: Steps,
  y: Steps,
  [n = 0, sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0]: readonly number[],
): PairMoments {
  const before = momentsOf(x, n, sx, sxx);
  const after = momentsOf(y, n, sy, syy);
  const [dx, dy] = [x.divisor, y.divisor];
  const together = n > 0 ? (sxy - (sx * sy) / n) / (dx * dy) : 0;
  const xx = deviations(n, sx, sxx) / dx ** 2;
  const yy = deviations(n, sy, syy) / dy ** 2;
  return {
    n,
    before: before.mean,
    after: after.mean,
    change: before.mean === null || after.mean === null ? null : after.mean - before.mean,
    sdOfChange: n > 1 ? Math.sqrt(Math.max(0, xx + yy - 2 * together) / (n - 1)) : null,
    correlation: xx > 0 && yy > 0 ? together / Math.sqrt(xx * yy) : null,
  };
}

function momentsOf({ low, divisor }: Steps, n: number, sum: number, squares: number): GroupMoments {
  const mean = n > 0 ? (low + sum / n) / divisor : null;
  const sd = n > 1 ? Math.sqrt(deviations(n, sum, squares) / (n - 1)) / divisor : null;
  return { n, sum: (n * low + sum) / divisor, mean, sd };
}

/** Σ(k − mean)². */
function deviations(n: number, sum: number, squares: number): number {
  return n > 0 ? Math.max(0, squares - (sum * sum) / n) : 0;
}
