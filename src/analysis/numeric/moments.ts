import { defined } from './defined.ts';
import { sum } from './sum.ts';

/** Arithmetic mean, in two passes: the second adds the mean of what the first left over. */
export function mean(values: readonly number[]): number {
  const n = values.length;
  const first = sum(values) / n;
  return first + sum(values.map((value) => value - first)) / n;
}

/**
 * Sum of squared deviations from the mean, corrected for the rounding of the mean
 * (Chan, Golub & LeVeque, The American Statistician 37, 1983, formula 1.7).
 */
export function sumOfSquares(values: readonly number[], centre: number = mean(values)): number {
  if (values.every((value) => value === values[0])) return 0;
  const deviations = values.map((value) => value - centre);
  const squares = sum(deviations.map((deviation) => deviation * deviation));
  return squares - sum(deviations) ** 2 / values.length;
}

/** Sample variance, denominator n − 1; null below two values. */
export function variance(values: readonly number[]): number | null {
  return values.length < 2 ? null : sumOfSquares(values) / (values.length - 1);
}

/** Sample standard deviation, denominator n − 1; null below two values. */
export function standardDeviation(values: readonly number[]): number | null {
  const value = variance(values);
  return value === null ? null : Math.sqrt(value);
}

/** Pearson's r; null when either side does not vary or there are fewer than two pairs. */
export function pearsonR(x: readonly number[], y: readonly number[]): number | null {
  if (x.length < 2) return null;
  const meanX = mean(x);
  const meanY = mean(y);
  const scale = Math.sqrt(sumOfSquares(x, meanX)) * Math.sqrt(sumOfSquares(y, meanY));
  if (!(scale > 0)) return null;
  const products = x.map((value, i) => (value - meanX) * ((y[i] ?? 0) - meanY));
  return defined(Math.max(-1, Math.min(1, sum(products) / scale)));
}
