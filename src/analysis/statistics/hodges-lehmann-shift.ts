import { normalQuantile } from '../numeric/normal.ts';
import { monotoneRoot } from '../numeric/root.ts';
import type { Runs } from '../numeric/runs.ts';
import { countPairs, differenceOfRank, extremes } from '../numeric/sorted-pairs.ts';
import { uDeviation } from './u-deviation.ts';

/** Hodges & Lehmann's shift: the median of all differences x − y. */
export function hodgesLehmannShift(x: Runs, y: Runs): number {
  const pairs = x.n * y.n;
  const low = differenceOfRank(x, y, Math.ceil(pairs / 2));
  return pairs % 2 === 1 ? low : (low + differenceOfRank(x, y, pairs / 2 + 1)) / 2;
}

/**
 * The shifts that the exact test without ties does not reject (Hollander & Wolfe, Nonparametric
 * Statistical Methods, 4.3; as R).
 * @param cdf P(U ≤ u) where neither sample is shifted
 */
export function exactShiftInterval(
  x: Runs,
  y: Runs,
  level: number,
  cdf: (u: number) => number,
): [number, number] {
  const pairs = x.n * y.n;
  let rank = 0;
  while (cdf(rank) < (1 - level) / 2) rank++;
  rank = Math.max(1, rank);
  return [differenceOfRank(x, y, rank), differenceOfRank(x, y, pairs - rank + 1)];
}

/**
 * The shifts that the normal approximation with ties and continuity correction does not reject, cut at
 * the smallest and the largest difference (as R's `wilcox.test`); null when there is but one difference.
 */
export function shiftInterval(x: Runs, y: Runs, level: number): [number, number] | null {
  const [n, m] = [x.n, y.n];
  const [low, high] = extremes(x, y);
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
