import type { Estimate, ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { attempt } from '../parts/attempt.ts';
import { estimatesOf, linesTable, quantity } from '../parts/quantity.ts';
import { cochranArmitageTrend } from '../statistics/cochran-armitage-trend.ts';
import { crosstab } from '../statistics/crosstab.ts';
import type { ContingencyTable } from './contingency-table.ts';

/** How far each count is from what no association would give, in standard errors. */
export function residualsTable(table: ContingencyTable): ResultTable[] {
  const { value } = attempt(() => crosstab(table.counts));
  if (!value) return [];
  return [
    {
      id: 'residuals',
      title: 'Adjusted residuals',
      columns: [
        { key: 'row', header: escapeRich(table.rowVariable.label), align: 'left', format: 'text' },
        ...table.columns.map((label, j) => ({
          key: `column-${j + 1}`,
          header: escapeRich(label),
          spanner: escapeRich(table.columnVariable.label),
          align: 'right' as const,
          format: 'statistic' as const,
        })),
      ],
      rows: table.rows.map((label, i) => ({
        cells: [
          { value: label },
          ...table.columns.map((_, j) => ({ value: value.adjusted_residual[i]?.[j] ?? null })),
        ],
      })),
      notes: ['Beyond ±2: more, or fewer, than no association would give (Haberman 1973).'],
    },
  ];
}

/** Tests and measures for categories that have an order. */
export function trendOf(table: ContingencyTable): { table: ResultTable; estimates: Estimate[] } {
  const { value, refused } = attempt(() => crosstab(table.counts));
  const [events, totals] =
    table.columns.length === 2
      ? [table.counts.map(([first = 0]) => first), table.rowTotals]
      : [table.counts[0] ?? [], table.columnTotals];
  const trend = attempt(() => cochranArmitageTrend(events, totals));
  const two = table.columns.length === 2 || table.rows.length === 2;
  const linear = value?.linear_by_linear;
  const why = { refused: refused || 'one side does not vary' };
  const line = {
    label: `${table.rowVariable.label} × ${table.columnVariable.label}`,
    quantities: [
      quantity('linear', 'linear-by-linear χ²', 'χ²~linear~', linear?.chisq, 'statistic', why),
      quantity('linear-p', 'p of linear-by-linear association', '*p*', linear?.p, 'p', why),
      ...(two
        ? [
            quantity('trend', 'Cochran–Armitage χ²', 'χ²~trend~', trend.value?.chisq, 'statistic', {
              refused: trend.refused,
            }),
            quantity('trend-p', 'p of the Cochran–Armitage trend', '*p*', trend.value?.p, 'p', {
              refused: trend.refused,
            }),
          ]
        : []),
      quantity(
        'gamma',
        'Goodman and Kruskal’s γ',
        'γ',
        value?.goodman_kruskal_gamma,
        'correlation',
        why,
      ),
      quantity('tau-b', 'Kendall’s τ-b', 'τ~b~', value?.kendall_tau_b, 'correlation', why),
    ],
  };
  return {
    table: linesTable(
      {
        id: 'trend',
        title: 'Trend',
        first: 'Variables',
        level: 0.95,
        notes: ['Categories are taken in their order, as far apart as each other.'],
      },
      [line],
    ),
    estimates: estimatesOf(line, 0.95),
  };
}
