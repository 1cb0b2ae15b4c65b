import type { Direction, PairedLinesFigure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import type { ScoreFacts } from '../../model/score-facts.ts';
import { MOST_LINES, thin } from '../../model/thin.ts';
import { meanInterval } from '../figures/box-figure.ts';
import { mean } from '../numeric/moments.ts';
import { count, percentLevel } from '../parts/words.ts';
import { signOf } from './reliable.ts';
import type { TimesFrame } from './times-frame.ts';

/** One line a person, without saying whose it is. */
export function trajectories(
  { times, people }: TimesFrame,
  complete: readonly (readonly number[])[],
  { label, facts, level }: { label: string; facts: ScoreFacts | undefined; level: number },
): PairedLinesFigure {
  const sign = facts === undefined ? 0 : signOf(facts);
  const lines = people
    .filter((values) => values.filter((value) => value !== null).length > 1)
    .map((values) => {
      const there = values.filter((value) => value !== null);
      const change = ((there.at(-1) ?? 0) - (there[0] ?? 0)) * sign;
      const direction: Direction =
        sign === 0 ? 'unrated' : Math.abs(change) < 1e-9 ? 'same' : change > 0 ? 'better' : 'worse';
      return { values, direction };
    });
  const each = (wanted: Direction) => lines.filter(({ direction }) => direction === wanted).length;
  const counts = {
    better: each('better'),
    same: each('same'),
    worse: each('worse'),
    unrated: each('unrated'),
  };
  return {
    kind: 'paired-lines',
    title: `${label}: each person over time`,
    subtitle: `${count(lines.length)} people with two scores or more; means of the ${count(complete.length)} with all, ${percentLevel(level)} CI`,
    x: { title: 'Time point' },
    y: {
      title: label,
      format: 'mean',
      zero: false,
      ...(facts === undefined ? {} : facts.range),
    },
    times,
    lines: thin(lines, MOST_LINES, ({ values }) => values.find((value) => value !== null) ?? 0),
    means: times.map((_, k) =>
      meanInterval(
        complete.map((row) => row[k] ?? 0),
        level,
      ),
    ),
    people: counts,
    notes: ['Lines stand for people and do not say who they are.'],
    alt: `One line a person over ${times.join(', ')}. Means of those with all scores: ${times.map((time, k) => `${formatNumber(meanAt(complete, k), 'mean')} at ${time}`).join(', ')}.`,
  };
}

/** null of nobody. */
export function meanAt(rows: readonly (readonly number[])[], k: number): number | null {
  return rows.length > 0 ? mean(rows.map((row) => row[k] ?? 0)) : null;
}
