import type { GridFigure, StackedBarFigure } from '../../model/figure.ts';
import type { ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { count } from '../parts/words.ts';
import type { SquareTable } from './square-table.ts';

/** Counts of the first variable's categories (rows) by the second's (columns), with totals. */
export function squareCounts(table: SquareTable, note: string): ResultTable {
  const [first, second] = table.names;
  return {
    id: 'counts',
    title: `${first} by ${second}`,
    columns: [
      { key: 'row', header: escapeRich(first), align: 'left', format: 'text' },
      ...table.levels.map((label, j) => ({
        key: `column-${j + 1}`,
        header: escapeRich(label),
        spanner: escapeRich(second),
        align: 'right' as const,
        format: 'count' as const,
      })),
      { key: 'total', header: 'Total', align: 'right', format: 'count' },
    ],
    rows: [
      ...table.levels.map((label, i) => ({
        cells: [
          { value: label },
          ...(table.counts[i] ?? []).map((value) => ({ value })),
          { value: table.rowTotals[i] ?? 0 },
        ],
      })),
      {
        role: 'total' as const,
        cells: [
          { value: 'Total' },
          ...table.columnTotals.map((value) => ({ value })),
          { value: table.n },
        ],
      },
    ],
    notes: [note],
  };
}

export function squareGrid(table: SquareTable, unit: string, diagonal: string): GridFigure {
  const [first, second] = table.names;
  return {
    kind: 'grid',
    title: `${first} by ${second}`,
    subtitle: `n = ${count(table.n)} ${unit}`,
    x: { title: second, labels: table.levels },
    y: { title: first, labels: table.levels },
    format: 'count',
    cells: table.counts,
    diagonal,
    notes: [],
    alt: `Counts of ${first} (rows) by ${second} (columns), ${count(table.n)} ${unit}.`,
  };
}

/** Both distributions as bars that add up to all. */
export function marginBars(table: SquareTable, unit: string, ordered: boolean): StackedBarFigure {
  const told = table.levels.map(
    (label, i) =>
      `${label} ${count(table.rowTotals[i] ?? 0)} and ${count(table.columnTotals[i] ?? 0)}`,
  );
  return {
    kind: 'stacked-bar',
    title: table.names.join(' and '),
    subtitle: `n = ${count(table.n)} ${unit} with both`,
    x: { title: '' },
    y: { title: `Share of ${unit}` },
    levels: table.levels,
    ordered,
    bars: [
      { label: table.names[0], counts: table.rowTotals },
      { label: table.names[1], counts: table.columnTotals },
    ],
    notes: [],
    alt: `Shares of each category, ${table.names.join(' and ')}: ${told.join('; ')}.`,
  };
}
