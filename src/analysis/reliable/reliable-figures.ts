import type { ScatterFigure, StackedBarFigure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { MOST_POINTS, thin } from '../../model/thin.ts';
import type { PairedScores } from '../paired/paired-scores.ts';
import { capital, count } from '../parts/words.ts';
import type { ReliableChange } from '../statistics/reliable-change.ts';
import type { Outcome } from './change-of.ts';

export function jacobsonPlot(
  { before, after, label, times }: PairedScores,
  value: ReliableChange,
  cutoff: number | null,
  unit: string,
): ScatterFigure {
  const points = before.map((x, i) => ({ x, y: after[i] ?? 0 }));
  const reach = value.critical_change_exact_z;
  return {
    kind: 'scatter',
    title: `${label}: before and after`,
    subtitle: `n = ${count(points.length)} ${unit} with both scores`,
    x: { title: capital(times.before), format: 'number', zero: false },
    y: { title: capital(times.after), format: 'number', zero: false },
    square: true,
    series: [{ name: label, points: thin(points, MOST_POINTS, ({ x }) => x) }],
    n: points.length,
    lines: [
      { along: 'diagonal', at: 0, label: 'No change' },
      ...(cutoff === null
        ? []
        : [
            { along: 'x' as const, at: cutoff, label: 'Cut-off' },
            { along: 'y' as const, at: cutoff, label: 'Cut-off' },
          ]),
    ],
    bands: [{ along: 'diagonal', low: -reach, high: reach, label: 'No reliable change' }],
    notes: [],
    alt: `Scores after against scores before, ${count(points.length)} ${unit}; a change below ${formatNumber(reach, 'mean')} points is not reliable.`,
  };
}

export function outcomeBars(
  outcomes: readonly Outcome[],
  label: string,
  n: number,
  unit: string,
): StackedBarFigure {
  const shown = outcomes.filter(({ key }) => key !== 'recovered').toReversed();
  return {
    kind: 'stacked-bar',
    title: `${label}: reliable change`,
    subtitle: `n = ${count(n)} ${unit} with both scores`,
    x: { title: '' },
    y: { title: `Share of ${unit}` },
    levels: shown.map((each) => each.label),
    ordered: true,
    middle: 1,
    bars: [{ label, counts: shown.map((each) => each.n) }],
    notes: [],
    alt: `Of ${count(n)} ${unit}: ${shown.map((each) => `${each.label.toLowerCase()} ${count(each.n)}`).join(', ')}.`,
  };
}
