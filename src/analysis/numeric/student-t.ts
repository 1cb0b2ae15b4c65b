import incompleteBeta from '@stdlib/math-base-special-betainc';
import lnGamma from '@stdlib/math-base-special-gammaln';
import quantile from '@stdlib/stats-base-dists-t-quantile';

/** P(T > t) of Student's t, computed as a tail (incomplete beta), never as 1 − cdf. */
export function tUpperTail(t: number, df: number): number {
  if (t < 0) return 1 - tUpperTail(-t, df);
  const square = t * t;
  return square < df
    ? 0.5 * incompleteBeta(square / (df + square), 0.5, df / 2, true, true)
    : 0.5 * incompleteBeta(df / (df + square), df / 2, 0.5, true, false);
}

/** Two-sided p of a t statistic. */
export function tTwoSided(t: number, df: number): number {
  return Math.min(1, 2 * tUpperTail(Math.abs(t), df));
}

/**
 * log10 of the two-sided p, also where p underflows: then the power series of the incomplete beta
 * function, I_x(a, b) = x^a (1 − x)^b / (a B(a, b)) · Σ (a + b)_k / (a + 1)_k · x^k (NIST DLMF 8.17.8).
 */
export function tLog10TwoSided(t: number, df: number): number {
  const p = tTwoSided(t, df);
  if (p > 1e-290) return Math.log10(p);
  const a = df / 2;
  const x = df / (df + t * t);
  let term = 1;
  let series = 1;
  for (let k = 0; k < 1_000_000 && term > series * 1e-17; k++) {
    term *= (x * (a + 0.5 + k)) / (a + 1 + k);
    series += term;
  }
  const lnBeta = lnGamma(a) + lnGamma(0.5) - lnGamma(a + 0.5);
  return (
    (a * Math.log(x) + 0.5 * Math.log1p(-x) - Math.log(a) - lnBeta + Math.log(series)) / Math.LN10
  );
}

/** The t with P(T ≤ t) = p. */
export function tQuantile(p: number, df: number): number {
  return quantile(p, df);
}
