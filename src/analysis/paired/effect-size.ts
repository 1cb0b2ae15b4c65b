import type { Estimate } from '../../model/result.ts';
import { defined } from '../numeric/defined.ts';
import { normalQuantile } from '../numeric/normal.ts';
import { interval } from '../parts/estimate.ts';
import { hedgesJ } from '../statistics/hedges-j.ts';
import type { PairedT } from '../statistics/t-paired.ts';

export const EFFECT_SIZES = ['d_av', 'd_av-mean-sd', 'd_z', 'd_rm'] as const;

export type EffectSizeKind = (typeof EFFECT_SIZES)[number];

interface EffectSizeRecord {
  /** With Hedges' correction d becomes g. */
  subscript: string;
  label: string;
  standardiser: string;
  value: (t: PairedT) => number | null;
  bounds: (t: PairedT, d: number, level: number) => readonly [number | null, number | null];
  method: string;
  citation: string;
}

const BY_SE = 'normal approximation (Algina & Keselman, 2003)';
const CUMMING = 'Cumming, G. (2012). Understanding the new statistics. Routledge.';
const LAKENS = 'Lakens, D. (2013). Frontiers in Psychology, 4, 863.';

/** Standardised mean changes of pairs: what each divides by, and how its interval is made. */
export const EFFECT_SIZE: Record<EffectSizeKind, EffectSizeRecord> = {
  d_av: {
    subscript: 'av',
    label: 'd_av, root of the mean variance',
    standardiser: 'the root of the mean of the two variances',
    value: (t) => t.cohens_dav_root_mean_var,
    bounds: bySe,
    method: BY_SE,
    citation: CUMMING,
  },
  'd_av-mean-sd': {
    subscript: 'av',
    label: 'd_av, mean of the SDs',
    standardiser: 'the mean of the two standard deviations',
    value: (t) => t.cohens_dav_mean_of_sds,
    bounds: bySe,
    method: BY_SE,
    citation: LAKENS,
  },
  d_z: {
    subscript: 'z',
    label: 'd_z, SD of the change',
    standardiser: 'the standard deviation of the change',
    value: (t) => t.cohens_dz,
    bounds: (t) => t.dz_ci_noncentral_t,
    method: 'noncentral t (Steiger & Fouladi, 1997)',
    citation: LAKENS,
  },
  d_rm: {
    subscript: 'rm',
    label: 'd_rm, corrected for r',
    standardiser:
      'the standard deviation of the change, corrected for the correlation of the two times',
    value: (t) => t.cohens_drm,
    bounds: (t, d, level) => {
      const { n_pairs: n, r } = t;
      if (r === null) return [null, null];
      return around(d, Math.sqrt((1 / n + (d * d) / (2 * n)) * 2 * (1 - r)), level);
    },
    method: 'normal approximation (Borenstein et al., 2009)',
    citation: LAKENS,
  },
};

export interface EffectSize {
  /** "*d*~av~" */
  symbol: string;
  value: number | null;
  ci: Estimate['ci'] | null;
}

/** The effect size of a paired t-test; with `hedges`, value and bounds times the exact correction J. */
export function effectSize(
  t: PairedT,
  kind: EffectSizeKind,
  hedges: boolean,
  level: number,
): EffectSize {
  const record = EFFECT_SIZE[kind];
  const d = record.value(t);
  const factor = hedges ? hedgesJ(t.df) : 1;
  if (d === null) return { symbol: effectSymbol(kind, hedges), value: null, ci: null };
  const [low, high] = record.bounds(t, d, level);
  const bounds = low === null || high === null ? null : ([low * factor, high * factor] as const);
  const method = hedges ? `${record.method}, times Hedges’ J` : record.method;
  return {
    symbol: effectSymbol(kind, hedges),
    value: d * factor,
    ci: interval(level, bounds, method),
  };
}

export function effectSymbol(kind: EffectSizeKind, hedges: boolean): string {
  return `*${hedges ? 'g' : 'd'}*~${EFFECT_SIZE[kind].subscript}~`;
}

/** d divides by a standardiser s; its standard error is that of the mean change, divided by s. */
function bySe(t: PairedT, d: number, level: number): readonly [number | null, number | null] {
  const s = defined(t.mean_diff / d);
  return s === null || s === 0 ? [null, null] : around(d, t.stderr / s, level);
}

function around(d: number, se: number, level: number): readonly [number, number] {
  const half = normalQuantile(0.5 + level / 2) * se;
  return [d - half, d + half];
}
