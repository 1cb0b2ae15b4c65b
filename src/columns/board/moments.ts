import type { GroupMoments, PairMoments } from '../../model/board.ts';
import type { HotColumn } from '../hot/hot-column.ts';
import { splitOf, squaresFrom } from './squares.ts';

/** From n, Σk and Σk² of values `(low + k) / divisor`; of a ranked column k is the value itself. */
export function groupMoments(column: HotColumn, n: number, sum: number, squares: number) {
  const { low, divisor } = stepsOf(column);
  const mean = n > 0 ? (low + sum / n) / divisor : null;
  const spread = n > 1 ? Math.sqrt(deviations(n, sum, squares) / (n - 1)) / divisor : null;
  return { n, sum: (n * low + sum) / divisor, mean, sd: spread } satisfies GroupMoments;
}

/** From what is summed up of such values (`Sums` of the kernel). */
export function sumMoments(column: HotColumn, sums: ArrayLike<number>): GroupMoments {
  const [n = 0, sum = 0, high = 0, product = 0, low = 0] = Array.from(sums);
  return groupMoments(column, n, sum, squaresFrom(splitOf(column), high, product, low));
}

/** From n, Σx, Σy, Σx², Σy² and Σxy of such values. */
export function pairMoments(x: HotColumn, y: HotColumn, sums: ArrayLike<number>): PairMoments {
  const [n = 0, sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0] = Array.from(sums);
  const before = groupMoments(x, n, sx, sxx);
  const after = groupMoments(y, n, sy, syy);
  const [dx, dy] = [stepsOf(x).divisor, stepsOf(y).divisor];
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

/** Σ(k − mean)². */
function deviations(n: number, sum: number, squares: number): number {
  return n > 0 ? Math.max(0, squares - (sum * sum) / n) : 0;
}

function stepsOf({ scale }: HotColumn): { low: number; divisor: number } {
  return scale.by === 'step' ? scale : { low: 0, divisor: 1 };
}
