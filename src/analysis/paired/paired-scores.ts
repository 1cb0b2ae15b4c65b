import { EMPTY } from '../../model/column.ts';
import type { MissingCount } from '../../model/result.ts';
import type { DataView as View } from '../analysis.ts';
import { orderedValues } from '../parts/ordered-values.ts';
import { combineReasons, countReasons, type Reasons } from '../parts/reasons.ts';
import { type PairTimes, statedTimes } from './pair-times.ts';
import { type Better, pairLabel, statedDirection, statedRange } from './score-facts.ts';

/** One measure, before and after, in the rows of a view. */
export interface PairedScores {
  /** Short name: "Warmth". */
  label: string;
  range: string;
  better: Better;
  times: PairTimes;
  /** Rows of the view. */
  eligible: number;
  /** The complete pairs, in the order of the rows. */
  before: number[];
  after: number[];
  /** Scores before of those who have none after. */
  leftBefore: number[];
  beforeOnly: number;
  afterOnly: number;
  neither: number;
  /** Why a row is no pair. */
  reasons: Reasons;
  missing: readonly MissingCount[];
}

/** What an analysis says about a pair of variables, before the data are read. */
export interface PairChoice {
  before: string;
  after: string;
  label?: string | undefined;
  better: 'as-labelled' | 'higher' | 'lower';
}

/** @throws Refusal for a category without an order */
export function pairedScores(view: View, choice: PairChoice): PairedScores {
  const before = orderedValues(view, choice.before, 'before');
  const after = orderedValues(view, choice.after, 'after');
  const [first, last] = [before.variable, after.variable];
  const scores = {
    label: choice.label ?? pairLabel(first, last),
    range: statedRange(first),
    better: choice.better === 'as-labelled' ? statedDirection(first) : choice.better,
    times: statedTimes(first, last),
    eligible: view.rows.length,
    before: [] as number[],
    after: [] as number[],
    leftBefore: [] as number[],
    beforeOnly: 0,
    afterOnly: 0,
    neither: 0,
  };
  for (let i = 0; i < before.values.length; i++) {
    const [a, b] = [before.values[i] as number, after.values[i] as number];
    const [hasA, hasB] = [before.reasons.codes[i] === 0, after.reasons.codes[i] === 0];
    if (hasA && hasB) {
      scores.before.push(a);
      scores.after.push(b);
    } else if (hasA) {
      scores.beforeOnly++;
      scores.leftBefore.push(a);
    } else if (hasB) scores.afterOnly++;
    else scores.neither++;
  }
  const reasons = combineReasons([before.reasons, after.reasons], ([a = null, b = null]) =>
    a === null && b === null ? null : why(a, b, scores.times),
  );
  return { ...scores, reasons, missing: countReasons(reasons) };
}

/** The columns' own reasons, where they say more than that the cell is empty. */
function why(before: string | null, after: string | null, times: PairTimes): string {
  const given = [...new Set([after, before])].filter(
    (reason) => reason !== null && reason !== EMPTY,
  );
  const [only, ...others] = given;
  if (others.some((reason) => reason?.endsWith(' only'))) return [...others, only].join(', ');
  if (given.length > 0) return given.join(', ');
  if (before === null) return `${times.before} only`;
  return after === null ? `${times.after} only` : 'neither score';
}
