import { ascending, type Numbers } from '../numeric/floats.ts';
import { mean, sumOfSquares } from '../numeric/moments.ts';
import { normalQuantile, normalUpperTail } from '../numeric/normal.ts';
import { notComputable } from './read-input.ts';

/** Royston's approximations were made for no more. */
export const MOST_VALUES = 5000;

export interface ShapiroWilk {
  W: number;
  p: number;
}

/**
 * Shapiro and Wilk's test of normality with Royston's approximations
 * (P. Royston, Applied Statistics 44, 1995, algorithm AS R94), for 3 to 5,000 values.
 * @throws Refusal `not-computable` for other sample sizes and for values that are all the same
 */
export function shapiroWilk(values: Numbers): ShapiroWilk {
  const n = values.length;
  if (n < 3 || n > MOST_VALUES) {
    throw notComputable(
      'Shapiro–Wilk',
      `between 3 and 5,000 values are required, and there are ${n}.`,
    );
  }
  const x = [...ascending(values)];
  const range = (x[n - 1] ?? 0) - (x[0] ?? 0);
  if (!(range > 0)) throw notComputable('Shapiro–Wilk', 'all values are the same.');

  const half = weights(n);
  const a = x.map((_, i) => (2 * i + 1 === n ? 0 : i < n / 2 ? -at(half, i) : at(half, n - 1 - i)));
  const scaled = x.map((value) => value / range);
  const centre = mean(scaled);
  const ssa = a.reduce((total, value) => total + value * value, 0);
  const ssx = sumOfSquares(scaled, centre);
  const sax = a.reduce((total, value, i) => total + value * (at(scaled, i) - centre), 0);
  const root = Math.sqrt(ssa * ssx);
  const rest = Math.max(0, ((root - sax) * (root + sax)) / (ssa * ssx));
  return { W: 1 - rest, p: pValue(n, rest) };
}

/** Royston's approximation to the optimal weights, largest first; the other half is its negative. */
function weights(n: number): number[] {
  if (n === 3) return [Math.SQRT1_2];
  const m = Array.from({ length: Math.floor(n / 2) }, (_, i) =>
    normalQuantile((i + 1 - 0.375) / (n + 0.25)),
  );
  const [first, second] = [at(m, 0), at(m, 1)];
  const total = 2 * m.reduce((sum, value) => sum + value * value, 0);
  const u = 1 / Math.sqrt(n);
  const a1 =
    polynomial([0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056], u) -
    first / Math.sqrt(total);
  if (n <= 5) {
    const scale = Math.sqrt((total - 2 * first * first) / (1 - 2 * a1 * a1));
    return m.map((value, i) => (i === 0 ? a1 : -value / scale));
  }
  const a2 =
    polynomial([0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633], u) -
    second / Math.sqrt(total);
  const scale = Math.sqrt(
    (total - 2 * first * first - 2 * second * second) / (1 - 2 * a1 * a1 - 2 * a2 * a2),
  );
  return m.map((value, i) => (i === 0 ? a1 : i === 1 ? a2 : -value / scale));
}

/** @param rest 1 − W */
function pValue(n: number, rest: number): number {
  if (n === 3) {
    const p = (6 / Math.PI) * (Math.asin(Math.sqrt(1 - rest)) - Math.asin(Math.sqrt(0.75)));
    return Math.min(1, Math.max(0, p));
  }
  if (rest === 0) return 1;
  const y = Math.log(rest);
  if (n <= 11) {
    const gamma = polynomial([-2.273, 0.459], n);
    if (y >= gamma) return 1e-99;
    const centre = polynomial([0.544, -0.39978, 0.025054, -6.714e-4], n);
    const spread = Math.exp(polynomial([1.3822, -0.77857, 0.062767, -0.0020322], n));
    return normalUpperTail((-Math.log(gamma - y) - centre) / spread);
  }
  const size = Math.log(n);
  const centre = polynomial([-1.5861, -0.31082, -0.083751, 0.0038915], size);
  const spread = Math.exp(polynomial([-0.4803, -0.082676, 0.0030302], size));
  return normalUpperTail((y - centre) / spread);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((value, coefficient) => value * x + coefficient, 0);
}

function at(values: readonly number[], i: number): number {
  return values[i] ?? 0;
}
