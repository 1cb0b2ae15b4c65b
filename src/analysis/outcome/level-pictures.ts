import type { GridFigure, StackedBarFigure } from '../../model/figure.ts';
import type { LevelChange } from '../paired/level-change.ts';
import { atTime } from '../paired/pair-times.ts';
import type { Transition } from '../paired/transition.ts';
import { capital, count } from '../parts/words.ts';

/** The levels before and after as shares of two bars. */
export function levelShares(
  { change, outcomes }: LevelChange,
  { levels, before, after }: Transition,
  unit: string,
): StackedBarFigure {
  const { times, label } = change.scores;
  return {
    kind: 'stacked-bar',
    title: `${label} ${atTime(times.before)} and ${times.after}`,
    subtitle: `n = ${count(change.n)} ${unit} with both`,
    x: { title: 'Time point' },
    y: { title: `Share of ${unit}` },
    levels,
    ordered: true,
    bars: [
      { label: capital(times.before), counts: before },
      { label: capital(times.after), counts: after },
    ],
    notes: [],
    alt: `Shares of each level before and after, ${count(change.n)} ${unit}: ${outcomes.map(({ n, words }) => `${count(n)} ${words}`).join(', ')}.`,
  };
}

/** Level before by level after. */
export function levelGrid(
  { change, outcomes }: LevelChange,
  { levels, counts }: Transition,
  unit: string,
): GridFigure {
  const { times, label } = change.scores;
  return {
    kind: 'grid',
    title: `${label}: from ${times.before} to ${times.after}`,
    subtitle: `n = ${count(change.n)} ${unit} with both`,
    x: { title: capital(times.after), labels: levels },
    y: { title: capital(times.before), labels: levels },
    format: 'count',
    cells: counts,
    diagonal: 'No change',
    notes: [],
    alt: `Table of levels before by levels after: ${outcomes.map(({ n, words }) => `${count(n)} ${words}`).join(', ')}.`,
  };
}
