import { ascending, floats, type Numbers } from '../numeric/floats.ts';
import { normalLog10UpperTail, normalTwoSided, normalUpperTail } from '../numeric/normal.ts';
import { midRanks } from '../numeric/ranks.ts';
import { runsOf } from '../numeric/runs.ts';
import { signedRankCdf, signedRankDistribution } from '../numeric/signed-rank.ts';
import { type SignedRankSums, signedRankSums } from '../numeric/signed-rank-sums.ts';
import { type HodgesLehmann, hodgesLehmann } from './hodges-lehmann.ts';

/** Up to here the exact distribution is computed. */
const EXACT_LIMIT = 200;

/** The test alone. */
export interface SignedRankTest {
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
  log10_p_no_cc: number | null;
}

export interface SignedRank extends SignedRankTest {
  hodges_lehmann_exact: HodgesLehmann['exact'];
  hodges_lehmann_walsh_median_of_nonzero: number | null;
  hl_ci_asymptotic_cc: readonly [number | null, number | null];
}

/**
 * Wilcoxon's signed-rank test of differences. Zero differences are dropped (`pratt_asymptotic`: ranked
 * and then dropped); ranks of |d| are mid-ranked. `p_exact` is the permutation p given the mid-ranks,
 * so it holds with ties; `_cc` has the continuity correction 0.5. z uses the variance
 * n(n + 1)(2n + 1)/24 − Σ(t³ − t)/48. `rank_biserial_matched` = (W₊ − W₋) / (W₊ + W₋) (Kerby 2014).
 * Conventions and names as R 4.2 `wilcox.test`. O(n log n) for many differences.
 * @param tolerance differences no further apart count as equal; see {@link tieTolerance}
 */
export function signedRankTest(differences: Numbers, tolerance: number): SignedRankTest {
  const used = nonZero(differences, tolerance);
  const sums = signedRankSums(runsOf(ascending(used)), 0, tolerance);
  const { n, plus, tieTerm } = sums;
  const total = (n * (n + 1)) / 2;
  const centre = plus - total / 2;
  const sd = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieTerm / 48);
  const z = n > 0 ? centre / sd : null;
  const corrected = (centre - Math.sign(centre) * 0.5) / sd;
  return {
    n_total: differences.length,
    n_zero: differences.length - n,
    n_used: n,
    ties: tieTerm > 0,
    W_plus: plus,
    W_minus: total - plus,
    T_min: Math.min(plus, total - plus),
    z_no_cc: z,
    p_asymptotic_no_cc: z === null ? null : normalTwoSided(z),
    p_asymptotic_cc: z === null ? null : normalTwoSided(corrected),
    p_exact: n > 0 && n <= EXACT_LIMIT ? exactTwoSided(used, tolerance, plus) : null,
    p_less_cc: n > 0 ? normalUpperTail(-(centre + 0.5) / sd) : 1,
    p_greater_cc: n > 0 ? normalUpperTail((centre - 0.5) / sd) : 1,
    pratt_asymptotic: pratt(sums, differences.length - n),
    rank_biserial_matched: n > 0 ? (2 * plus - total) / total : null,
    r_z_over_sqrt_n_used: z === null ? null : z / Math.sqrt(n),
    log10_p_no_cc:
      z === null ? null : Math.min(0, normalLog10UpperTail(Math.abs(z)) + Math.log10(2)),
  };
}

/** {@link signedRankTest} with Hodges & Lehmann's estimate of the middle of the differences. */
export function wilcoxonSignedRank(
  differences: Numbers,
  tolerance: number,
  level = 0.95,
): SignedRank {
  const test = signedRankTest(differences, tolerance);
  const plain = !test.ties && test.n_zero === 0;
  const middle = hodgesLehmann(nonZero(differences, tolerance), tolerance, level, plain);
  return {
    ...test,
    hodges_lehmann_exact: middle.exact,
    hodges_lehmann_walsh_median_of_nonzero: middle.estimate,
    hl_ci_asymptotic_cc: middle.interval,
  };
}

/** What rounding in binary can make of a difference of numbers of this size. */
export function tieTolerance(...values: readonly Numbers[]): number {
  let largest = 0;
  for (const list of values) {
    for (let i = 0; i < list.length; i++) largest = Math.max(largest, Math.abs(list[i] as number));
  }
  return 1e-14 * largest;
}

/** The differences that count. */
export function nonZero(differences: Numbers, tolerance: number): Float64Array {
  const all = floats(differences);
  const used = new Float64Array(all.length);
  let n = 0;
  for (let i = 0; i < all.length; i++) {
    const d = all[i] as number;
    if (Math.abs(d) > tolerance) used[n++] = d;
  }
  return used.subarray(0, n);
}

function exactTwoSided(used: Float64Array, tolerance: number, plus: number): number {
  const distribution = signedRankDistribution([...midRanks(used.map(Math.abs), tolerance).ranks]);
  const total = (distribution.length - 1) / 2;
  return Math.min(1, 2 * signedRankCdf(distribution, Math.min(plus, total - plus)));
}

/** Zeros take the smallest ranks, so that every other rank grows by their number. */
function pratt(sums: SignedRankSums, zeros: number): SignedRankTest['pratt_asymptotic'] {
  if (sums.n === 0) return null;
  const n = sums.n + zeros;
  const plus = sums.plus + zeros * sums.above;
  const centre = (n * (n + 1) - zeros * (zeros + 1)) / 4;
  const squares = n * (n + 1) * (2 * n + 1) - zeros * (zeros + 1) * (2 * zeros + 1);
  const z = (plus - centre) / Math.sqrt(squares / 24 - sums.tieTerm / 48);
  return { Wplus_pratt: plus, z, p: normalTwoSided(z) };
}
