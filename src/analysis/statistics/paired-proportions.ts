import { normalQuantile } from '../numeric/normal.ts';
import { notComputable } from './read-input.ts';

export interface PairedProportions {
  /** Share of the first row less share of the first column: (b − c) / n. */
  diff: number;
  wald_lo: number;
  wald_hi: number;
}

/**
 * The difference of two proportions of the same people with Wald's interval (Newcombe, Statistics in
 * Medicine 17, 1998, 2635–2650, method 1; Fleiss 1981).
 * @param table first measurement in rows, second in columns
 * @throws Refusal `not-computable` unless the table is 2 × 2 with at least one count
 */
export function pairedProportions(
  table: readonly (readonly number[])[],
  level = 0.95,
): PairedProportions {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = table;
  const n = a + b + c + d;
  if (table.length !== 2 || table[0]?.length !== 2 || n === 0) {
    throw notComputable(
      'Paired proportions',
      'a table of 2 rows and 2 columns with at least one count is required.',
    );
  }
  const diff = (b - c) / n;
  const error = Math.sqrt(b + c - (b - c) ** 2 / n) / n;
  const half = normalQuantile(0.5 + level / 2) * error;
  return { diff, wald_lo: diff - half, wald_hi: diff + half };
}
