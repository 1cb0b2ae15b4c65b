import { defined } from './defined.ts';
import { sum } from './sum.ts';

/** Squares outside these bounds have lost digits. */
const [TINY, HUGE] = [1e-280, 1e300];

/** Arithmetic mean, in two passes: the second adds the mean of what the first left over. */
export function mean(values: readonly number[]): number {
  const n = values.length;
  const first = sum(values) / n;
  if (!Number.isFinite(first)) return sum(values.map((value) => value / n));
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

/**
 * Sample standard deviation, denominator n − 1; null below two values. Where the squares would overflow or
 * vanish, in units of the largest deviation.
 */
export function standardDeviation(values: readonly number[]): number | null {
  const squares = variance(values);
  if (squares === null || (squares > TINY && squares < HUGE)) {
    return squares === null ? null : Math.sqrt(squares);
  }
  const [deviations, unit] = scaledDeviations(values);
  return unit > 0 ? unit * Math.sqrt(sumOfSquares(deviations) / (values.length - 1)) : 0;
}

/** The deviations from the mean in units of the largest, and that; 0 where the values do not vary. */
function scaledDeviations(values: readonly number[]): [number[], number] {
  if (values.every((value) => value === values[0])) return [[], 0];
  const centre = mean(values);
  const deviations = values.map((value) => value - centre);
  const unit = deviations.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return [deviations.map((value) => value / unit), unit];
}

export interface Pearson {
  r: number;
  /** 1 − |r|, with the digits that the subtraction would lose next to a perfect correlation. */
  rest: number;
}

/**
 * Pearson's r; null when either side does not vary or there are fewer than two pairs. With u and v the
 * deviations scaled to length 1, r = Σ u v, and 1 − |r| = ½ Σ (u ∓ v)².
 */
export function pearson(x: readonly number[], y: readonly number[]): Pearson | null {
  if (x.length < 2) return null;
  const [u, v] = [toLengthOne(x), toLengthOne(y)];
  if (!u || !v) return null;
  const r = defined(Math.max(-1, Math.min(1, sum(u.map((value, i) => value * (v[i] ?? 0))))));
  if (r === null) return null;
  const side = r < 0 ? -1 : 1;
  const rest = sum(u.map((value, i) => (value - side * (v[i] ?? 0)) ** 2)) / 2;
  return { r: rest < 0.01 ? side * (1 - rest) : r, rest };
}

/**
 * {@link pearson} from the sums of squares of x, y and x − y: 1 − r = (D − (√X − √Y)²) / (2 √X √Y).
 * Null when either side does not vary.
 */
export function pearsonOfSquares(ofX: number, ofY: number, ofDiff: number): Pearson | null {
  const [x, y] = [Math.sqrt(ofX), Math.sqrt(ofY)];
  if (!(x * y > 0)) return null;
  const oneMinus = Math.min(2, Math.max(0, (ofDiff - (x - y) ** 2) / (2 * x * y)));
  return { r: 1 - oneMinus, rest: oneMinus > 1 ? 2 - oneMinus : oneMinus };
}

/** {@link pearson} for those who need r alone. */
export function pearsonR(x: readonly number[], y: readonly number[]): number | null {
  return pearson(x, y)?.r ?? null;
}

function toLengthOne(values: readonly number[]): number[] | null {
  const [deviations, unit] = scaledDeviations(values);
  const length = Math.sqrt(sumOfSquares(deviations));
  return unit > 0 ? deviations.map((value) => value / length) : null;
}
