import type { ScatterFigure } from '../../model/figure.ts';
import { MOST_POINTS, thin } from '../../model/thin.ts';
import { mean, sumOfSquares } from '../numeric/moments.ts';
import { tQuantile } from '../numeric/student-t.ts';
import { sum } from '../numeric/sum.ts';
import { count, percentLevel } from '../parts/words.ts';

/** Places along the fitted line at which its band is given. */
const STEPS = 40;

/** Points of two variables with the least-squares line and the interval of its mean. */
export function scatterFigure(
  about: { title: string; x: string; y: string; unit: string; level: number },
  x: readonly number[],
  y: readonly number[],
): ScatterFigure {
  const points = x.map((value, i) => ({ x: value, y: y[i] as number }));
  const line = fitLine(x, y, about.level);
  return {
    kind: 'scatter',
    title: about.title,
    subtitle: `n = ${count(x.length)} ${about.unit}${line ? `; line with ${percentLevel(about.level)} CI` : ''}`,
    x: { title: about.x, format: 'number', zero: false },
    y: { title: about.y, format: 'number', zero: false },
    series: [{ name: about.title, points: counted(thin(points, MOST_POINTS, (point) => point.x)) }],
    n: x.length,
    ...(line ? { fit: { name: 'Least-squares line', points: line } } : {}),
    notes: [],
    alt: `${about.y} against ${about.x}, ${count(x.length)} ${about.unit}${line ? `; the line ${(line.at(-1)?.value ?? 0) > (line[0]?.value ?? 0) ? 'rises' : 'falls'}` : ''}.`,
  };
}

/** Points at the same place once, with how many they are. */
function counted(points: readonly { x: number; y: number }[]) {
  const places = new Map<string, { x: number; y: number; n: number }>();
  for (const { x, y } of points) {
    const key = `${x} ${y}`;
    const place = places.get(key);
    if (place) place.n++;
    else places.set(key, { x, y, n: 1 });
  }
  return [...places.values()];
}

function fitLine(x: readonly number[], y: readonly number[], level: number) {
  const n = x.length;
  if (n < 3) return null;
  const [mx, my, sxx] = [mean(x), mean(y), sumOfSquares(x)];
  if (!(sxx > 0)) return null;
  const slope = sum(x.map((value, i) => (value - mx) * ((y[i] ?? 0) - my))) / sxx;
  const rest = sum(x.map((value, i) => ((y[i] ?? 0) - my - slope * (value - mx)) ** 2));
  const sigma = Math.sqrt(rest / (n - 2));
  const t = tQuantile(0.5 + level / 2, n - 2);
  const [low, high] = x.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [mx, mx]);
  return Array.from({ length: STEPS + 1 }, (_, k) => {
    const at = low + ((high - low) * k) / STEPS;
    const value = my + slope * (at - mx);
    const half = t * sigma * Math.sqrt(1 / n + (at - mx) ** 2 / sxx);
    return { x: at, value, low: value - half, high: value + half };
  });
}
