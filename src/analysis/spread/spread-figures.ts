import type { Figure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { plainText } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import type { Levels } from '../parts/levels.ts';
import { present } from '../parts/number-values.ts';
import { count, percentLevel } from '../parts/words.ts';
import type { Descriptives } from '../statistics/descriptives.ts';
import { histogramPoints } from './histogram-points.ts';
import type { Line } from './line.ts';
import { plainSpread } from './spread-words.ts';

export function spreadFigures(
  lines: readonly Line[],
  groups: Levels | null,
  view: View,
  several: boolean,
  level: number,
): Figure[] {
  const [first] = lines;
  if (!first) return [];
  if (!groups && !several)
    return first.described ? [histogram(first, first.described, view.unit)] : [];
  const names = [...new Set(lines.map((line) => line.variable.variable.label))];
  const y = {
    title: several ? 'Mean' : `Mean, ${names[0] ?? ''}`,
    format: 'mean',
    zero: false,
  } as const;
  const points = (of: readonly Line[]) =>
    of.map((line) => {
      const [low, high] = line.described?.ci_mean ?? [];
      return {
        label: line.group ?? line.variable.variable.label,
        value: line.described?.mean ?? null,
        ...(low === undefined || high === undefined ? {} : { low, high }),
      };
    });
  return [
    {
      kind: 'interval',
      title: groups ? `Means by ${groups.variable.label}` : 'Means',
      subtitle: `${percentLevel(level)} CI; of ${count(view.rows.length)} ${view.unit}`,
      x: { title: groups?.variable.label ?? 'Variable' },
      y,
      series: groups
        ? names.map((name) => ({
            name,
            points: points(lines.filter((line) => line.variable.variable.label === name)),
          }))
        : [{ name: 'Mean', points: points(lines) }],
      notes: [],
      alt: `Means with intervals. ${lines.map((line) => plainText(plainSpread(line, view.unit, level, false))).join(' ')}`,
    },
  ];
}

function histogram(line: Line, described: Descriptives, unit: string): Figure {
  const { label } = line.variable.variable;
  return {
    kind: 'histogram',
    title: label,
    subtitle: `n = ${count(described.n)} ${unit}${line.missing > 0 ? `, ${count(line.missing)} missing` : ''}`,
    x: { title: label },
    y: { title: `Number of ${unit}`, format: 'count', zero: true },
    series: [{ name: label, points: histogramPoints(present(line.variable)) }],
    notes: [],
    alt: `Histogram of ${label}, ${count(described.n)} ${unit}: mean ${formatNumber(described.mean, 'mean')}, median ${formatNumber(described.median, 'number')}, from ${formatNumber(described.min, 'number')} to ${formatNumber(described.max, 'number')}.`,
  };
}
