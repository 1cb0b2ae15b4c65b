import { lnUpperGamma, upperGamma } from './incomplete-gamma.ts';

/** P(X > x) of the chi-square distribution, computed as a tail (incomplete gamma). */
export function chiSquareUpperTail(x: number, df: number): number {
  return upperGamma(df / 2, x / 2);
}

/** log10 P(X > x), also where P itself underflows. */
export function chiSquareLog10UpperTail(x: number, df: number): number {
  return lnUpperGamma(df / 2, x / 2) / Math.LN10;
}
