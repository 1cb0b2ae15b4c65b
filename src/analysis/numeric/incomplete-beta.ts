import { continuedFraction } from './continued-fraction.ts';
import { deviance, stirlingError } from './saddle-point.ts';

/**
 * I_x(a, b), the share of the beta function below x: the lower tail of the beta distribution, and so of
 * t, F and the binomial. Its upper tail is `incompleteBeta(1 − x, b, a, x)`.
 * @param x from 0 to 1; @param a, b above 0
 * @param y 1 − x, for callers who know more of its digits
 */
export function incompleteBeta(x: number, a: number, b: number, y = 1 - x): number {
  if (!(x > 0)) return 0;
  if (!(y > 0)) return 1;
  return x * (a + b + 2) <= a + 1
    ? Math.exp(lnByFraction(x, y, a, b))
    : 1 - Math.exp(lnByFraction(y, x, b, a));
}

/** ln I_x(a, b), also where I itself is too small for a number. */
export function lnIncompleteBeta(x: number, a: number, b: number, y = 1 - x): number {
  if (!(y > 0)) return 0;
  return x * (a + b + 2) <= a + 1
    ? lnByFraction(x, y, a, b)
    : Math.log1p(-Math.exp(lnByFraction(y, x, b, a)));
}

/**
 * By the even part of the continued fraction NIST DLMF 8.17.22 (Didonato & Morris, ACM Transactions on
 * Mathematical Software 18, 1992, formulas 9 and 10), in which x and y stand by themselves, so that no
 * digit is lost where one of them is close to 1; times x^a y^b / B(a, b) in Loader's form, whose digits do
 * not suffer where a and b are large.
 */
function lnByFraction(x: number, y: number, a: number, b: number): number {
  const distance = a > b ? (a + b) * y - b : a - (a + b) * x;
  const denominator = (m: number) =>
    m +
    (m * (b - m) * x) / (a + 2 * m - 1) +
    ((a + m) / (a + 2 * m + 1)) * (distance + 1 + m * (1 + y));
  const fraction = continuedFraction((a / (a + 1)) * (distance + 1), (m) => [
    (((a + m - 1) * x) / (a + 2 * m - 1)) * (((a + b + m - 1) * x) / (a + 2 * m - 1)) * m * (b - m),
    denominator(m),
  ]);
  return lnFactor(x, y, a, b) - Math.log(fraction);
}

/** ln (x^a y^b / B(a, b)). */
function lnFactor(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  return (
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    deviance(a, n * x) -
    deviance(b, n * y) +
    0.5 * Math.log((a / n) * (b / (2 * Math.PI)))
  );
}
