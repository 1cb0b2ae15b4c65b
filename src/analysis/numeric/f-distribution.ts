import incompleteBeta from '@stdlib/math-base-special-betainc';
import lnGamma from '@stdlib/math-base-special-gammaln';
import { betaQuantile } from './beta-quantile.ts';

/** P(X > F) of the F distribution, computed as a tail (incomplete beta), never as 1 − cdf. */
export function fUpperTail(F: number, df1: number, df2: number): number {
  if (F <= 0) return 1;
  const [a, b] = [df1 / 2, df2 / 2];
  const [top, bottom] = [df1 * F, df2];
  return top < bottom
    ? incompleteBeta(top / (top + bottom), a, b, true, true)
    : incompleteBeta(bottom / (top + bottom), b, a, true, false);
}

/**
 * log10 P(X > F), also where P itself underflows: then the power series of the incomplete beta function,
 * I_x(a, b) = x^a (1 − x)^b / (a B(a, b)) · Σ (a + b)_k / (a + 1)_k · x^k (NIST DLMF 8.17.8).
 */
export function fLog10UpperTail(F: number, df1: number, df2: number): number {
  const p = fUpperTail(F, df1, df2);
  if (p > 1e-290) return Math.log10(p);
  const [a, b] = [df2 / 2, df1 / 2];
  const ratio = (df1 * F) / df2;
  const x = 1 / (1 + ratio);
  let term = 1;
  let series = 1;
  for (let k = 0; k < 1_000_000 && term > series * 1e-17; k++) {
    term *= (x * (a + b + k)) / (a + 1 + k);
    series += term;
  }
  const lnBeta = lnGamma(a) + lnGamma(b) - lnGamma(a + b);
  const lnPower = -a * Math.log1p(ratio) - b * Math.log1p(1 / ratio);
  return (lnPower - Math.log(a) - lnBeta + Math.log(series)) / Math.LN10;
}

/** The F with P(X ≤ F) = p, from the quantile of the beta distribution on the side of the smaller tail. */
export function fQuantile(p: number, df1: number, df2: number): number {
  if (p > 0.5) return 1 / fQuantile(1 - p, df2, df1);
  const x = betaQuantile(p, df1 / 2, df2 / 2);
  return (df2 * x) / (df1 * (1 - x));
}
