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
  kappa_linear_ci: [number, number];
  /** Weights 1 − (i − j)² / (k − 1)². */
  kappa_quadratic: number;
  kappa_quadratic_ci: [number, number];
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
  const plain = weighted(p, margin, (distance) => (distance === 0 ? 1 : 0));
  const { observed, chance, kappa } = plain;
  if (!(1 - chance > 1e-15)) {
    throw notComputable('Cohen’s κ', 'both raters put everything into the same one category.');
  }
  const z0 = defined(kappa / Math.sqrt(nullVariance(margin, chance) / n));
  const bound = normalQuantile(0.5 + level / 2);
  const around = ({ kappa: middle, variance }: Weighted): [number, number] => {
    const half = bound * Math.sqrt(variance / n);
    return [middle - half, middle + half];
  };
  const linear = weighted(p, margin, (distance) => 1 - distance / (k - 1));
  const quadratic = weighted(p, margin, (distance) => 1 - (distance / (k - 1)) ** 2);
  return {
    n,
    percent_agreement: observed,
    kappa,
    se: Math.sqrt(plain.variance / n),
    ci: around(plain),
    z0,
    p: z0 === null ? null : normalTwoSided(z0),
    log10_p: z0 === null ? null : Math.min(0, normalLog10UpperTail(Math.abs(z0)) + Math.log10(2)),
    kappa_linear: linear.kappa,
    kappa_linear_ci: around(linear),
    kappa_quadratic: quadratic.kappa,
    kappa_quadratic_ci: around(quadratic),
  };
}

interface Margins {
  rows: number[];
  columns: number[];
}

interface Weighted {
  observed: number;
  chance: number;
  kappa: number;
  /** Times n. */
  variance: number;
}

/** Kappa with weights of agreement, 1 for the same category, and its variance (Fleiss, Cohen & Everitt). */
function weighted(
  p: readonly (readonly number[])[],
  { rows, columns }: Margins,
  agreement: (distance: number) => number,
): Weighted {
  const weights = rows.map((_, i) => columns.map((_, j) => agreement(Math.abs(i - j))));
  const weight = (i: number, j: number) => weights[i]?.[j] ?? 0;
  const over = (term: (share: number, i: number, j: number) => number) =>
    sum(p.flatMap((row, i) => row.map((share, j) => term(share, i, j))));
  const observed = over((share, i, j) => weight(i, j) * share);
  const chance = over((_, i, j) => weight(i, j) * (rows[i] ?? 0) * (columns[j] ?? 0));
  const missed = over((share, i, j) => (1 - weight(i, j)) * share);
  const missedByChance = over((_, i, j) => (1 - weight(i, j)) * (rows[i] ?? 0) * (columns[j] ?? 0));
  const rest = missed / missedByChance;
  const kappa = 1 - rest;
  const ofRow = weights.map((line) => sum(line.map((value, j) => value * (columns[j] ?? 0))));
  const ofColumn = columns.map((_, j) => sum(rows.map((share, i) => share * weight(i, j))));
  const squares = over(
    (share, i, j) => share * (weight(i, j) - ((ofRow[i] ?? 0) + (ofColumn[j] ?? 0)) * rest) ** 2,
  );
  const shift = (kappa - chance * rest) ** 2;
  return { observed, chance, kappa, variance: Math.max(0, squares - shift) / missedByChance ** 2 };
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
