import incompleteBeta from '@stdlib/math-base-special-betainc';
import lnGamma from '@stdlib/math-base-special-gammaln';

/** P(X ≤ k) of the binomial distribution of n trials, from the incomplete beta function. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : incompleteBeta(p, k + 1, n - k, true, true);
}

/** P(X ≥ k), computed as a tail. */
export function binomialUpperTail(k: number, n: number, p: number): number {
  if (k > n) return 0;
  return k <= 0 ? 1 : incompleteBeta(p, k, n - k + 1, true, false);
}

/** ln P(X = k). @param p between 0 and 1, neither of them */
export function binomialLogDensity(k: number, n: number, p: number): number {
  return (
    lnGamma(n + 1) -
    lnGamma(k + 1) -
    lnGamma(n - k + 1) +
    k * Math.log(p) +
    (n - k) * Math.log1p(-p)
  );
}
