import { formatNumber } from '../../model/format.ts';
import type { ScoreFacts } from '../../model/score-facts.ts';
import { standardDeviation } from '../numeric/moments.ts';
import { normalQuantile } from '../numeric/normal.ts';
import { percentLevel } from '../parts/words.ts';
import type { OutcomeScore } from './outcome-scores.ts';

/** What one change is worth, where the measure says from how many points on a change is reliable. */
export type ChangeClass = 'improved' | 'same' | 'worse';

/** Where a person stood and stands, by the first cut-off that may be used. */
export interface CutoffUse {
  label: string;
  at: number;
  side: 'from' | 'to';
  /** On the side of concern before; of those, no longer after. */
  concernBefore: number;
  crossedOut: number;
  /** On the other side before, on the side of concern after. */
  crossedIn: number;
}

export interface Reliable {
  /** A change of at least so many points is reliable; null where nothing may be used. */
  points: number | null;
  /** Where the points come from, or why there are none. */
  basis: string;
  /** One entry a pair; empty without points or direction. */
  classes: readonly ChangeClass[];
  improved: number;
  same: number;
  worse: number;
  cutoff: CutoffUse | null;
  /** Reliably improved and no longer on the side of concern; null without points or cut-off. */
  recovered: number | null;
}

/** Rounding never decides. */
const EXACT = 1e-9;

/**
 * Reliable change and cut-off of one score. Without published points a reliability above 0 gives them:
 * z · SD before · √2 · √(1 − r) of the pairs (Jacobson & Truax 1991).
 */
export function reliableOf(
  { facts, scores, isOrdinal }: OutcomeScore,
  { reliability, level }: { reliability: number; level: number },
): Reliable {
  const { before, after } = scores;
  const sign = signOf(facts);
  const { points, basis } = isOrdinal
    ? { points: null, basis: 'levels have no error of measurement in points' }
    : pointsOf(facts, before, reliability, level);
  const classes =
    points === null || sign === 0
      ? []
      : after.map((value, i) => classOf((value - (before[i] ?? 0)) * sign, points));
  const count = (wanted: ChangeClass) => classes.filter((each) => each === wanted).length;
  const [first] = facts.cutoffs;
  const cutoff = first === undefined ? null : { ...first, ...crossings(first, before, after) };
  return {
    points,
    basis: sign === 0 && points !== null ? 'which end is better is not stated' : basis,
    classes,
    improved: count('improved'),
    same: count('same'),
    worse: count('worse'),
    cutoff,
    recovered:
      first === undefined || classes.length === 0
        ? null
        : classes.filter(
            (each, i) =>
              each === 'improved' &&
              isConcern(first, before[i] ?? Number.NaN) &&
              !isConcern(first, after[i] ?? Number.NaN),
          ).length,
  };
}

/** 1 where higher is better, −1 where lower is; 0 where neither is, or nobody says. */
export function signOf({ direction }: ScoreFacts): 1 | -1 | 0 {
  if (direction === 'higher') return 1;
  return direction === 'lower' ? -1 : 0;
}

export function isConcern(
  { at, side }: { at: number; side: 'from' | 'to' },
  value: number,
): boolean {
  return side === 'from' ? value >= at - EXACT : value <= at + EXACT;
}

/** "10 or above" */
export function cutoffWords({ at, side }: { at: number; side: 'from' | 'to' }): string {
  return `${formatNumber(at, 'number')} or ${side === 'from' ? 'above' : 'below'}`;
}

export function classOf(improvement: number, points: number): ChangeClass {
  if (improvement >= points - EXACT) return 'improved';
  return improvement <= -points + EXACT ? 'worse' : 'same';
}

function pointsOf(
  { reliable }: ScoreFacts,
  before: readonly number[],
  reliability: number,
  level: number,
): Pick<Reliable, 'points' | 'basis'> {
  if (reliability > 0) {
    const sd = standardDeviation(before);
    if (sd === null) return { points: null, basis: 'fewer than 2 pairs' };
    const points = normalQuantile(0.5 + level / 2) * Math.SQRT2 * sd * Math.sqrt(1 - reliability);
    return {
      points,
      basis: `from reliability ${formatNumber(reliability, 'correlation')} and SD ${formatNumber(sd, 'mean')} before, at ${percentLevel(level)}`,
    };
  }
  const [first] = reliable;
  if (first !== undefined) return { points: first.points, basis: first.basis };
  return { points: null, basis: 'its measure has no reliable change that may be used' };
}

function crossings(
  cutoff: { at: number; side: 'from' | 'to' },
  before: readonly number[],
  after: readonly number[],
) {
  const was = before.map((value) => isConcern(cutoff, value));
  const is = after.map((value) => isConcern(cutoff, value));
  return {
    concernBefore: was.filter(Boolean).length,
    crossedOut: was.filter((each, i) => each && !is[i]).length,
    crossedIn: was.filter((each, i) => !each && is[i]).length,
  };
}
