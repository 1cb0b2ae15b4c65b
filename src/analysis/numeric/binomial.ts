import { incompleteBeta } from './incomplete-beta.ts';
import { deviance, stirlingError } from './saddle-point.ts';

/** P(X ≤ k) of the binomial distribution of n trials, from the incomplete beta function. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : incompleteBeta(1 - p, n - k, k + 1, p);
}

/** P(X ≥ k), computed as a tail. */
export function binomialUpperTail(k: number, n: number, p: number): number {
  if (k > n) return 0;
  return k <= 0 ? 1 : incompleteBeta(p, k, n - k + 1);
}

/**
 * ln P(X = k), in Loader's form (Fast and Accurate Computation of Binomial Probabilities, 2000).
 * @param p between 0 and 1, neither of them
 */
export function binomialLogDensity(k: number, n: number, p: number): number {
  if (k === 0) return n * Math.log1p(-p);
  if (k === n) return n * Math.log(p);
  return (
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(n - k) -
    deviance(k, n * p) -
    deviance(n - k, n * (1 - p)) -
    0.5 * Math.log(2 * Math.PI * k * (1 - k / n))
  );
}
