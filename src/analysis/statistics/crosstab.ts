import type { RefusalRecord } from '../../model/refusal.ts';
import { Refusal } from '../../model/refusal.ts';
import { chiSquareLog10UpperTail, chiSquareUpperTail } from '../numeric/chi-square.ts';
import { defined } from '../numeric/defined.ts';
import { sum } from '../numeric/sum.ts';
import { type Fisher2x2, fisher2x2 } from './fisher-2x2.ts';
import { fisherRxC } from './fisher-rxc.ts';
import { type OrdinalAssociation, ordinalAssociation } from './ordinal-association.ts';
import { notComputable } from './read-input.ts';
import { type TwoByTwo, twoByTwo } from './two-by-two.ts';

type Grid = readonly (readonly (number | null)[])[];

export interface Crosstab extends OrdinalAssociation, Partial<TwoByTwo> {
  n: number;
  row_totals: readonly number[];
  col_totals: readonly number[];
  row_percent: Grid;
  col_percent: Grid;
  total_percent: Grid;
  expected: readonly (readonly number[])[];
  pearson: { chisq: number | null; df: number; p: number | null; log10_p: number | null };
  likelihood_ratio: { G: number; df: number; p: number };
  pearson_residual: Grid;
  adjusted_residual: Grid;
  min_expected: number;
  cells_expected_lt5: number;
  cramers_v: number | null;
  contingency_coefficient: number | null;
  /** Bergsma, Journal of the Korean Statistical Society 42 (2013). */
  cramers_v_bias_corrected: number | null;
  fisher: Fisher2x2 | { p_two_sided: number } | { refused: RefusalRecord };
}

/**
 * An r × c table of counts: percentages, expected counts, residuals, tests and measures of association.
 * With an empty row or column Pearson's χ² is not defined and null.
 * @param table at least 2 rows and 2 columns of whole numbers
 * @throws Refusal `not-computable` for a smaller table, or without a single count
 */
export function crosstab(table: readonly (readonly number[])[], level = 0.95): Crosstab {
  const rows = table.map((row) => sum(row));
  const cols = (table[0] ?? []).map((_, j) => sum(table.map((row) => row[j] ?? 0)));
  const n = sum(rows);
  if (rows.length < 2 || cols.length < 2) {
    throw notComputable('Cross-tabulation', 'at least 2 rows and 2 columns are required.');
  }
  if (n === 0) throw notComputable('Cross-tabulation', 'all counts are 0.');

  const each = <T>(f: (count: number, row: number, col: number, expected: number) => T): T[][] =>
    table.map((line, i) =>
      line.map((count, j) => {
        const [row, col] = [rows[i] ?? 0, cols[j] ?? 0];
        return f(count, row, col, (row * col) / n);
      }),
    );
  const expected = each((_count, _row, _col, e) => e);
  const df = (rows.length - 1) * (cols.length - 1);
  const full = [...rows, ...cols].every((total) => total > 0);
  const chisq = full ? sum(each((o, _row, _col, e) => (o - e) ** 2 / e).flat()) : null;
  const G = Math.max(
    0,
    2 * sum(each((o, _row, _col, e) => (o > 0 ? o * Math.log(o / e) : 0)).flat()),
  );
  const smaller = Math.min(rows.length, cols.length);
  const isSquare = rows.length === 2 && cols.length === 2;
  return {
    n,
    row_totals: rows,
    col_totals: cols,
    row_percent: each((o, row) => defined((100 * o) / row)),
    col_percent: each((o, _row, col) => defined((100 * o) / col)),
    total_percent: each((o) => (100 * o) / n),
    expected,
    pearson: {
      chisq,
      df,
      p: chisq === null ? null : chiSquareUpperTail(chisq, df),
      log10_p: chisq === null ? null : chiSquareLog10UpperTail(chisq, df),
    },
    likelihood_ratio: { G, df, p: chiSquareUpperTail(G, df) },
    pearson_residual: each((o, _row, _col, e) => defined((o - e) / Math.sqrt(e))),
    adjusted_residual: each((o, row, col, e) =>
      defined((o - e) / Math.sqrt(e * (1 - row / n) * (1 - col / n))),
    ),
    min_expected: Math.min(...expected.flat()),
    cells_expected_lt5: expected.flat().filter((e) => e < 5).length,
    cramers_v: chisq === null ? null : Math.sqrt(chisq / (n * (smaller - 1))),
    contingency_coefficient: chisq === null ? null : Math.sqrt(chisq / (chisq + n)),
    cramers_v_bias_corrected:
      chisq === null ? null : biasCorrected(chisq, n, rows.length, cols.length),
    ...ordinalAssociation(table),
    ...(isSquare ? twoByTwo(table, level) : {}),
    fisher: part(() => (isSquare ? fisher2x2(table, level) : { p_two_sided: fisherRxC(table) })),
  };
}

function biasCorrected(chisq: number, n: number, r: number, c: number): number | null {
  const phi2 = Math.max(0, chisq / n - ((r - 1) * (c - 1)) / (n - 1));
  const shrink = (k: number) => k - (k - 1) ** 2 / (n - 1);
  return defined(Math.sqrt(phi2 / (Math.min(shrink(r), shrink(c)) - 1)));
}

function part<T>(compute: () => T): T | { refused: RefusalRecord } {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.toRecord() };
    throw error;
  }
}
