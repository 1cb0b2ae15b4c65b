import { defined } from '../numeric/defined.ts';
import type { Numbers } from '../numeric/floats.ts';
import {
  mean,
  type Pearson,
  pearson,
  pearsonOfSquares,
  standardDeviation,
} from '../numeric/moments.ts';
import { noncentralityInterval } from '../numeric/noncentral-t.ts';
import { pairedMoments } from '../numeric/paired-moments.ts';
import { tLog10TwoSided, tQuantile, tTwoSided, tUpperTail } from '../numeric/student-t.ts';
import { hedgesJ, hedgesJApproximate } from './hedges-j.ts';
import { notComputable } from './read-input.ts';

export interface PairedT {
  n_pairs: number;
  mean_x: number;
  mean_y: number;
  sd_x: number;
  sd_y: number;
  mean_diff: number;
  sd_diff: number;
  r: number | null;
  t: number | null;
  df: number;
  p: number | null;
  ci: readonly [number | null, number | null];
  stderr: number;
  log10_p: number | null;
  p_less: number | null;
  p_greater: number | null;
  cohens_dz: number | null;
  dz_ci_noncentral_t: readonly [number | null, number | null];
  hedges_gz_exactJ: number | null;
  hedges_gz_approxJ: number | null;
  cohens_dav_mean_of_sds: number | null;
  cohens_dav_root_mean_var: number | null;
  cohens_drm: number | null;
  d_baseline_sd: number | null;
}

/** What the paired t-test needs to know of two measurements. */
export interface PairSummary {
  n: number;
  meanX: number;
  meanY: number;
  /** Of x − y. */
  meanDiff: number;
  sdX: number;
  sdY: number;
  sdDiff: number;
  correlation: Pearson | null;
}

/**
 * The paired t-test of x − y, with the standardised mean differences in use for pairs
 * (Lakens, Frontiers in Psychology 4:863, 2013; Cumming 2012): d_z by the SD of the differences, d_av by
 * the mean SD or the root mean variance, d_rm corrected for r, and by the SD of `x`.
 * When the differences do not vary t is not defined, and everything that rests on it is null.
 * @param x, y complete pairs of equal length
 * @throws Refusal `not-computable` below two pairs
 */
export function tPaired(x: Numbers, y: Numbers, level = 0.95): PairedT {
  const differences = new Float64Array(x);
  for (let i = 0; i < x.length; i++) differences[i] = (differences[i] as number) - (y[i] ?? 0);
  const sd = (values: Numbers) => standardDeviation(values) ?? 0;
  return pairedT(
    {
      n: x.length,
      meanX: mean(x),
      meanY: mean(y),
      meanDiff: mean(differences),
      sdX: sd(x),
      sdY: sd(y),
      sdDiff: sd(differences),
      correlation: pearson(x, y),
    },
    level,
  );
}

/** {@link tPaired} of two columns, in one run over them. @param rows that count; all unless given */
export function tPairedColumns(
  x: Float64Array,
  y: Float64Array,
  level = 0.95,
  rows: Uint32Array | null = null,
): PairedT {
  const { n, meanX, meanY, meanDiff, ssX, ssY, ssDiff } = pairedMoments(x, y, rows);
  const sd = (squares: number) => Math.sqrt(Math.max(0, squares) / (n - 1));
  const correlation = pearsonOfSquares(ssX, ssY, ssDiff);
  return pairedT(
    { n, meanX, meanY, meanDiff, sdX: sd(ssX), sdY: sd(ssY), sdDiff: sd(ssDiff), correlation },
    level,
  );
}

/** {@link tPaired} from means and standard deviations. */
export function pairedT(pairs: PairSummary, level = 0.95): PairedT {
  const { n, meanX, meanY, meanDiff, sdX, sdY, sdDiff, correlation } = pairs;
  if (n < 2) {
    throw notComputable(
      'Paired t-test',
      `at least 2 pairs are required, and there ${n === 1 ? 'is' : 'are'} ${n}.`,
    );
  }
  const df = n - 1;
  const stderr = sdDiff / Math.sqrt(n);
  const varies = stderr > 1e-14 * Math.max(Math.abs(meanX), Math.abs(meanY));
  const t = varies ? meanDiff / stderr : null;
  const half = tQuantile(0.5 + level / 2, df) * stderr;
  const dz = varies ? meanDiff / sdDiff : null;
  const interval = t === null ? null : noncentralityInterval(t, df, level);
  return {
    n_pairs: n,
    mean_x: meanX,
    mean_y: meanY,
    sd_x: sdX,
    sd_y: sdY,
    mean_diff: meanDiff,
    sd_diff: sdDiff,
    r: correlation?.r ?? null,
    t,
    df,
    p: t === null ? null : tTwoSided(t, df),
    ci: varies ? [meanDiff - half, meanDiff + half] : [null, null],
    stderr,
    log10_p: t === null ? null : tLog10TwoSided(t, df),
    p_less: t === null ? null : tUpperTail(-t, df),
    p_greater: t === null ? null : tUpperTail(t, df),
    cohens_dz: dz,
    dz_ci_noncentral_t: interval
      ? [interval[0] / Math.sqrt(n), interval[1] / Math.sqrt(n)]
      : [null, null],
    hedges_gz_exactJ: dz === null ? null : dz * hedgesJ(df),
    hedges_gz_approxJ: dz === null ? null : dz * hedgesJApproximate(df),
    cohens_dav_mean_of_sds: defined(meanDiff / (sdX / 2 + sdY / 2)),
    cohens_dav_root_mean_var: defined((meanDiff / Math.hypot(sdX, sdY)) * Math.SQRT2),
    cohens_drm:
      dz === null || correlation === null ? null : dz * Math.sqrt(2 * oneMinus(correlation)),
    d_baseline_sd: defined(meanDiff / sdX),
  };
}

/** 1 − r without cancellation. */
function oneMinus({ r, rest }: Pearson): number {
  return r > 0 ? rest : 2 - rest;
}
