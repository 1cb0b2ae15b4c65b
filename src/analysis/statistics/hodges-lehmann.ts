import { ascending, type Numbers } from '../numeric/floats.ts';
import { normalQuantile } from '../numeric/normal.ts';
import { quantile } from '../numeric/quantile.ts';
import { monotoneRoot } from '../numeric/root.ts';
import { type Runs, runsOf } from '../numeric/runs.ts';
import { signedRankCdf, signedRankDistribution } from '../numeric/signed-rank.ts';
import { signedRankSums } from '../numeric/signed-rank-sums.ts';
import { walshMedian } from '../numeric/walsh-averages.ts';

/** The exact interval is computed below this size, as in R. */
const EXACT_BELOW = 50;

export interface HodgesLehmann {
  /** Median of all pairwise means of the non-zero differences (Walsh averages). */
  estimate: number | null;
  /** From the normal approximation with continuity correction. */
  interval: readonly [number | null, number | null];
  /** Only without ties and zeros, and for fewer than 50 differences. */
  exact: {
    estimate: number;
    ci: readonly [number, number];
    achieved_conf: number;
    achieved_conf_exact: number;
  } | null;
}

/**
 * Hodges & Lehmann's estimate of the middle of the differences, with intervals by inverting the
 * signed-rank test (Hollander & Wolfe, Nonparametric Statistical Methods, chapter 3; as R 4.2).
 * No list of Walsh averages is made but for the exact interval: O(n log n), whatever n is.
 * @param differences without zeros
 */
export function hodgesLehmann(
  differences: Numbers,
  tolerance: number,
  level: number,
  plain: boolean,
): HodgesLehmann {
  const sorted = ascending(differences);
  const n = sorted.length;
  if (n === 0) return { estimate: null, interval: [null, null], exact: null };
  const runs = runsOf(sorted);
  const estimate = walshMedian(runs);
  const exact =
    plain && n > 1 && n < EXACT_BELOW
      ? exactInterval(walshAverages(sorted), n, level, estimate)
      : null;
  return { estimate, interval: asymptotic(sorted, runs, tolerance, level), exact };
}

function walshAverages(d: Float64Array): Float64Array {
  const n = d.length;
  const walsh = new Float64Array((n * (n + 1)) / 2);
  let k = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) walsh[k++] = ((d[i] ?? 0) + (d[j] ?? 0)) / 2;
  }
  return walsh.sort();
}

/**
 * `achieved_conf` is the level asked for where n allows it, else what n gives, its complement to two digits
 * as R tells it; `achieved_conf_exact` is the probability that the interval holds.
 */
function exactInterval(walsh: Float64Array, n: number, level: number, estimate: number) {
  const alpha = 1 - level;
  const distribution = signedRankDistribution(Array.from({ length: n }, (_, i) => i + 1));
  let rank = 0;
  while (signedRankCdf(distribution, rank) < alpha / 2) rank++;
  rank = Math.max(1, rank);
  const outside = 2 * signedRankCdf(distribution, rank - 1);
  const ci = [walsh[rank - 1] ?? 0, walsh[walsh.length - rank] ?? 0] as const;
  const missed = outside - alpha > alpha / 2;
  return {
    estimate,
    ci,
    achieved_conf: missed ? 1 - twoDigits(outside) : level,
    achieved_conf_exact: 1 - outside,
  };
}

/** Rounded to two significant digits, halves to even. */
function twoDigits(value: number): number {
  const scale = 10 ** (1 - Math.floor(Math.log10(value)));
  const below = Math.floor(value * scale);
  const rest = value * scale - below;
  return (rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below) / scale;
}

function asymptotic(
  sorted: Float64Array,
  runs: Runs,
  tolerance: number,
  level: number,
): readonly [number | null, number | null] {
  const [low, high] = [sorted[0] as number, sorted[sorted.length - 1] as number];
  if (low === high) return [null, null];
  const at = (shift: number) => standardised(runs, shift, tolerance);
  const [atLow, atHigh] = [at(low), at(high)];
  let alpha = 1 - level;
  const bound = () => normalQuantile(1 - alpha / 2);
  while (alpha < 1 && (atLow < bound() || atHigh > -bound())) alpha *= 2;
  if (alpha >= 1) {
    const middle = quantile(sorted, 0.5);
    return [middle, middle];
  }
  const root = (z: number) => monotoneRoot((shift) => at(shift) - z, low, high);
  return [root(bound()), root(-bound())];
}

/** z with continuity correction of the signed-rank test of d − shift. */
function standardised(runs: Runs, shift: number, tolerance: number): number {
  const { n, plus, tieTerm } = signedRankSums(runs, shift, tolerance);
  const centre = plus - (n * (n + 1)) / 4;
  const sd = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieTerm / 48);
  return sd > 0 ? (centre - Math.sign(centre) * 0.5) / sd : 0;
}
