import type { BoxFigure, BoxGroup } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { MOST_POINTS, spaced } from '../../model/thin.ts';
import { firstWhere } from '../numeric/first-where.ts';
import { ascending, type Numbers } from '../numeric/floats.ts';
import { mean, standardDeviation } from '../numeric/moments.ts';
import { quantile } from '../numeric/quantile.ts';
import { tQuantile } from '../numeric/student-t.ts';
import { count, percentLevel } from '../parts/words.ts';

/** Whiskers reach this many interquartile ranges (Tukey 1977). */
const REACH = 1.5;

/** The values of groups or of time points: boxes, points, means with their t interval. */
export function boxFigure(
  about: { title: string; groups: string; value: string; unit: string; level: number },
  groups: readonly { label: string; values: Numbers }[],
): BoxFigure {
  const boxes = groups.map((group) => boxOf(group, about.level));
  const n = groups.reduce((total, { values }) => total + values.length, 0);
  const told = boxes.map(
    ({ label, box, n: of }) =>
      `${label}: median ${formatNumber(box?.median ?? null, 'number')} (n = ${count(of)})`,
  );
  return {
    kind: 'box',
    title: about.title,
    subtitle: `n = ${count(n)} ${about.unit}; means with ${percentLevel(about.level)} CI`,
    x: { title: about.groups },
    y: { title: about.value, format: 'number', zero: false },
    whiskers: 'Whiskers reach the furthest value within 1.5 interquartile ranges of the box.',
    groups: boxes,
    notes: [],
    alt: `Boxes of ${about.value}. ${told.join('; ')}.`,
  };
}

function boxOf({ label, values }: { label: string; values: Numbers }, level: number): BoxGroup {
  const n = values.length;
  if (n === 0) return { label, n, box: null, points: [] };
  const sorted = ascending(values);
  const [lower, median, upper] = [0.25, 0.5, 0.75].map((p) => quantile(sorted, p)) as [
    number,
    number,
    number,
  ];
  const reach = REACH * (upper - lower);
  const from = firstWhere(0, n, (i) => (sorted[i] as number) >= lower - reach);
  const to = firstWhere(from, n, (i) => (sorted[i] as number) > upper + reach);
  const within = sorted.subarray(from, to);
  const beyond = [...sorted.subarray(0, from), ...sorted.subarray(to)];
  return {
    label,
    n,
    box: { low: within[0] ?? lower, lower, median, upper, high: within.at(-1) ?? upper },
    mean: meanInterval(values, level),
    points: [
      ...spaced(beyond.length, MOST_POINTS).map((i) => beyond[i] as number),
      ...spaced(within.length, MOST_POINTS).map((i) => within[i] as number),
    ],
  };
}

/** The mean, with its t interval where there are two values. */
export function meanInterval(
  values: Numbers,
  level: number,
): { value: number; low?: number; high?: number } {
  const [value, sd] = [mean(values), standardDeviation(values)];
  if (sd === null) return { value };
  const half = (tQuantile(0.5 + level / 2, values.length - 1) * sd) / Math.sqrt(values.length);
  return { value, low: value - half, high: value + half };
}
