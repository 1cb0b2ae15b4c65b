import { crosstab } from '../statistics/crosstab.ts';
import type { TwoByTwo } from '../statistics/two-by-two.ts';
import type { ContingencyTable } from './contingency-table.ts';

/** The test chosen in advance; none where the counts are not a comparison. */
export type PrimaryTest = 'chi-square' | 'fisher' | 'none';

/** The tests of a contingency table, flat, with reasons for what could not be computed. */
export interface Association {
  computed: boolean;
  refused: string;
  chisq: number | null;
  df: number | null;
  p: number | null;
  v: number | null;
  likelihood: { G: number | null; df: number | null; p: number | null };
  fisherP: number | null;
  fisherRefused: string;
  smallestExpected: number | null;
  cellsBelow5: number;
  cells: number;
  /** Cochran's rule: an expected count below 1, or more than a fifth of them below 5. */
  small: boolean;
  ratios: Pick<TwoByTwo, 'odds_ratio_wald' | 'risk_ratio_col1'> | null;
}

export function association(table: ContingencyTable): Association {
  if (table.rows.length < 2 || table.columns.length < 2) return notComputed(table);
  const result = crosstab(table.counts);
  const cells = table.rows.length * table.columns.length;
  const { fisher, pearson, odds_ratio_wald, risk_ratio_col1 } = result;
  return {
    computed: true,
    refused: '',
    chisq: pearson.chisq,
    df: pearson.df,
    p: pearson.p,
    v: result.cramers_v,
    likelihood: result.likelihood_ratio,
    fisherP: 'refused' in fisher ? null : fisher.p_two_sided,
    fisherRefused: 'refused' in fisher ? 'the table is too large for the exact p' : '',
    smallestExpected: result.min_expected,
    cellsBelow5: result.cells_expected_lt5,
    cells,
    small: result.min_expected < 1 || result.cells_expected_lt5 > cells / 5,
    ratios: odds_ratio_wald && risk_ratio_col1 ? { odds_ratio_wald, risk_ratio_col1 } : null,
  };
}

function notComputed(table: ContingencyTable): Association {
  const refused =
    table.n === 0
      ? 'no row has both values'
      : 'a test needs at least two categories with rows on each side';
  const none = {
    chisq: null,
    df: null,
    p: null,
    v: null,
    fisherP: null,
    smallestExpected: null,
    ratios: null,
  };
  return {
    ...none,
    computed: false,
    refused,
    fisherRefused: refused,
    likelihood: { G: null, df: null, p: null },
    cellsBelow5: 0,
    cells: 0,
    small: false,
  };
}
