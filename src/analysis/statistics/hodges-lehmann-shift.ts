import { normalQuantile } from '../numeric/normal.ts';
import { monotoneRoot } from '../numeric/root.ts';
import { countPairs, differenceOfRank } from '../numeric/sorted-pairs.ts';
import { uDeviation } from './u-deviation.ts';

/** Hodges & Lehmann's shift: the median of all differences x − y. @param x, y sorted ascending */
export function hodgesLehmannShift(x: Float64Array, y: Float64Array): number {
  const pairs = x.length * y.length;
  const low = differenceOfRank(x, y, Math.ceil(pairs / 2));
  return pairs % 2 === 1 ? low : (low + differenceOfRank(x, y, pairs / 2 + 1)) / 2;
}

/**
 * The shifts that the exact test without ties does not reject (Hollander & Wolfe, Nonparametric
 * Statistical Methods, 4.3; as R).
 * @param cdf P(U ≤ u) where neither sample is shifted
 */
export function exactShiftInterval(
  x: Float64Array,
  y: Float64Array,
  level: number,
  cdf: (u: number) => number,
): [number, number] {
  const pairs = x.length * y.length;
  let rank = 0;
  while (cdf(rank) < (1 - level) / 2) rank++;
  rank = Math.max(1, rank);
  return [differenceOfRank(x, y, rank), differenceOfRank(x, y, pairs - rank + 1)];
}

/**
 * The shifts that the normal approximation with ties and continuity correction does not reject, cut at
 * the smallest and the largest difference (as R's `wilcox.test`); null when there is but one difference.
 */
export function shiftInterval(
  x: Float64Array,
  y: Float64Array,
  level: number,
): [number, number] | null {
  const [n, m] = [x.length, y.length];
  const low = (x[0] ?? 0) - (y[m - 1] ?? 0);
  const high = (x[n - 1] ?? 0) - (y[0] ?? 0);
  if (!(high > low)) return null;
  const bound = normalQuantile(0.5 + level / 2);
  const standardised = (shift: number) => {
    const { wins, tieTerm } = countPairs(x, y, shift);
    const centre = wins - (n * m) / 2;
    return (centre - Math.sign(centre) * 0.5) / uDeviation(n, m, tieTerm);
  };
  return [
    standardised(low) <= bound
      ? low
      : monotoneRoot((shift) => standardised(shift) - bound, low, high),
    standardised(high) >= -bound
      ? high
      : monotoneRoot((shift) => standardised(shift) + bound, low, high),
  ];
}
