import type { CategoryFigure, Direction, Figure, PairedLinesFigure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { MOST_LINES, thin } from '../../model/thin.ts';
import { meanInterval } from '../figures/box-figure.ts';
import { forestFigure } from '../figures/forest-figure.ts';
import { atTime, sharedTimes } from '../paired/pair-times.ts';
import { directionWords } from '../paired/score-facts.ts';
import { count, percentLevel } from '../parts/words.ts';
import { histogramPoints } from '../spread/histogram-points.ts';
import { jacobsonPlot } from './jacobson-plot.ts';
import type { OutcomeLine } from './outcome-line.ts';
import { signOf } from './reliable.ts';

/** The forest of all scores, and for each its people from before to after and their changes. */
export function outcomeFigures(
  lines: readonly OutcomeLine[],
  level: number,
  unit: string,
): Figure[] {
  const drawn = lines.filter(({ change }) => change.t !== null);
  if (drawn.length === 0) return [];
  return [
    forest(
      lines.filter(({ score }) => !score.isOrdinal),
      level,
      unit,
    ),
    ...drawn.flatMap((line) => [
      ...(line.reliable.classes.length > 0 ? [jacobsonPlot(line.score, line.reliable, unit)] : []),
      pairedLines(line, level, unit),
      distribution(line, unit),
    ]),
  ];
}

function forest(lines: readonly OutcomeLine[], level: number, unit: string): Figure {
  const symbol = lines[0]?.change.effect.symbol ?? '*d*';
  const { after } = sharedTimes(lines.map(({ score }) => score.scores));
  return {
    ...forestFigure(
      {
        title: 'Standardised change of each score',
        subtitle: `Pairs of ${count(Math.max(...lines.map(({ score }) => score.scores.eligible)))} eligible ${unit}`,
        label: 'Score',
        value: 'Standardised change',
        symbol,
        format: 'statistic',
        level,
        reference: { at: 0, label: 'No change' },
        sides: { low: `Lower ${atTime(after)}`, high: `Higher ${atTime(after)}` },
        columns: ['*n*'],
      },
      lines.map(({ score, change }) => ({
        label: `${score.scores.label} (${directionWords(score.scores.better)})`,
        value: change.effect.value,
        ci: change.effect.ci ? [change.effect.ci.low, change.effect.ci.high] : null,
        ...(change.effect.value === null ? { refused: change.refused } : {}),
        cells: [count(change.n)],
      })),
    ),
    notes: ['No comparison group: this is change, and its cause is not known.'],
  };
}

function pairedLines(
  { score, change }: OutcomeLine,
  level: number,
  unit: string,
): PairedLinesFigure {
  const { scores, facts } = score;
  const { before, after, times, label } = scores;
  const sign = signOf(facts);
  const people = before.map((value, i) => {
    const last = after[i] ?? Number.NaN;
    return { values: [value, last], direction: directionOf((last - value) * sign, sign) };
  });
  const howMany = (wanted: Direction) => people.filter((each) => each.direction === wanted).length;
  const counts = {
    better: howMany('better'),
    same: howMany('same'),
    worse: howMany('worse'),
    unrated: howMany('unrated'),
  };
  const { mean } = change.change;
  const [low, high] = change.t?.ci ?? [null, null];
  return {
    kind: 'paired-lines',
    title: `${label}: each of the pairs`,
    subtitle: `n = ${count(change.n)} ${unit} with both scores; means with ${percentLevel(level)} CI`,
    x: { title: 'Time point' },
    y: {
      title: `${label} (${directionWords(scores.better)})`,
      format: 'mean',
      zero: false,
      low: facts.range.low,
      high: facts.range.high,
    },
    times: [times.before, times.after],
    lines: thin(people, MOST_LINES, ({ values }) => (values[1] ?? 0) - (values[0] ?? 0)),
    means: [meanInterval(before, level), meanInterval(after, level)],
    ...(mean === null
      ? {}
      : { change: { value: mean, ...(low === null || high === null ? {} : { low, high }) } }),
    people: counts,
    notes: [],
    alt:
      sign === 0
        ? `One line a person from ${times.before} to ${times.after}: ${count(change.up)} up, ${count(change.same)} the same, ${count(change.down)} down.`
        : `One line a person from ${times.before} to ${times.after}: ${count(counts.better)} better, ${count(counts.same)} the same, ${count(counts.worse)} worse.`,
  };
}

function directionOf(improvement: number, sign: number): Direction {
  if (sign === 0) return 'unrated';
  if (Math.abs(improvement) < 1e-9) return 'same';
  return improvement > 0 ? 'better' : 'worse';
}

function distribution({ score, change }: OutcomeLine, unit: string): CategoryFigure {
  const { scores } = score;
  const differences = scores.after.map((value, i) => rounded(value - (scores.before[i] ?? 0)));
  const { median, q1, q3 } = change.change;
  const number = (value: number | null) => formatNumber(value, 'number');
  return {
    kind: 'histogram',
    title: `${scores.label}: distribution of change`,
    subtitle: `n = ${count(change.n)} ${unit} with both scores`,
    x: { title: `Change, points (${scores.times.after} − ${scores.times.before})` },
    y: { title: `Number of ${unit}`, format: 'count', zero: true },
    series: [{ name: 'n', points: histogramPoints(differences) }],
    notes: [],
    alt: `Histogram of change: median ${number(median)}, quartiles ${number(q1)} and ${number(q3)}; ${directionWords(scores.better)}.`,
  };
}

function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
