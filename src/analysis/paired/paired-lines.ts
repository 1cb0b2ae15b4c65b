import type { Direction, PairedLinesFigure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { escapeRich } from '../../model/rich.ts';
import { MOST_LINES, thin } from '../../model/thin.ts';
import { meanInterval } from '../figures/box-figure.ts';
import { count, percentLevel } from '../parts/words.ts';
import { tieTolerance } from '../statistics/wilcoxon-signed-rank.ts';
import type { Change } from './change.ts';
import { atTime } from './pair-times.ts';
import { type Better, directionWords } from './score-facts.ts';

/** So many pairs are ranked by their change; of more, every k-th. */
const MOST_RANKED = 20 * MOST_LINES;

/** A line for every pair of one measure, with the means and the mean change. */
export function pairedLines(change: Change, level: number, unit: string): PairedLinesFigure {
  const { scores, n, up, down, same, t } = change;
  const { label, times, better, before, after } = scores;
  const known = better === 'higher' || better === 'lower';
  const people = known
    ? { better: better === 'higher' ? up : down, same, worse: better === 'higher' ? down : up }
    : { same, unrated: up + down };
  const stride = Math.max(1, Math.ceil(n / MOST_RANKED));
  const pairs = Array.from({ length: Math.ceil(n / stride) }, (_, i) => [
    before[i * stride] ?? 0,
    after[i * stride] ?? 0,
  ]);
  const [low, high] = t?.ci ?? [null, null];
  const mean = change.change.mean ?? 0;
  const range = rangeOf(scores.range);
  const tolerance = tieTolerance(before, after);
  const moved = known
    ? `${count(people.better ?? 0)} of ${count(n)} better, ${count(people.worse ?? 0)} worse, ${count(same)} the same`
    : `${count(up)} of ${count(n)} higher, ${count(down)} lower, ${count(same)} the same`;
  return {
    kind: 'paired-lines',
    title: `${label}: everybody ${atTime(times.before)} and ${times.after}`,
    subtitle: `n = ${count(n)} ${unit} with both scores; means with ${percentLevel(level)} CI`,
    x: { title: '' },
    y: { title: label, format: 'mean', zero: false, ...range },
    times: [times.before, times.after],
    lines: thin(pairs, MOST_LINES, ([from = 0, to = 0]) => to - from).map((values) => ({
      values,
      direction: directionOf(better, values, tolerance),
    })),
    means: [meanInterval(before, level), meanInterval(after, level)],
    change: low === null || high === null ? { value: mean } : { value: mean, low, high },
    people,
    notes: [`${escapeRich(label)}: ${directionWords(better)}.`],
    alt: `A line for each of ${count(n)} ${unit}: ${moved}. Mean change ${formatNumber(mean, 'mean')}.`,
  };
}

function directionOf(
  better: Better,
  [from = 0, to = 0]: readonly number[],
  tolerance: number,
): Direction {
  if (Math.abs(to - from) <= tolerance) return 'same';
  if (better !== 'higher' && better !== 'lower') return 'unrated';
  return to > from === (better === 'higher') ? 'better' : 'worse';
}

/** "0–35" → the limits of the axis. */
function rangeOf(range: string): { low: number; high: number } | undefined {
  const [low, high] = range.split('–').map(Number);
  return low !== undefined && high !== undefined && Number.isFinite(low) && high > low
    ? { low, high }
    : undefined;
}
