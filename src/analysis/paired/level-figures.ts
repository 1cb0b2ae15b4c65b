import type { Figure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { percentFormat, percentOf } from '../parts/percent.ts';
import { capital } from '../parts/words.ts';
import type { LevelChange } from './level-change.ts';
import { atTime } from './pair-times.ts';

/** The levels at both times where there are levels, and how many changed in which direction. */
export function levelFigures(
  { change, transition, outcomes }: LevelChange,
  unit: string,
): Figure[] {
  const { scores, n } = change;
  const { before, after } = scores.times;
  const subtitle = `n = ${formatNumber(n, 'count')} ${unit} with both scores`;
  const y = { title: `% of ${unit}`, format: percentFormat(n), zero: true };
  const told = outcomes.map((outcome) => `${formatNumber(outcome.n, 'count')} ${outcome.words}`);
  const changes: Figure = {
    kind: 'bar',
    title: `${scores.label}: change from ${before} to ${after}`,
    subtitle,
    x: { title: 'Change' },
    y,
    series: [
      {
        name: '%',
        points: outcomes.map((outcome) => ({
          label: outcome.label,
          value: percentOf(outcome.n, n),
        })),
      },
    ],
    notes: [],
    alt: `Bar chart, of ${formatNumber(n, 'count')} ${unit}: ${told.join(', ')}.`,
  };
  if (!transition) return [changes];
  const points = (counts: readonly number[]) =>
    transition.levels.map((label, i) => ({ label, value: percentOf(counts[i] ?? 0, n) }));
  return [
    {
      kind: 'grouped-bar',
      title: `${scores.label} ${atTime(before)} and ${after}`,
      subtitle,
      x: { title: scores.label },
      y,
      series: [
        { name: capital(before), points: points(transition.before) },
        { name: capital(after), points: points(transition.after) },
      ],
      notes: [],
      alt: `Grouped bar chart of ${scores.label} before and after, ${formatNumber(n, 'count')} ${unit}: ${told.join(', ')}.`,
    },
    changes,
  ];
}
