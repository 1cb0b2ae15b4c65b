import { ascending, type Numbers } from '../numeric/floats.ts';
import { normalLog10UpperTail, normalTwoSided, normalUpperTail } from '../numeric/normal.ts';
import {
  type RankSumDistribution,
  rankSumCdf,
  rankSumDistribution,
  rankSumWork,
} from '../numeric/rank-sum.ts';
import { midRanks } from '../numeric/ranks.ts';
import { runsOf } from '../numeric/runs.ts';
import { countPairs } from '../numeric/sorted-pairs.ts';
import { exactShiftInterval, hodgesLehmannShift, shiftInterval } from './hodges-lehmann-shift.ts';
import { notComputable } from './read-input.ts';
import { uDeviation } from './u-deviation.ts';

/** The exact distribution is computed up to this many additions (two groups of 100). */
const MOST_WORK = 200_000_000;
/** The exact interval is computed below this size of both groups, as in R. */
const EXACT_INTERVAL_BELOW = 50;

type Pair = readonly [number, number];

export interface MannWhitney {
  n: Pair;
  rank_sum: Pair;
  mean_rank: Pair;
  /** Pairs with x > y, and half of those with x = y. */
  U1: number;
  U2: number;
  U_min: number;
  ties: boolean;
  z_no_cc: number | null;
  p_asymptotic_no_cc: number | null;
  p_asymptotic_cc: number | null;
  /** Null where the groups are too large for it. */
  p_exact: number | null;
  p_less_cc: number | null;
  p_greater_cc: number | null;
  log10_p_no_cc: number | null;
  /** Positive where x is larger. */
  rank_biserial: number;
  /** P(x > y) + ½ P(x = y). */
  auc_cles: number;
  r_z_over_sqrt_N: number | null;
  hodges_lehmann_shift: number;
  hl_ci_exact: Pair | null;
  hl_ci_asymptotic_cc: Pair | null;
}

/**
 * Mann and Whitney's test of two independent samples (Wilcoxon's rank-sum test), with mid-ranks, the
 * variance corrected for ties and, marked `_cc`, the continuity correction ½. `p_exact` is the
 * permutation p given the mid-ranks, two-sided by the distance from the mean, so it holds with ties.
 * Rank-biserial correlation (U₁ − U₂) / (n₁ n₂) (Wendt 1972). Conventions as R 4.2 `wilcox.test`.
 * @throws Refusal `not-computable` when a group is empty
 */
export function mannWhitney(first: Numbers, second: Numbers, level = 0.95): MannWhitney {
  const [n, m] = [first.length, second.length];
  if (n === 0 || m === 0) {
    throw notComputable(
      'Mann–Whitney',
      `at least 1 value in each group is required, and there are ${n} and ${m}.`,
    );
  }
  const [x, y] = [runsOf(ascending(first)), runsOf(ascending(second))];
  const { wins, tieTerm } = countPairs(x, y);
  const sums = [wins + (n * (n + 1)) / 2, n * m - wins + (m * (m + 1)) / 2] as const;
  const centre = wins - (n * m) / 2;
  const sd = uDeviation(n, m, tieTerm);
  const z = sd > 0 ? centre / sd : null;
  const shifted = (by: number, p: (z: number) => number) =>
    z === null ? null : p((centre + by) / sd);
  const exact = exactDistribution(first, second);
  const least = (Math.min(n, m) * (Math.min(n, m) + 1)) / 2;
  const plain = tieTerm === 0 && n < EXACT_INTERVAL_BELOW && m < EXACT_INTERVAL_BELOW;
  return {
    n: [n, m],
    rank_sum: sums,
    mean_rank: [sums[0] / n, sums[1] / m],
    U1: wins,
    U2: n * m - wins,
    U_min: Math.min(wins, n * m - wins),
    ties: tieTerm > 0,
    z_no_cc: z,
    p_asymptotic_no_cc: z === null ? null : normalTwoSided(z),
    p_asymptotic_cc: shifted(-Math.sign(centre) / 2, normalTwoSided),
    p_exact: exact && twoSided(exact, n <= m ? sums[0] : sums[1]),
    p_less_cc: shifted(0.5, (value) => normalUpperTail(-value)),
    p_greater_cc: shifted(-0.5, normalUpperTail),
    log10_p_no_cc:
      z === null ? null : Math.min(0, normalLog10UpperTail(Math.abs(z)) + Math.log10(2)),
    rank_biserial: (2 * wins) / (n * m) - 1,
    auc_cles: wins / (n * m),
    r_z_over_sqrt_N: z === null ? null : z / Math.sqrt(n + m),
    hodges_lehmann_shift: hodgesLehmannShift(x, y),
    hl_ci_exact:
      plain && exact ? exactShiftInterval(x, y, level, (u) => rankSumCdf(exact, u + least)) : null,
    hl_ci_asymptotic_cc: shiftInterval(x, y, level),
  };
}

/** Of the rank sum of the smaller group. */
function exactDistribution(x: Numbers, y: Numbers): RankSumDistribution | null {
  const [n, size] = [x.length + y.length, Math.min(x.length, y.length)];
  if (n >= 1000 || rankSumWork(n, size) > MOST_WORK) return null;
  return rankSumDistribution([...midRanks([...x, ...y]).ranks], size);
}

/** The probability of sums at least as far from their mean. */
function twoSided({ counts, origin, unit, all }: RankSumDistribution, sum: number): number {
  const mean = counts.reduce((total, count, i) => total + count * i, 0) / all;
  const distance = Math.abs((sum - origin) / unit - mean) - 1e-7;
  const far = counts.reduce(
    (total, count, i) => (Math.abs(i - mean) >= distance ? total + count : total),
    0,
  );
  return Math.min(1, far / all);
}
