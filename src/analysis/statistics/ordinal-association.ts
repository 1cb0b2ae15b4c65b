import { chiSquareUpperTail } from '../numeric/chi-square.ts';
import { defined } from '../numeric/defined.ts';

export interface OrdinalAssociation {
  linear_by_linear: { chisq: number | null; df: number; p: number | null };
  goodman_kruskal_gamma: number | null;
  kendall_tau_b: number | null;
  stuart_tau_c: number | null;
  somers_d_col_given_row: number | null;
}

/**
 * Association of two ordered classifications. Linear-by-linear: (n − 1) r² with scores 1, 2, 3 …
 * (Agresti, Categorical Data Analysis, 3.4); the others from concordant and discordant pairs
 * (Goodman & Kruskal; Kendall τ_b; Stuart τ_c; Somers' d of the columns given the rows).
 */
export function ordinalAssociation(table: readonly (readonly number[])[]): OrdinalAssociation {
  const rows = table.map((row) => row.reduce((a, b) => a + b, 0));
  const cols = (table[0] ?? []).map((_, j) => table.reduce((a, row) => a + (row[j] ?? 0), 0));
  const n = rows.reduce((a, b) => a + b, 0);
  const { concordant, discordant } = pairCounts(table);
  const surplus = concordant - discordant;
  const allPairs = (n * (n - 1)) / 2;
  const untied = (totals: readonly number[]) =>
    allPairs - totals.reduce((a, k) => a + (k * (k - 1)) / 2, 0);
  const smaller = Math.min(rows.length, cols.length);
  const chisq = linear(table, rows, cols, n);
  return {
    linear_by_linear: { chisq, df: 1, p: chisq === null ? null : chiSquareUpperTail(chisq, 1) },
    goodman_kruskal_gamma: defined(surplus / (concordant + discordant)),
    kendall_tau_b: defined(surplus / Math.sqrt(untied(rows) * untied(cols))),
    stuart_tau_c: defined((2 * smaller * surplus) / (n * n * (smaller - 1))),
    somers_d_col_given_row: defined(surplus / untied(rows)),
  };
}

function pairCounts(table: readonly (readonly number[])[]) {
  let concordant = 0;
  let discordant = 0;
  table.forEach((row, i) => {
    row.forEach((count, j) => {
      for (const below of table.slice(i + 1)) {
        below.forEach((other, k) => {
          if (k > j) concordant += count * other;
          else if (k < j) discordant += count * other;
        });
      }
    });
  });
  return { concordant, discordant };
}

function linear(
  table: readonly (readonly number[])[],
  rows: readonly number[],
  cols: readonly number[],
  n: number,
): number | null {
  const centre = (totals: readonly number[]) => totals.reduce((a, k, i) => a + k * i, 0) / n;
  const [meanRow, meanCol] = [centre(rows), centre(cols)];
  const squares = (totals: readonly number[], mean: number) =>
    totals.reduce((a, k, i) => a + k * (i - mean) ** 2, 0);
  let products = 0;
  table.forEach((row, i) => {
    row.forEach((count, j) => {
      products += count * (i - meanRow) * (j - meanCol);
    });
  });
  const scale = squares(rows, meanRow) * squares(cols, meanCol);
  return scale > 0 ? defined(((n - 1) * products * products) / scale) : null;
}
