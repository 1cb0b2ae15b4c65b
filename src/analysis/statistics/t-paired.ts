import { defined } from '../numeric/defined.ts';
import { mean, type Pearson, pearson, standardDeviation } from '../numeric/moments.ts';
import { noncentralityInterval } from '../numeric/noncentral-t.ts';
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

/**
 * The paired t-test of x − y, with the standardised mean differences in use for pairs
 * (Lakens, Frontiers in Psychology 4:863, 2013; Cumming 2012): d_z by the SD of the differences, d_av by
 * the mean SD or the root mean variance, d_rm corrected for r, and by the SD of `x`.
 * When the differences do not vary t is not defined, and everything that rests on it is null.
 * @param x, y complete pairs of equal length
 * @throws Refusal `not-computable` below two pairs
 */
export function tPaired(x: readonly number[], y: readonly number[], level = 0.95): PairedT {
  const n = x.length;
  const differences = x.map((value, i) => value - (y[i] ?? 0));
  const sdDiff = standardDeviation(differences);
  const sdX = standardDeviation(x);
  const sdY = standardDeviation(y);
  if (sdDiff === null || sdX === null || sdY === null) {
    throw notComputable(
      'Paired t-test',
      `at least 2 pairs are required, and there ${n === 1 ? 'is' : 'are'} ${n}.`,
    );
  }
  const difference = mean(differences);
  const df = n - 1;
  const stderr = sdDiff / Math.sqrt(n);
  const varies = stderr > 1e-14 * Math.max(Math.abs(mean(x)), Math.abs(mean(y)));
  const t = varies ? difference / stderr : null;
  const half = tQuantile(0.5 + level / 2, df) * stderr;
  const correlation = pearson(x, y);
  const dz = varies ? difference / sdDiff : null;
  const interval = t === null ? null : noncentralityInterval(t, df, level);
  return {
    n_pairs: n,
    mean_x: mean(x),
    mean_y: mean(y),
    sd_x: sdX,
    sd_y: sdY,
    mean_diff: difference,
    sd_diff: sdDiff,
    r: correlation?.r ?? null,
    t,
    df,
    p: t === null ? null : tTwoSided(t, df),
    ci: varies ? [difference - half, difference + half] : [null, null],
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
    cohens_dav_mean_of_sds: defined(difference / ((sdX + sdY) / 2)),
    cohens_dav_root_mean_var: defined(difference / Math.sqrt((sdX ** 2 + sdY ** 2) / 2)),
    cohens_drm:
      dz === null || correlation === null ? null : dz * Math.sqrt(2 * oneMinus(correlation)),
    d_baseline_sd: defined(difference / sdX),
  };
}

/** 1 − r without cancellation. */
function oneMinus({ r, rest }: Pearson): number {
  return r > 0 ? rest : 2 - rest;
}
