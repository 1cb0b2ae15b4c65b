import { normalQuantile, normalTwoSided } from '../numeric/normal.ts';
import { sum } from '../numeric/sum.ts';
import { notComputable } from './read-input.ts';

export interface FleissKappa {
  subjects: number;
  raters: number;
  kappa: number;
  /** Against κ = 0. */
  se0: number;
  z: number;
  p: number;
  /** Around κ, with the standard error that holds at 0. */
  ci: [number, number];
}

/**
 * Agreement of several raters (Fleiss, Psychological Bulletin 76, 1971) with the standard error of Fleiss,
 * Nee and Landis (Psychological Bulletin 86, 1979).
 * @param counts subjects × categories: how many raters chose the category
 * @throws Refusal `not-computable` when subjects have different numbers of ratings, or only one category is used
 */
export function fleissKappa(counts: readonly (readonly number[])[], level = 0.95): FleissKappa {
  const n = counts.length;
  const raters = sum(counts[0] ?? []);
  if (raters < 2 || counts.some((row) => sum(row) !== raters)) {
    throw notComputable('Fleiss’ κ', 'every subject needs the same number of ratings, at least 2.');
  }
  const pairs = raters * (raters - 1);
  const observed =
    sum(counts.map((row) => sum(row.map((count) => count * (count - 1))) / pairs)) / n;
  const shares = (counts[0] ?? []).map(
    (_, j) => sum(counts.map((row) => row[j] ?? 0)) / (n * raters),
  );
  const chance = sum(shares.map((share) => share * share));
  const spread = sum(shares.map((share) => share * (1 - share)));
  if (!(spread > 1e-15)) throw notComputable('Fleiss’ κ', 'only one category is used.');
  const kappa = (observed - chance) / (1 - chance);
  const skew = sum(shares.map((share) => share * (1 - share) * (1 - 2 * share)));
  const se0 = Math.sqrt((2 * (spread * spread - skew)) / (n * pairs)) / spread;
  const half = normalQuantile(0.5 + level / 2) * se0;
  return {
    subjects: n,
    raters,
    kappa,
    se0,
    z: kappa / se0,
    p: normalTwoSided(kappa / se0),
    ci: [kappa - half, kappa + half],
  };
}
