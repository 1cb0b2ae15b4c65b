import type { StackedBarFigure } from '../../model/figure.ts';
import { escapeRich } from '../../model/rich.ts';
import type { ContingencyTable } from '../cross/contingency-table.ts';
import { baseOf } from '../cross/cross-shares.ts';
import type { OutcomeLine } from '../parts/batch.ts';
import { countPercentCell } from '../parts/percent.ts';
import { count } from '../parts/words.ts';

export function stackedCounts(
  lines: readonly CrossLine[],
  columns: readonly string[],
  by: string,
  percent: 'row' | 'column' | 'all',
) {
  const right = { align: 'right', format: 'text' } as const;
  const blank = { value: null, text: '' };
  return {
    id: 'counts',
    title: `Cross-tabulations by ${by}`,
    columns: [
      { key: 'row', header: 'Variable', align: 'left' as const, format: 'text' as const },
      ...columns.map((label, j) => ({
        key: `column-${j + 1}`,
        header: `${escapeRich(label)}, *n* (%)`,
        spanner: escapeRich(by),
        ...right,
      })),
      { key: 'total', header: 'Total *n*', align: 'right' as const, format: 'count' as const },
    ],
    rows: lines.flatMap(({ label, table }) => [
      {
        role: 'group' as const,
        cells: [{ value: label }, ...columns.map(() => blank), { value: table.n }],
      },
      ...table.rows.map((row, i) => ({
        cells: [
          { value: row },
          ...columns.map((column) => {
            const j = table.columns.indexOf(column);
            if (j < 0) return { value: 0, text: '0' };
            return countPercentCell(table.counts[i]?.[j] ?? 0, baseOf(table, i, j, percent));
          }),
          { value: table.rowTotals[i] ?? 0 },
        ],
      })),
    ]),
    notes: [
      percent === 'all'
        ? 'Percentages of the rows with both values.'
        : `Percentages of each ${percent}.`,
    ],
  };
}

export function stackedBars(
  { label, table }: CrossLine,
  by: string,
  unit: string,
): StackedBarFigure {
  return {
    kind: 'stacked-bar',
    title: `${label} by ${by}`,
    subtitle: `n = ${count(table.n)} ${unit}`,
    x: { title: by },
    y: { title: `Share of ${unit}` },
    levels: table.rows,
    ordered: table.rowVariable.values.length > 0 && table.rowVariable.level === 'ordinal',
    bars: table.columns.map((column, j) => ({
      label: column,
      counts: table.counts.map((row) => row[j] ?? 0),
    })),
    notes: [],
    alt: `Shares of ${label} in each ${by}: ${table.columns.map((column, j) => `${column} ${table.rows.map((row, i) => `${row} ${count(table.counts[i]?.[j] ?? 0)}`).join(', ')}`).join('; ')}.`,
  };
}

export interface CrossLine extends OutcomeLine {
  table: ContingencyTable;
}
