import quantile from '@stdlib/stats-base-dists-t-quantile';
import { incompleteBeta, lnIncompleteBeta } from './incomplete-beta.ts';

/** P(T > t) of Student's t, computed as a tail (incomplete beta), never as 1 − cdf. */
export function tUpperTail(t: number, df: number): number {
  if (t < 0) return 1 - tUpperTail(-t, df);
  const [x, y] = shares(t, df);
  return 0.5 * incompleteBeta(x, df / 2, 0.5, y);
}

/** Two-sided p of a t statistic. */
export function tTwoSided(t: number, df: number): number {
  return Math.min(1, 2 * tUpperTail(Math.abs(t), df));
}

/** log10 of the two-sided p, also where p underflows. */
export function tLog10TwoSided(t: number, df: number): number {
  const [x, y] = shares(t, df);
  return Math.min(0, lnIncompleteBeta(x, df / 2, 0.5, y) / Math.LN10);
}

/** The t with P(T ≤ t) = p. */
export function tQuantile(p: number, df: number): number {
  return quantile(p, df);
}

/** df / (df + t²) and t² / (df + t²), from the ratio, whose square does not overflow before they are 0 and 1. */
function shares(t: number, df: number): [number, number] {
  const ratio = (t / Math.sqrt(df)) ** 2;
  return [1 / (1 + ratio), ratio < 1e300 ? ratio / (1 + ratio) : 1];
}
