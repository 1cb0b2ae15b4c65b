import type { ScatterFigure, ScatterPoint } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { atTime } from '../paired/pair-times.ts';
import { directionWords } from '../paired/score-facts.ts';
import { count } from '../parts/words.ts';
import type { OutcomeScore } from './outcome-scores.ts';
import { type ChangeClass, cutoffWords, type Reliable } from './reliable.ts';

const NAMES: Record<ChangeClass, string> = {
  improved: 'Reliably improved',
  same: 'No reliable change',
  worse: 'Reliably deteriorated',
};

/** Score before against score after: the band of no reliable change, and the cut-off on both axes. */
export function jacobsonPlot(
  { scores, facts }: OutcomeScore,
  { points, classes, cutoff, improved, same, worse }: Reliable,
  unit: string,
): ScatterFigure {
  const { before, after, times, label, better } = scores;
  const { low, high } = facts.range;
  const axis = (time: string) => ({
    title: `${label} ${atTime(time)} (${directionWords(better)})`,
    format: 'number' as const,
    zero: false,
    low,
    high,
  });
  const series = (['improved', 'same', 'worse'] as const).map((wanted) => ({
    name: NAMES[wanted],
    points: gathered(
      before.flatMap((x, i) => (classes[i] === wanted ? [{ x, y: after[i] ?? x }] : [])),
    ),
  }));
  const width = points ?? 0;
  return {
    kind: 'scatter',
    title: `${label}: reliable change`,
    subtitle: `n = ${count(before.length)} ${unit} with both scores`,
    x: axis(times.before),
    y: axis(times.after),
    square: true,
    series,
    n: before.length,
    lines: [
      { along: 'diagonal', at: 0, label: 'No change' },
      ...(cutoff === null
        ? []
        : (['x', 'y'] as const).map((along) => ({
            along,
            at: cutoff.at,
            label: `Cut-off ${formatNumber(cutoff.at, 'number')}`,
          }))),
    ],
    bands: [
      {
        along: 'diagonal',
        low: -width,
        high: width,
        label: `Change below ${formatNumber(width, 'number')} points`,
      },
    ],
    notes: cutoff === null ? [] : [`Of concern: ${cutoffWords(cutoff)} (${cutoff.label}).`],
    alt: `Scores before against scores after: ${count(improved)} reliably improved, ${count(same)} without reliable change, ${count(worse)} reliably deteriorated; ${directionWords(better)}.`,
  };
}

/** People at the same place are one point. */
function gathered(points: readonly { x: number; y: number }[]): ScatterPoint[] {
  const places = Map.groupBy(points, ({ x, y }) => `${x} ${y}`);
  return [...places.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    return [own.length > 1 ? { ...first, n: own.length } : first];
  });
}
