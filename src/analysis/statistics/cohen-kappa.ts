import { defined } from '../numeric/defined.ts';
import { normalLog10UpperTail, normalQuantile, normalTwoSided } from '../numeric/normal.ts';
import { sum } from '../numeric/sum.ts';
import { notComputable } from './read-input.ts';

export interface CohenKappa {
  n: number;
  percent_agreement: number;
  kappa: number;
  se: number;
  ci: [number, number];
  /** Against κ = 0, with the standard error that holds there; null where that is 0. */
  z0: number | null;
  p: number | null;
  log10_p: number | null;
  /** Weights 1 − |i − j| / (k − 1). */
  kappa_linear: number;
  /** Weights 1 − (i − j)² / (k − 1)². */
  kappa_quadratic: number;
}

/**
 * Agreement of two raters beyond chance (Cohen, Educational and Psychological Measurement 20, 1960;
 * weighted: Psychological Bulletin 70, 1968) with the standard errors of Fleiss, Cohen and Everitt
 * (Psychological Bulletin 72, 1969).
 * @param table counts, square: rows one rater, columns the other, categories in the same order
 * @throws Refusal `not-computable` for other tables, and when both raters use one category only
 */
export function cohenKappa(table: readonly (readonly number[])[], level = 0.95): CohenKappa {
  const k = table.length;
  if (k < 2 || table[0]?.length !== k) {
    throw notComputable('Cohen’s κ', 'a square table of at least 2 categories is required.');
  }
  const n = sum(table.flat());
  if (n === 0) throw notComputable('Cohen’s κ', 'the table is empty.');
  const p = table.map((row) => row.map((count) => count / n));
  const rows = p.map(sum);
  const columns = p.map((_, j) => sum(p.map((row) => row[j] ?? 0)));
  const margin = { rows, columns };
  const observed = sum(p.map((row, i) => row[i] ?? 0));
  const chance = sum(rows.map((value, i) => value * (columns[i] ?? 0)));
  if (!(1 - chance > 1e-15)) {
    throw notComputable('Cohen’s κ', 'both raters put everything into the same one category.');
  }
  const kappa = (observed - chance) / (1 - chance);
  const se = Math.sqrt(variance(p, margin, kappa, chance) / n);
  const z0 = defined(kappa / Math.sqrt(nullVariance(margin, chance) / n));
  const half = normalQuantile(0.5 + level / 2) * se;
  return {
    n,
    percent_agreement: observed,
    kappa,
    se,
    ci: [kappa - half, kappa + half],
    z0,
    p: z0 === null ? null : normalTwoSided(z0),
    log10_p: z0 === null ? null : Math.min(0, normalLog10UpperTail(Math.abs(z0)) + Math.log10(2)),
    kappa_linear: weighted(p, margin, (distance) => distance / (k - 1)),
    kappa_quadratic: weighted(p, margin, (distance) => (distance / (k - 1)) ** 2),
  };
}

interface Margins {
  rows: number[];
  columns: number[];
}

/** 1 − mean disagreement observed / by chance. */
function weighted(
  p: readonly (readonly number[])[],
  { rows, columns }: Margins,
  disagreement: (distance: number) => number,
): number {
  const over = (share: (i: number, j: number) => number) =>
    sum(rows.flatMap((_, i) => columns.map((_, j) => disagreement(Math.abs(i - j)) * share(i, j))));
  return 1 - over((i, j) => p[i]?.[j] ?? 0) / over((i, j) => (rows[i] ?? 0) * (columns[j] ?? 0));
}

function variance(
  p: readonly (readonly number[])[],
  { rows, columns }: Margins,
  kappa: number,
  chance: number,
): number {
  const rest = 1 - kappa;
  const both = (i: number, j: number) => (rows[j] ?? 0) + (columns[i] ?? 0);
  const same = p.map((row, i) => (row[i] ?? 0) * (1 - both(i, i) * rest) ** 2);
  const other = p.flatMap((row, i) =>
    row.map((value, j) => (i === j ? 0 : value * both(i, j) ** 2)),
  );
  const shift = (kappa - chance * rest) ** 2;
  return Math.max(0, sum(same) + rest * rest * sum(other) - shift) / (1 - chance) ** 2;
}

/** Where κ = 0. */
function nullVariance({ rows, columns }: Margins, chance: number): number {
  const products = rows.map((value, i) => {
    const other = columns[i] ?? 0;
    return value * other * (value + other);
  });
  const variance = (chance + chance * chance - sum(products)) / (1 - chance) ** 2;
  return variance > 1e-15 ? variance : 0;
}
