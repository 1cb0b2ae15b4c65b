import { defined } from './defined.ts';
import { floats, type Numbers } from './floats.ts';
import { sum } from './sum.ts';

/** Squares outside these bounds have lost digits. */
const [TINY, HUGE] = [1e-280, 1e300];

/** Arithmetic mean, in two passes: the second adds the mean of what the first left over. */
export function mean(values: Numbers): number {
  const all = floats(values);
  const n = all.length;
  const first = sum(all) / n;
  if (!Number.isFinite(first)) return sum(all.map((value) => value / n));
  return first + sum(deviationsFrom(first, all)) / n;
}

/**
 * Sum of squared deviations from the mean, corrected for the rounding of the mean
 * (Chan, Golub & LeVeque, The American Statistician 37, 1983, formula 1.7).
 */
export function sumOfSquares(values: Numbers, centre: number = mean(values)): number {
  const all = floats(values);
  if (isConstant(all)) return 0;
  const deviations = deviationsFrom(centre, all);
  const left = sum(deviations);
  return sum(combined(deviations, deviations, (a, b) => a * b)) - left ** 2 / all.length;
}

/** Sample variance, denominator n − 1; null below two values. */
export function variance(values: Numbers): number | null {
  return values.length < 2 ? null : sumOfSquares(values) / (values.length - 1);
}

/**
 * Sample standard deviation, denominator n − 1; null below two values. Where the squares would overflow or
 * vanish, in units of the largest deviation.
 */
export function standardDeviation(
  values: Numbers,
  squares: number | null = variance(values),
): number | null {
  if (squares === null || (squares > TINY && squares < HUGE)) {
    return squares === null ? null : Math.sqrt(squares);
  }
  const [deviations, unit] = scaledDeviations(values);
  return unit > 0 ? unit * Math.sqrt(sumOfSquares(deviations) / (values.length - 1)) : 0;
}

/** The deviations from the mean in units of the largest, and that; 0 where the values do not vary. */
export function scaledDeviations(values: Numbers): [Float64Array, number] {
  const all = floats(values);
  if (isConstant(all)) return [new Float64Array(0), 0];
  const deviations = deviationsFrom(mean(all), all);
  let unit = 0;
  for (let i = 0; i < deviations.length; i++)
    unit = Math.max(unit, Math.abs(deviations[i] as number));
  return [divided(deviations, unit), unit];
}

function isConstant(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}

function deviationsFrom(centre: number, values: Float64Array): Float64Array {
  const deviations = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) deviations[i] = (values[i] as number) - centre;
  return deviations;
}

function divided(values: Float64Array, by: number): Float64Array {
  for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) / by;
  return values;
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
export function pearson(x: Numbers, y: Numbers): Pearson | null {
  if (x.length < 2) return null;
  const [u, v] = [toLengthOne(x), toLengthOne(y)];
  if (!u || !v) return null;
  const r = defined(Math.max(-1, Math.min(1, sum(combined(u, v, (a, b) => a * b)))));
  if (r === null) return null;
  const side = r < 0 ? -1 : 1;
  const rest = sum(combined(u, v, (a, b) => (a - side * b) ** 2)) / 2;
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
export function pearsonR(x: Numbers, y: Numbers): number | null {
  return pearson(x, y)?.r ?? null;
}

function toLengthOne(values: Numbers): Float64Array | null {
  const [deviations, unit] = scaledDeviations(values);
  return unit > 0 ? divided(deviations, Math.sqrt(sumOfSquares(deviations))) : null;
}

function combined(
  u: Float64Array,
  v: Float64Array,
  both: (a: number, b: number) => number,
): Float64Array {
  const result = new Float64Array(u.length);
  for (let i = 0; i < u.length; i++) result[i] = both(u[i] as number, v[i] as number);
  return result;
}
