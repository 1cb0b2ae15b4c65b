import lnGamma from '@stdlib/math-base-special-gammaln';

/** Below this the difference to Stirling's formula is taken from ln Γ itself. */
const SERIES_FROM = 16;

/** B₂ₖ / (2k (2k − 1)), the coefficients of Stirling's series (Abramowitz & Stegun 6.1.40). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/**
 * What Stirling's formula lacks: ln Γ(n + 1) − (½ ln 2πn + n ln n − n).
 *
 * With {@link deviance} it gives densities of gamma and beta distributions whose digits do not suffer from
 * the cancellation of large logarithms (C. Loader, Fast and Accurate Computation of Binomial
 * Probabilities, 2000).
 * @param n above 0
 */
export function stirlingError(n: number): number {
  if (n < SERIES_FROM) {
    return lnGamma(n + 1) - (0.5 * Math.log(2 * Math.PI * n) + n * Math.log(n) - n);
  }
  const square = 1 / (n * n);
  return STIRLING.reduceRight((total, coefficient) => total * square + coefficient, 0) / n;
}

/**
 * How far a count x is from its expectation m, in units of log likelihood: x ln(x / m) + m − x, never
 * negative. Near x = m by the series of the inverse hyperbolic tangent, which does not cancel.
 * @param x, m above 0
 */
export function deviance(x: number, m: number): number {
  const v = (x - m) / (x + m);
  if (Math.abs(v) >= 0.1) return x * Math.log(x / m) + m - x;
  let total = (x - m) * v;
  let power = 2 * x * v;
  for (let k = 3; k < 40; k += 2) {
    power *= v * v;
    const next = total + power / k;
    if (next === total) break;
    total = next;
  }
  return total;
}
