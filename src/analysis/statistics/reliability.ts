import type { RefusalRecord } from '../../model/refusal.ts';
import { fQuantile } from '../numeric/f-distribution.ts';
import { mean, pearsonR, variance } from '../numeric/moments.ts';
import { sum } from '../numeric/sum.ts';
import { type Omega, omegaOf } from './omega.ts';
import { notComputable } from './read-input.ts';
import { columnOf, type ScoreRows } from './score-rows.ts';

type Refused = { refused: RefusalRecord };

/** Lists have one entry for each item. */
export interface Reliability {
  n_complete: number;
  n_incomplete: number;
  k: number;
  alpha: number;
  /** From the mean correlation of the items; null when an item does not vary. */
  alpha_standardized: number | null;
  mean_interitem_r: number | null;
  alpha_ci_feldt: [number, number];
  /** Each item with the total, itself included. */
  item_total_r: (number | null)[];
  /** Each item with the total of the others. */
  item_rest_r: (number | null)[];
  /** Null for two items. */
  alpha_if_dropped: (number | null)[] | null;
  /** Standard error of measurement of the total: SD √(1 − α). */
  sem: number;
  item_means: number[];
  item_sds: number[];
  omega_total_cfa_ml_raw: number | Refused;
  cfa_loadings_raw: number[] | Refused;
  omega_standardized_cfa_ml: number | Refused;
  omega_minres_correlation: number | Refused;
}

const NAME = 'Cronbach’s α';

/**
 * Cronbach's α (Psychometrika 16, 1951) of the rows without a missing item, with Feldt's interval (Feldt,
 * Woodruff & Salih, Applied Psychological Measurement 11, 1987), the item table, and McDonald's ω.
 * @throws Refusal `not-computable` for fewer than two items or rows, and when the total does not vary
 */
export function reliability({ rows, width: k, incomplete }: ScoreRows, level = 0.95): Reliability {
  const n = rows.length;
  if (k < 2) throw notComputable(NAME, `at least 2 items are required, and there are ${k}.`);
  if (n < 2)
    throw notComputable(NAME, `at least 2 complete rows are required, and there are ${n}.`);
  const items = Array.from({ length: k }, (_, j) => columnOf(rows, j));
  const total = rows.map(sum);
  const alpha = alphaOf(items);
  if (alpha === null) throw notComputable(NAME, 'the total does not vary.');
  const rest = items.map((item) => total.map((value, i) => value - (item[i] ?? 0)));
  const correlations = items.flatMap((a, i) => items.slice(0, i).map((b) => pearsonR(a, b)));
  const known = correlations.filter((r) => r !== null);
  const r = known.length === correlations.length ? mean(known) : null;
  const variances = items.map((item) => variance(item) ?? 0);
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)];
  const bound = (p: number) => 1 - (1 - alpha) * fQuantile(p, df1, df2);
  return {
    n_complete: n,
    n_incomplete: incomplete,
    k,
    alpha,
    alpha_standardized: r === null ? null : (k * r) / (1 + (k - 1) * r),
    mean_interitem_r: r,
    alpha_ci_feldt: [bound(0.5 + level / 2), bound(0.5 - level / 2)],
    item_total_r: items.map((item) => pearsonR(item, total)),
    item_rest_r: items.map((item, j) => pearsonR(item, rest[j] ?? [])),
    alpha_if_dropped: k === 2 ? null : items.map((_, j) => alphaOf(items.toSpliced(j, 1))),
    sem: Math.sqrt((variance(total) ?? 0) * (1 - alpha)),
    item_means: items.map((item) => mean(item)),
    item_sds: variances.map(Math.sqrt),
    ...named(omegaOf(items)),
  };
}

/** k / (k − 1) · (1 − Σ item variances / variance of the total); null when the total does not vary. */
function alphaOf(items: readonly (readonly number[])[]): number | null {
  const k = items.length;
  const total = (items[0] ?? []).map((_, i) => sum(items.map((item) => item[i] ?? 0)));
  const whole = variance(total) ?? 0;
  if (!(whole > 0)) return null;
  return (k / (k - 1)) * (1 - sum(items.map((item) => variance(item) ?? 0)) / whole);
}

function named(omega: Omega) {
  return {
    omega_total_cfa_ml_raw: omega.raw,
    cfa_loadings_raw: omega.loadings,
    omega_standardized_cfa_ml: omega.standardised,
    omega_minres_correlation: omega.minres,
  };
}
