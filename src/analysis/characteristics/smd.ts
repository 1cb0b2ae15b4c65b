import { mean, variance } from '../numeric/moments.ts';
import { solve } from '../numeric/solve.ts';
import { pairsOf } from '../statistics/read-groups.ts';

/**
 * Standardised mean difference of numbers: |difference| over the root of the mean of the two variances
 * (Austin 2009). Null where neither group varies or one has a single value.
 */
export function numberSmd(x: readonly number[], y: readonly number[]): number | null {
  const [v1, v2] = [variance(x), variance(y)];
  if (v1 === null || v2 === null) return null;
  const spread = Math.sqrt((v1 + v2) / 2);
  const difference = Math.abs(mean(x) - mean(y));
  if (spread > 0) return difference / spread;
  return difference === 0 ? 0 : null;
}

/**
 * The same of categories: the Mahalanobis distance of the two lists of shares, the covariance the mean of
 * the two multinomial ones (Yang & Dalton 2012). Null where it is singular.
 * @param x, y counts of the same categories
 */
export function categorySmd(x: readonly number[], y: readonly number[]): number | null {
  const [n, m] = [x, y].map((counts) => counts.reduce((a, b) => a + b, 0));
  if (!n || !m) return null;
  const used = x.flatMap((count, k) => (count + (y[k] ?? 0) > 0 ? [k] : [])).slice(1);
  if (used.length === 0) return 0;
  const p = used.map((k) => (x[k] ?? 0) / n);
  const q = used.map((k) => (y[k] ?? 0) / m);
  const distance = p.map((share, k) => share - (q[k] ?? 0));
  if (distance.every((value) => value === 0)) return 0;
  const covariance = p.map((pi, i) =>
    p.map((pj, j) => {
      const [qi, qj] = [q[i] ?? 0, q[j] ?? 0];
      return i === j ? (pi * (1 - pi) + qi * (1 - qi)) / 2 : -(pi * pj + qi * qj) / 2;
    }),
  );
  const weights = solve(covariance, distance);
  if (!weights) return null;
  const squared = distance.reduce((total, value, k) => total + value * (weights[k] ?? 0), 0);
  return squared >= 0 ? Math.sqrt(squared) : null;
}

/** Of several groups the largest difference between two. */
export function largestSmd<Group>(
  groups: readonly Group[],
  smd: (a: Group, b: Group) => number | null,
): number | null {
  const all = pairsOf(groups.length).flatMap(([i, j]) => {
    const value = smd(groups[i] as Group, groups[j] as Group);
    return value === null ? [] : [value];
  });
  return all.length > 0 ? Math.max(...all) : null;
}
