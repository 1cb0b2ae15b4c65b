import type { DataView as View } from '../analysis.ts';
import type { PairTimes } from '../paired/pair-times.ts';
import { numberValues } from '../parts/number-values.ts';
import type { Reasons } from '../parts/reasons.ts';
import type { OutcomeScore } from './outcome-scores.ts';

/** Those with scores at both times, and those with a first score only: places in the view. */
export interface AttritionGroups {
  paired: readonly number[];
  only: readonly number[];
  times: PairTimes;
  /** Why others are in neither group. */
  reasons: Reasons;
}

export function attritionGroups(
  view: View,
  { before, after, scores }: OutcomeScore,
): AttritionGroups {
  const first = numberValues(view, before.name).reasons;
  const last = numberValues(view, after.name).reasons;
  const paired: number[] = [];
  const only: number[] = [];
  for (let i = 0; i < view.rows.length; i++) {
    if (first.codes[i] !== 0) continue;
    if (last.codes[i] === 0) paired.push(i);
    else only.push(i);
  }
  return {
    paired,
    only,
    times: scores.times,
    reasons: first,
  };
}
