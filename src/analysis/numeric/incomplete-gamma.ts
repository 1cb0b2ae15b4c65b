import { continuedFraction } from './continued-fraction.ts';
import { deviance, stirlingError } from './saddle-point.ts';

/** P(a, x), the share of the gamma function below x: the lower tail of the gamma distribution. */
export function lowerGamma(a: number, x: number): number {
  if (!(x > 0)) return 0;
  return x < a + 1 ? Math.exp(lnBySeries(a, x)) : 1 - Math.exp(lnByFraction(a, x));
}

/** Q(a, x) = 1 − P(a, x), computed as a tail. */
export function upperGamma(a: number, x: number): number {
  return Math.exp(lnUpperGamma(a, x));
}

/**
 * ln Q(a, x), also where Q itself is too small for a number.
 *
 * From the side of the smaller tail: below a + 1 by the power series of P, above by Legendre's continued
 * fraction for Q (NIST DLMF 8.7.1 and 8.9.2), each times the density in Loader's form. The reason not to
 * take a library's: @stdlib's gammainc 0.3.1 is up to 4 % off near x = a where a is above 200.
 * @param a above 0; @param x any
 */
export function lnUpperGamma(a: number, x: number): number {
  if (!(x > 0)) return 0;
  return x < a + 1 ? Math.log1p(-Math.exp(lnBySeries(a, x))) : lnByFraction(a, x);
}

/** ln P(a, x) = ln (x^a e^−x / Γ(a + 1) · Σ x^k / ((a + 1) … (a + k))). */
function lnBySeries(a: number, x: number): number {
  let term = 1;
  let series = 1;
  for (let k = 1; term > series * 1e-17; k++) {
    term *= x / (a + k);
    series += term;
  }
  return lnFactor(a, x) + Math.log(series);
}

/** ln Q(a, x) = ln (x^a e^−x / Γ(a) / (x + 1 − a − 1 (1 − a) / (x + 3 − a − …))). */
function lnByFraction(a: number, x: number): number {
  const below = continuedFraction(x + 1 - a, (k) => [k * (a - k), x + 1 - a + 2 * k]);
  return lnFactor(a, x) + Math.log(a / below);
}

/** ln (x^a e^−x / Γ(a + 1)). */
function lnFactor(a: number, x: number): number {
  return -stirlingError(a) - deviance(a, x) - 0.5 * Math.log(2 * Math.PI * a);
}
