import type { Figure, FigurePoint } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { escapeRich } from '../../model/rich.ts';
import { tQuantile } from '../numeric/student-t.ts';
import { percentLevel } from '../parts/words.ts';
import type { Change, Spread } from './change.ts';
import { atTime, sharedTimes } from './pair-times.ts';
import { pairedLines } from './paired-lines.ts';
import { directionWords } from './score-facts.ts';

/** So many measures get a chart of everybody. */
const MOST_CHARTS = 6;

/** Mean change with its interval, the means of several measures, and everybody’s scores with their mean. */
export function changeFigures(changes: readonly Change[], level: number, unit: string): Figure[] {
  const drawn = changes.filter((change) => change.change.mean !== null);
  if (drawn.length === 0) return [];
  return [
    meanChange(drawn, level, unit),
    ...(drawn.length > 1 ? [means(drawn, level, unit)] : []),
    ...drawn.slice(0, MOST_CHARTS).map((change) => pairedLines(change, level, unit)),
  ];
}

function meanChange(changes: readonly Change[], level: number, unit: string): Figure {
  return {
    kind: 'interval',
    title: 'Mean change',
    subtitle: sizes(changes, unit),
    x: { title: 'Measure' },
    y: { title: `Mean change, points (${percentLevel(level)} CI)`, format: 'mean', zero: true },
    series: [
      {
        name: 'Mean change',
        points: changes.map(({ scores, change, t }) => {
          const [low, high] = t?.ci ?? [null, null];
          return point(scores.label, change.mean, low, high);
        }),
      },
    ],
    notes: changes.map(
      ({ scores }) => `${escapeRich(scores.label)}: ${directionWords(scores.better)}.`,
    ),
    alt: `Mean change with ${percentLevel(level)} intervals. ${changes.map(told).join('; ')}.`,
  };
}

/** "Warmth 1.80 (0.39 to 3.20)" */
function told({ scores, change, t }: Change): string {
  const [low, high] = t?.ci ?? [null, null];
  const number = (value: number | null) => formatNumber(value, 'mean');
  const bounds = low === null || high === null ? '' : ` (${number(low)} to ${number(high)})`;
  return `${scores.label} ${number(change.mean)}${bounds}`;
}

function means(changes: readonly Change[], level: number, unit: string): Figure {
  const times = sharedTimes(changes.map(({ scores }) => scores));
  return {
    kind: 'line',
    title: `Means ${atTime(times.before)} and ${times.after}`,
    subtitle: sizes(changes, unit),
    x: { title: 'Time point' },
    y: { title: `Mean score (${percentLevel(level)} CI)`, format: 'mean', zero: false },
    series: changes.map(({ scores, n, before, after }) => ({
      name: scores.label,
      points: [at(times.before, before, n, level), at(times.after, after, n, level)],
    })),
    notes: [
      ...changes.map(
        ({ scores }) => `${escapeRich(scores.label)}: ${directionWords(scores.better)}.`,
      ),
      ...(changes.length > MOST_CHARTS
        ? [`Everybody’s lines are drawn for the first ${MOST_CHARTS} measures.`]
        : []),
    ],
    alt: `Mean scores. ${changes
      .map(
        ({ scores, before, after }) =>
          `${scores.label} ${formatNumber(before.mean, 'mean')} ${atTime(times.before)}, ${formatNumber(after.mean, 'mean')} ${atTime(times.after)}`,
      )
      .join('; ')}.`,
  };
}

function at(label: string, { mean, sd }: Spread, n: number, level: number): FigurePoint {
  if (mean === null || sd === null) return point(label, mean, null, null);
  const half = (tQuantile(0.5 + level / 2, n - 1) * sd) / Math.sqrt(n);
  return point(label, mean, mean - half, mean + half);
}

function point(
  label: string,
  value: number | null,
  low: number | null,
  high: number | null,
): FigurePoint {
  return low === null || high === null ? { label, value } : { label, value, low, high };
}

function sizes(changes: readonly Change[], unit: string): string {
  const all = changes.map(({ n }) => n);
  if (new Set(all).size === 1)
    return `n = ${formatNumber(all[0] ?? 0, 'count')} ${unit} with both scores`;
  return `Pairs: ${changes.map(({ scores, n }) => `${scores.label} ${formatNumber(n, 'count')}`).join(', ')}`;
}
