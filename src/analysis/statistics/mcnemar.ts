import { binomialCdf, binomialLogDensity } from '../numeric/binomial.ts';
import { chiSquareUpperTail } from '../numeric/chi-square.ts';
import { defined } from '../numeric/defined.ts';
import { clopperPearson } from './proportion-ci.ts';
import { notComputable } from './read-input.ts';

export interface McNemar {
  chisq_no_cc: number | null;
  p_no_cc: number | null;
  chisq_cc_edwards: number | null;
  p_cc: number | null;
  df: number;
  p_exact_binomial: number;
  p_mid: number;
  odds_ratio_b_over_c: number | null;
  or_ci_exact: readonly [number | null, number | null];
  prop_diff: number;
  cohens_g: number | null;
}

/**
 * McNemar's test of a 2 × 2 table of the same people before and after: b went from the first row to the
 * second column, c back. Exact: b is binomial(b + c, ½); mid-p takes half of the observed point
 * (Fagerland, Lydersen & Laake 2013). Edwards' correction is taken only where b ≠ c, as R does.
 * @throws Refusal `not-computable` unless the table is 2 × 2 with at least one count
 */
export function mcnemar(table: readonly (readonly number[])[], level = 0.95): McNemar {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = table;
  const n = a + b + c + d;
  if (table.length !== 2 || table[0]?.length !== 2 || n === 0) {
    throw notComputable(
      'McNemar',
      'a table of 2 rows and 2 columns with at least one count is required.',
    );
  }
  const changed = b + c;
  const plain = changed > 0 ? (b - c) ** 2 / changed : null;
  const corrected = plain === null ? null : b === c ? 0 : (Math.abs(b - c) - 1) ** 2 / changed;
  const less = Math.min(b, c);
  const twice = 2 * binomialCdf(less, changed, 0.5);
  const share = changed > 0 ? clopperPearson(b, changed, level) : null;
  return {
    chisq_no_cc: plain,
    p_no_cc: plain === null ? null : chiSquareUpperTail(plain, 1),
    chisq_cc_edwards: corrected,
    p_cc: corrected === null ? null : chiSquareUpperTail(corrected, 1),
    df: 1,
    p_exact_binomial: Math.min(1, twice),
    p_mid: changed > 0 ? Math.min(1, twice - Math.exp(binomialLogDensity(less, changed, 0.5))) : 1,
    odds_ratio_b_over_c: defined(b / c),
    or_ci_exact: share
      ? [defined(share[0] / (1 - share[0])), defined(share[1] / (1 - share[1]))]
      : [null, null],
    prop_diff: (b - c) / n,
    cohens_g: changed > 0 ? Math.max(b, c) / changed - 0.5 : null,
  };
}
