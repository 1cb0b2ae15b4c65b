import { betaQuantile } from './beta-quantile.ts';
import { incompleteBeta, lnIncompleteBeta } from './incomplete-beta.ts';

/** P(X > F) of the F distribution, computed as a tail (incomplete beta), never as 1 − cdf. */
export function fUpperTail(F: number, df1: number, df2: number): number {
  return F <= 0 ? 1 : incompleteBeta(...beyond(F, df1, df2));
}

/** log10 P(X > F), also where P itself underflows. */
export function fLog10UpperTail(F: number, df1: number, df2: number): number {
  return F <= 0 ? 0 : Math.min(0, lnIncompleteBeta(...beyond(F, df1, df2)) / Math.LN10);
}

/** What is beyond F, as arguments of the incomplete beta function. */
function beyond(F: number, df1: number, df2: number) {
  const ratio = (df1 / df2) * F;
  return [1 / (1 + ratio), df2 / 2, df1 / 2, ratio < 1e300 ? ratio / (1 + ratio) : 1] as const;
}

/** The F with P(X ≤ F) = p, from the quantile of the beta distribution on the side of the smaller tail. */
export function fQuantile(p: number, df1: number, df2: number): number {
  if (p > 0.5) return 1 / fQuantile(1 - p, df2, df1);
  const x = betaQuantile(p, df1 / 2, df2 / 2);
  return (df2 * x) / (df1 * (1 - x));
}
