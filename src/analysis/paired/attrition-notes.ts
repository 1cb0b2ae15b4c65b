import { formatNumber } from '../../model/format.ts';
import type { Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { mean, standardDeviation } from '../numeric/moments.ts';
import { meanSd } from '../parts/words.ts';
import type { Change } from './change.ts';
import { atTime } from './pair-times.ts';

/** Fewer than this on either side are not described. */
const FEWEST = 5;
/** A standardised difference that is worth a caution; a convention. */
const NOTABLE = 0.1;

/**
 * How those without a second score began, against the pairs: the standardised mean difference divides
 * by the root of the mean of the two variances.
 */
export function attritionNotes({ scores, n, before }: Change): Note[] {
  const left = scores.leftBefore;
  if (left.length < FEWEST || n < FEWEST || before.mean === null || before.sd === null) return [];
  const other = { mean: mean(left), sd: standardDeviation(left) ?? 0 };
  const spread = Math.sqrt((before.sd ** 2 + other.sd ** 2) / 2);
  if (!(spread > 0)) return [];
  const smd = (before.mean - other.mean) / spread;
  const time = atTime(escapeRich(scores.times.before));
  return [
    {
      kind: Math.abs(smd) > NOTABLE ? 'caution' : 'note',
      text: `${escapeRich(scores.label)}: the ${left.length} with a score ${time} only began at ${meanSd(other)}, the ${n} pairs at ${meanSd(before)} (standardised difference ${formatNumber(smd, 'statistic')}).`,
    },
  ];
}
