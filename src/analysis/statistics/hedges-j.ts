import lnGamma from '@stdlib/math-base-special-gammaln';

/** Hedges' correction for small samples, exact: Γ(df/2) / (√(df/2) Γ((df − 1)/2)) (Hedges 1981); 0 for df = 1. */
export function hedgesJ(df: number): number {
  if (df <= 1) return 0;
  return Math.exp(lnGamma(df / 2) - lnGamma((df - 1) / 2)) / Math.sqrt(df / 2);
}

/** Hedges' approximation 1 − 3 / (4 df − 1). */
export function hedgesJApproximate(df: number): number {
  return 1 - 3 / (4 * df - 1);
}
