import { cubicSpline } from '../numeric/cubic-spline.ts';
import { normalQuantile } from '../numeric/normal.ts';
import { riddersRoot } from '../numeric/ridders.ts';
import { type LogisticFit, logisticFit } from './logistic-fit.ts';

type Bounds = [number | null, number | null];

interface ProfilePoint {
  value: number;
  /** Signed root of the deviance above its minimum, the other coefficients fitted anew. */
  z: number;
}

const MOST_STEPS = 9;

/**
 * The profile likelihood interval of one coefficient (Venzon & Moolgavkar, Applied Statistics 37, 1988),
 * once solved exactly and once as R's `confint` reads it off: nine steps at most to either side, a spline
 * through them, and straight lines between three times as many points (Venables & Ripley, Modern Applied
 * Statistics with S, 7.2). The two differ by some units of the fourth digit.
 * @returns null for a bound that is not reached
 */
export function profileIntervals(
  columns: readonly Float64Array[],
  y: Float64Array,
  fit: LogisticFit,
  term: number,
  se: number,
  level: number,
): { exact: Bounds; interpolated: Bounds } {
  const z = normalQuantile(0.5 + level / 2);
  const reach = -normalQuantile((1 - level) / 8);
  const others = columns.filter((_, j) => j !== term);
  const estimate = fit.coefficients[term] ?? 0;
  let eta = fit.eta;
  const profile = (value: number): number => {
    const offset = (columns[term] ?? eta).map((x) => x * value);
    const own = logisticFit(others, y, { offset, eta });
    eta = own.eta;
    return Math.sign(value - estimate) * Math.sqrt(Math.max(0, own.deviance - fit.deviance));
  };
  const side = (sign: 1 | -1): ProfilePoint[] => {
    const points: ProfilePoint[] = [];
    eta = fit.eta;
    for (let step = 1; step <= MOST_STEPS; step++) {
      const value = estimate + (sign * step * reach * se) / 5;
      points.push({ value, z: profile(value) });
      if (Math.abs(points.at(-1)?.z ?? 0) >= reach) break;
    }
    return points;
  };
  const [below, above] = [side(-1).reverse(), side(1)];
  const points = [...below, { value: estimate, z: 0 }, ...above];
  const exact = [-z, z].map((target) => {
    const next = points.findIndex((point) => point.z > target);
    const [from, to] = [points[next - 1], points[next]];
    if (!from || !to) return null;
    return riddersRoot((value) => profile(value) - target, from.value, to.value);
  });
  const [low = null, high = null] = exact;
  return { exact: [low, high], interpolated: [readOff(points, -z), readOff(points, z)] };
}

/** Where the spline through the points, drawn as a line of 3 m points, meets `target`. */
function readOff(points: readonly ProfilePoint[], target: number): number | null {
  const curve = cubicSpline(
    points.map(({ value }) => value),
    points.map(({ z }) => z),
  );
  const [first, last] = [points[0]?.value ?? 0, points.at(-1)?.value ?? 0];
  const count = 3 * points.length;
  const line = Array.from({ length: count }, (_, i) => {
    const value = first + ((last - first) * i) / (count - 1);
    return { value, z: curve(value) };
  });
  const next = line.findIndex(({ z }) => z >= target);
  const [a, b] = [line[next - 1], line[next]];
  if (!a || !b) return null;
  return a.value + ((b.value - a.value) * (target - a.z)) / (b.z - a.z);
}
