import { normalLog10UpperTail, normalTwoSided, normalUpperTail } from '../numeric/normal.ts';
import { midRanks, tieTerm } from '../numeric/ranks.ts';
import { signedRankCdf, signedRankDistribution } from '../numeric/signed-rank.ts';
import { type HodgesLehmann, hodgesLehmann } from './hodges-lehmann.ts';

/** Up to here the exact distribution is computed. */
const EXACT_LIMIT = 200;

export interface SignedRank {
  n_total: number;
  n_zero: number;
  n_used: number;
  ties: boolean;
  W_plus: number;
  W_minus: number;
  T_min: number;
  z_no_cc: number | null;
  p_asymptotic_no_cc: number | null;
  p_asymptotic_cc: number | null;
  p_exact: number | null;
  p_less_cc: number;
  p_greater_cc: number;
  pratt_asymptotic: { Wplus_pratt: number; z: number; p: number } | null;
  rank_biserial_matched: number | null;
  r_z_over_sqrt_n_used: number | null;
  hodges_lehmann_exact: HodgesLehmann['exact'];
  log10_p_no_cc: number | null;
  hodges_lehmann_walsh_median_of_nonzero: number | null;
  hl_ci_asymptotic_cc: readonly [number | null, number | null];
}

/**
 * Wilcoxon's signed-rank test of differences. Zero differences are dropped (`pratt_asymptotic`: ranked
 * and then dropped); ranks of |d| are mid-ranked. `p_exact` is the permutation p given the mid-ranks,
 * so it holds with ties; `_cc` has the continuity correction 0.5. z uses the variance
 * n(n + 1)(2n + 1)/24 − Σ(t³ − t)/48. `rank_biserial_matched` = (W₊ − W₋) / (W₊ + W₋) (Kerby 2014).
 * Conventions and names as R 4.2 `wilcox.test`.
 * @param tolerance differences no further apart count as equal; see {@link tieTolerance}
 */
export function wilcoxonSignedRank(
  differences: readonly number[],
  tolerance: number,
  level = 0.95,
): SignedRank {
  const used = differences.filter((d) => Math.abs(d) > tolerance);
  const n = used.length;
  const { ranks, ties } = midRanks(used.map(Math.abs), tolerance);
  const plus = positiveSum(used, ranks);
  const total = (n * (n + 1)) / 2;
  const centre = plus - total / 2;
  const sd = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieTerm(ties) / 48);
  const z = n > 0 ? centre / sd : null;
  const corrected = (centre - Math.sign(centre) * 0.5) / sd;
  return {
    n_total: differences.length,
    n_zero: differences.length - n,
    n_used: n,
    ties: ties.length > 0,
    W_plus: plus,
    W_minus: total - plus,
    T_min: Math.min(plus, total - plus),
    z_no_cc: z,
    p_asymptotic_no_cc: z === null ? null : normalTwoSided(z),
    p_asymptotic_cc: z === null ? null : normalTwoSided(corrected),
    p_exact: n > 0 && n <= EXACT_LIMIT ? exactTwoSided(ranks, plus) : null,
    p_less_cc: n > 0 ? normalUpperTail(-(centre + 0.5) / sd) : 1,
    p_greater_cc: n > 0 ? normalUpperTail((centre - 0.5) / sd) : 1,
    pratt_asymptotic: pratt(differences, tolerance),
    rank_biserial_matched: n > 0 ? (2 * plus - total) / total : null,
    r_z_over_sqrt_n_used: z === null ? null : z / Math.sqrt(n),
    log10_p_no_cc:
      z === null ? null : Math.min(0, normalLog10UpperTail(Math.abs(z)) + Math.log10(2)),
    ...estimates(
      hodgesLehmann(used, tolerance, level, ties.length === 0 && n === differences.length),
    ),
  };
}

/** What rounding in binary can make of a difference of numbers of this size. */
export function tieTolerance(...values: readonly (readonly number[])[]): number {
  let largest = 0;
  for (const list of values) for (const value of list) largest = Math.max(largest, Math.abs(value));
  return 1e-14 * largest;
}

function positiveSum(values: readonly number[], ranks: readonly number[]): number {
  return values.reduce((total, d, i) => total + (d > 0 ? (ranks[i] ?? 0) : 0), 0);
}

function exactTwoSided(ranks: readonly number[], plus: number): number {
  const distribution = signedRankDistribution(ranks);
  const total = (distribution.length - 1) / 2;
  return Math.min(1, 2 * signedRankCdf(distribution, Math.min(plus, total - plus)));
}

function pratt(differences: readonly number[], tolerance: number): SignedRank['pratt_asymptotic'] {
  const flat = differences.map((d) => (Math.abs(d) > tolerance ? d : 0));
  const n = flat.length;
  const zeros = flat.filter((d) => d === 0).length;
  if (zeros === n) return null;
  const { ranks } = midRanks(flat.map(Math.abs), tolerance);
  const plus = positiveSum(flat, ranks);
  const ties = midRanks(flat.filter((d) => d !== 0).map(Math.abs), tolerance).ties;
  const centre = (n * (n + 1) - zeros * (zeros + 1)) / 4;
  const squares = n * (n + 1) * (2 * n + 1) - zeros * (zeros + 1) * (2 * zeros + 1);
  const z = (plus - centre) / Math.sqrt(squares / 24 - tieTerm(ties) / 48);
  return { Wplus_pratt: plus, z, p: normalTwoSided(z) };
}

function estimates(result: HodgesLehmann) {
  return {
    hodges_lehmann_exact: result.exact,
    hodges_lehmann_walsh_median_of_nonzero: result.estimate,
    hl_ci_asymptotic_cc: result.interval,
  };
}
