import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantileCentral from '@stdlib/stats-base-dists-normal-quantile';

const LN_SQRT_TWO_PI = 0.9189385332046727;

/** P(Z > z) of the standard normal distribution, computed as a tail. */
export function normalUpperTail(z: number): number {
  return normalCdf(-z, 0, 1);
}

/** Two-sided p of a standard normal z. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * normalUpperTail(Math.abs(z)));
}

/**
 * log10 P(Z > z), also where P itself underflows.
 * Beyond z = 37 by Laplace's continued fraction for Mills' ratio (Abramowitz & Stegun 26.2.14).
 */
export function normalLog10UpperTail(z: number): number {
  if (z < 37) return Math.log10(normalUpperTail(z));
  let fraction = z;
  for (let k = 60; k >= 1; k--) fraction = z + k / fraction;
  return (-(z * z) / 2 - LN_SQRT_TWO_PI - Math.log(fraction)) / Math.LN10;
}

/**
 * The z with P(Z ≤ z) = p. Small p are polished by Newton steps on the logarithm of the tail,
 * which keeps full precision down to p = 1e-300.
 */
export function normalQuantile(p: number): number {
  if (p > 0.5) return p > 0.999 ? -normalQuantile(1 - p) : normalQuantileCentral(p, 0, 1);
  if (p > 0.001 || !(p > 0)) return normalQuantileCentral(p, 0, 1);
  const target = Math.log(p);
  let z = Math.sqrt(-2 * target);
  for (let i = 0; i < 40; i++) {
    const tail = normalUpperTail(z);
    const hazard = Math.exp(-(z * z) / 2 - LN_SQRT_TWO_PI - Math.log(tail));
    const step = (Math.log(tail) - target) / hazard;
    z += step;
    if (Math.abs(step) < 1e-15 * z) break;
  }
  return -z;
}
