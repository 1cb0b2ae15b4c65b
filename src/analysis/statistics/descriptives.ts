import { defined } from '../numeric/defined.ts';
import { firstWhere } from '../numeric/first-where.ts';
import { ascending, floats } from '../numeric/floats.ts';
import { mean, standardDeviation, sumOfSquares } from '../numeric/moments.ts';
import { type QuantileType, quantile } from '../numeric/quantile.ts';
import { runsOf } from '../numeric/runs.ts';
import { tQuantile } from '../numeric/student-t.ts';
import { sum } from '../numeric/sum.ts';
import { notComputable } from './read-input.ts';
import { centralMoments, kurtosis, seKurtosis, seSkewness, skewness } from './shape.ts';

const POINTS = { p5: 0.05, p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95 } as const;

export type Quantiles = Record<keyof typeof POINTS, number>;

export interface Descriptives {
  n: number;
  missing: number;
  sum: number;
  mean: number;
  median: number;
  sd: number | null;
  var: number | null;
  sd_population: number;
  se: number | null;
  ci_mean: readonly [number, number] | null;
  min: number;
  max: number;
  range: number;
  quantile_type7: Quantiles;
  quantile_type6_spss: Quantiles;
  quantile_type2_sas: Quantiles;
  iqr_type7: number;
  tukey_hinges: readonly number[];
  mad_raw: number;
  mad_scaled: number;
  trimmed_mean_20: number;
  skewness: ReturnType<typeof skewness>;
  kurtosis_excess: ReturnType<typeof kurtosis>;
  se_skewness: number | null;
  se_kurtosis: number | null;
  cv: number | null;
  geometric_mean: number | null;
  modes: readonly number[];
  distinct: number;
}

/**
 * Describes numbers; null is a missing value. Parts that need more values than there are, or values
 * that vary, are null.
 * @param level of the t interval of the mean
 * @throws Refusal `not-computable` without a single value
 */
export function descriptives(
  x: readonly (number | null)[] | Float64Array,
  level = 0.95,
): Descriptives {
  const values = x instanceof Float64Array ? x : floats(x.filter((value) => value !== null));
  const n = values.length;
  if (n === 0)
    throw notComputable('Description', 'at least 1 value is required, and all are missing.');
  const sorted = ascending(values);
  const centre = mean(values);
  const squares = sumOfSquares(values, centre);
  const spread = n < 2 ? null : squares / (n - 1);
  const sd = standardDeviation(values, spread);
  const moments = centralMoments(values);
  const se = sd === null ? null : sd / Math.sqrt(n);
  const middle = quantile(sorted, 0.5);
  const mad = medianDistance(sorted, middle);
  const [min, max] = [sorted[0] ?? 0, sorted[n - 1] ?? 0];
  const half = se === null ? null : tQuantile(0.5 + level / 2, n - 1) * se;
  return {
    n,
    missing: x.length - n,
    sum: sum(values),
    mean: centre,
    median: middle,
    sd,
    var: spread,
    sd_population: Math.sqrt(squares / n),
    se,
    ci_mean: half === null ? null : [centre - half, centre + half],
    min,
    max,
    range: max - min,
    quantile_type7: quantiles(sorted, 7),
    quantile_type6_spss: quantiles(sorted, 6),
    quantile_type2_sas: quantiles(sorted, 2),
    iqr_type7: quantile(sorted, 0.75) - quantile(sorted, 0.25),
    tukey_hinges: tukeyHinges(sorted),
    mad_raw: mad,
    mad_scaled: 1.4826 * mad,
    trimmed_mean_20: trimmedMean(sorted, 0.2),
    skewness: skewness(moments),
    kurtosis_excess: kurtosis(moments),
    se_skewness: seSkewness(n),
    se_kurtosis: seKurtosis(n),
    cv: sd === null || centre === 0 ? null : defined(sd / centre),
    geometric_mean: min > 0 ? Math.exp(mean(values.map(Math.log))) : null,
    ...modes(sorted),
  };
}

function quantiles(sorted: Float64Array, type: QuantileType): Quantiles {
  const entries = Object.entries(POINTS).map(([key, p]) => [key, quantile(sorted, p, type)]);
  return Object.fromEntries(entries) as Quantiles;
}

/** Minimum, lower hinge, median, upper hinge, maximum; the median belongs to both halves (Tukey 1977). */
function tukeyHinges(sorted: Float64Array): number[] {
  const n = sorted.length;
  const depth = Math.floor((n + 3) / 2) / 2;
  return [1, depth, (n + 1) / 2, n + 1 - depth, n].map((at) => {
    const low = sorted[Math.floor(at) - 1] ?? 0;
    const high = sorted[Math.ceil(at) - 1] ?? 0;
    return 0.5 * (low + high);
  });
}

function trimmedMean(sorted: Float64Array, share: number): number {
  const cut = Math.floor(sorted.length * share);
  return mean(sorted.subarray(cut, sorted.length - cut));
}

/** The median of the distances from a number: those to both sides are in order already. */
function medianDistance(sorted: Float64Array, from: number): number {
  const distances = new Float64Array(sorted.length);
  let up = firstWhere(0, sorted.length, (i) => (sorted[i] as number) >= from);
  let down = up - 1;
  for (let k = 0; k < distances.length; k++) {
    const above = up < sorted.length ? (sorted[up] as number) - from : Number.POSITIVE_INFINITY;
    const below = down >= 0 ? from - (sorted[down] as number) : Number.POSITIVE_INFINITY;
    if (above <= below) up++;
    else down--;
    distances[k] = Math.min(above, below);
  }
  return quantile(distances, 0.5);
}

function modes(sorted: Float64Array): { modes: number[]; distinct: number } {
  const { values, counts } = runsOf(sorted);
  let most = 0;
  let modes: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const times = counts[i] as number;
    if (times < most) continue;
    if (times > most) modes = [];
    most = times;
    modes.push(values[i] as number);
  }
  return { modes, distinct: values.length };
}
