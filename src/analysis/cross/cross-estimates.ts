import type { Estimate } from '../../model/result.ts';
import { estimate, interval } from '../parts/estimate.ts';
import { missingTotal } from '../parts/missing-counts.ts';
import { percentOf } from '../parts/percent.ts';
import type { ContingencyTable } from './contingency-table.ts';
import { baseOf, type CrossPercent, crossFormat } from './cross-shares.ts';
import type { Association } from './table-association.ts';

/** @param tests null when no test was asked for */
export function testEstimates(table: ContingencyTable, tests: Association | null): Estimate[] {
  const counted: Estimate[] = [
    estimate('n', 'n', '*n*', table.n, 'count'),
    estimate('missing', 'Missing', 'missing', missingTotal(table.missing), 'count'),
  ];
  if (!tests) return counted;
  const refused = { refused: tests.refused };
  const exact = { refused: tests.fisherRefused };
  const base: Estimate[] = [
    ...counted,
    estimate('chi-square', 'Pearson’s chi-square', 'χ²', tests.chisq, 'statistic', refused),
    estimate('df', 'Degrees of freedom', '*df*', tests.df, 'count', refused),
    estimate('p', 'p of chi-square', '*p*', tests.p, 'p', refused),
    estimate('cramers-v', 'Cramér’s V', '*V*', tests.v, 'correlation', refused),
    estimate('fisher-p', 'p of Fisher’s exact test', '*p*', tests.fisherP, 'p', exact),
  ];
  const { ratios } = tests;
  if (!ratios) return base;
  const { odds_ratio_wald: odds, risk_ratio_col1: risk } = ratios;
  const zero = { refused: 'a cell is empty' };
  return [
    ...base,
    estimate('odds-ratio', 'Odds ratio', '*OR*', odds.or, 'statistic', {
      ...zero,
      ci: interval(0.95, [odds.lo, odds.hi], 'Wald, log scale'),
    }),
    estimate('risk-ratio', 'Risk ratio of the first column', '*RR*', risk.rr, 'statistic', {
      ...zero,
      ci: interval(0.95, [risk.lo, risk.hi], 'Katz, log scale'),
    }),
  ];
}

export function cellEstimates(table: ContingencyTable, percent: CrossPercent): Estimate[] {
  const format = crossFormat(table, percent);
  return table.rows.flatMap((row, i) =>
    table.columns.flatMap((column, j) => {
      const n = table.counts[i]?.[j] ?? 0;
      const of = baseOf(table, i, j, percent);
      const key = `[${row}, ${column}]`;
      return [
        estimate(`n${key}`, `${row}, ${column}`, '*n*', n, 'count'),
        estimate(`pct${key}`, `${row}, ${column}, %`, '%', percentOf(n, of), format, {
          refused: 'there is nobody to be a share of',
        }),
      ];
    }),
  );
}
