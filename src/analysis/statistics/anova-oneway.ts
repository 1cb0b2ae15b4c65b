import { defined } from '../numeric/defined.ts';
import { type Bartlett, bartlett } from './bartlett.ts';
import type { FTest } from './f-test.ts';
import { summarise } from './group-summary.ts';
import { levene } from './levene.ts';
import { oneWay } from './one-way.ts';
import { pAdjust } from './p-adjust.ts';
import { type PairwiseMeans, pairwiseMeans } from './pairwise-means.ts';
import { notComputable } from './read-input.ts';
import { brownForsythe, welchAnova } from './unequal-variances.ts';

export interface OneWayAnova {
  n: readonly number[];
  mean: readonly number[];
  sd: readonly (number | null)[];
  ss_between: number;
  ss_within: number;
  df: readonly [number, number];
  /** Null where nothing varies, and where nothing varies within the groups (F is infinite, p is 0). */
  F: number | null;
  p: number | null;
  log10_p: number | null;
  eta2: number | null;
  omega2: number | null;
  epsilon2: number | null;
  welch: FTest;
  brown_forsythe_F_star: FTest;
  levene_mean: FTest;
  levene_median_brown_forsythe: FTest;
  bartlett: Bartlett;
  pairs: readonly PairwiseMeans[];
  /** Of the t tests with pooled variance, in the order of the pairs. */
  pairs_holm: readonly (number | null)[];
  pairs_bonferroni: readonly (number | null)[];
}

/**
 * One-way analysis of variance with the tests that do without equal variances, the tests of equal
 * variances, all pairs of groups and the share of variance between the groups: η², ω² (Hays 1963) and
 * ε² (Kelley 1935), the latter two as they come, also below 0.
 * @param groups none empty
 * @throws Refusal `not-computable` below two groups, and when no group has a second value
 */
export function anovaOneway(groups: readonly (readonly number[])[], level = 0.95): OneWayAnova {
  if (groups.length < 2) {
    throw notComputable(
      'Analysis of variance',
      `at least 2 groups are required, and there ${groups.length === 1 ? 'is 1' : 'are none'}.`,
    );
  }
  if (groups.every((group) => group.length < 2)) {
    throw notComputable(
      'Analysis of variance',
      'every group has only 1 value, and nothing is left for the variation within groups.',
    );
  }
  const summaries = summarise(groups);
  const { ssBetween, ssWithin, df1, df2, F, p, log10_p } = oneWay(groups);
  const pooled = ssWithin / df2;
  const total = ssBetween + ssWithin;
  const spread = levene(groups);
  const pairs = pairwiseMeans(summaries, pooled, df2, level);
  const unadjusted = pairs.map((pair) => pair.t_pooled_p_unadjusted);
  return {
    n: summaries.map(({ n }) => n),
    mean: summaries.map(({ mean }) => mean),
    sd: summaries.map(({ variance }) => (variance === null ? null : Math.sqrt(variance))),
    ss_between: ssBetween,
    ss_within: ssWithin,
    df: [df1, df2],
    F,
    p,
    log10_p,
    eta2: defined(ssBetween / total),
    omega2: defined((ssBetween - df1 * pooled) / (total + pooled)),
    epsilon2: defined((ssBetween - df1 * pooled) / total),
    welch: welchAnova(summaries),
    brown_forsythe_F_star: brownForsythe(summaries, ssBetween),
    levene_mean: spread.mean,
    levene_median_brown_forsythe: spread.median_brown_forsythe,
    bartlett: bartlett(summaries),
    pairs,
    pairs_holm: pAdjust(unadjusted, 'holm'),
    pairs_bonferroni: pAdjust(unadjusted, 'bonferroni'),
  };
}
