import { satterthwaiteDf } from '../numeric/satterthwaite.ts';
import { tTwoSided } from '../numeric/student-t.ts';
import type { GroupSummary } from './group-summary.ts';
import { rangeP, rangeReach } from './range-test.ts';
import { pairsOf } from './read-groups.ts';

type Interval = readonly [number | null, number | null];

export interface PairwiseMeans {
  /** Numbers of the groups, from 1. */
  i: number;
  j: number;
  diff_j_minus_i: number;
  tukey_p: number | null;
  tukey_ci: Interval;
  games_howell_df: number | null;
  games_howell_p: number | null;
  games_howell_ci: Interval;
  t_pooled_p_unadjusted: number | null;
}

/**
 * Every pair of means: Tukey's honestly significant difference (Tukey–Kramer with unequal numbers),
 * Games and Howell's with each pair's own variances and Welch's degrees of freedom (Journal of
 * Educational Statistics 1, 1976), and t with the pooled variance. Null where a variance is missing.
 * @param pooled variance within the groups, @param df its degrees of freedom
 */
export function pairwiseMeans(
  groups: readonly GroupSummary[],
  pooled: number,
  df: number,
  level: number,
): PairwiseMeans[] {
  const k = groups.length;
  const reach = rangeReach(level, k, df);
  return pairsOf(k).flatMap(([i, j]) => {
    const [a, b] = [groups[i], groups[j]];
    if (!a || !b) return [];
    const difference = b.mean - a.mean;
    const error = Math.sqrt((pooled / 2) * (1 / a.n + 1 / b.n));
    return {
      i: i + 1,
      j: j + 1,
      diff_j_minus_i: difference,
      tukey_p: pairP(difference, error, k, df),
      tukey_ci: [difference - reach * error, difference + reach * error],
      ...gamesHowell(a, b, k, level),
      t_pooled_p_unadjusted:
        error > 0 ? tTwoSided(difference / (error * Math.SQRT2), df) : withoutError(difference),
    };
  });
}

function gamesHowell(a: GroupSummary, b: GroupSummary, k: number, level: number) {
  const [u, v] = [(a.variance ?? Number.NaN) / a.n, (b.variance ?? Number.NaN) / b.n];
  if (!(u + v > 0)) {
    const none: Interval = [null, null];
    return { games_howell_df: null, games_howell_p: null, games_howell_ci: none };
  }
  const df = satterthwaiteDf([u / (u + v), v / (u + v)], [a.n - 1, b.n - 1]);
  const error = Math.sqrt((u + v) / 2);
  const difference = b.mean - a.mean;
  const half = rangeReach(level, k, df) * error;
  const interval: Interval = [difference - half, difference + half];
  return {
    games_howell_df: df,
    games_howell_p: pairP(difference, error, k, df),
    games_howell_ci: interval,
  };
}

function pairP(difference: number, error: number, k: number, df: number): number | null {
  return error > 0 ? rangeP(Math.abs(difference) / error, k, df) : withoutError(difference);
}

/** Means of values that do not vary: p is 0 where they differ, else there is none. */
function withoutError(difference: number): number | null {
  return difference === 0 ? null : 0;
}
