import { copenhaverHollandCdf } from '../numeric/copenhaver-holland.ts';
import { copenhaverHollandQuantile } from '../numeric/copenhaver-holland-quantile.ts';
import {
  studentizedRangeQuantile,
  studentizedRangeUpperTail,
} from '../numeric/studentized-range.ts';

/** R computes p as 1 − cdf, which has no digits left for smaller ones. */
const TAIL_BELOW = 1e-6;
/** R gives no answer for fewer degrees of freedom. */
const LEAST_DF = 2;

/**
 * p of a studentized range: the number that R gives, so that results can be compared with it, though
 * below 10 degrees of freedom R is not exact (see `copenhaverHollandCdf`); and from the tail integral where R has none, below
 * 2 degrees of freedom and for small p.
 */
export function rangeP(q: number, groups: number, df: number): number {
  const p = df < LEAST_DF ? 0 : 1 - copenhaverHollandCdf(q, groups, df);
  return p < TAIL_BELOW ? studentizedRangeUpperTail(q, groups, df) : p;
}

/** How many standard errors an interval reaches that holds for all pairs of groups at once, likewise. */
export function rangeReach(level: number, groups: number, df: number): number {
  return df < LEAST_DF
    ? studentizedRangeQuantile(level, groups, df)
    : copenhaverHollandQuantile(level, groups, df);
}
