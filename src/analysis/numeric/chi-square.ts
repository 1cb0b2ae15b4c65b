import upperGamma from '@stdlib/math-base-special-gammainc';
import lnGamma from '@stdlib/math-base-special-gammaln';

/** P(X > x) of the chi-square distribution, computed as a tail (incomplete gamma). */
export function chiSquareUpperTail(x: number, df: number): number {
  return x <= 0 ? 1 : upperGamma(x / 2, df / 2, true, true);
}

/**
 * log10 P(X > x), also where P itself underflows: then Legendre's continued fraction for the
 * upper incomplete gamma function (Abramowitz & Stegun 6.5.31), evaluated with Lentz's method.
 */
export function chiSquareLog10UpperTail(x: number, df: number): number {
  const p = chiSquareUpperTail(x, df);
  if (p > 1e-300) return Math.log10(p);
  const a = df / 2;
  const z = x / 2;
  let b = z + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10_000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return (a * Math.log(z) - z - lnGamma(a) + Math.log(h)) / Math.LN10;
}
