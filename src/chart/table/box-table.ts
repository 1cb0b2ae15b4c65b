import type { BoxFigure } from '../../model/figure.ts';
import type { ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { intervalCells, intervalColumns, numberColumn, textColumn } from './table-parts.ts';

const FIVE = [
  { key: 'low', header: 'Whisker from' },
  { key: 'lower', header: 'Lower quartile' },
  { key: 'median', header: 'Median' },
  { key: 'upper', header: 'Upper quartile' },
  { key: 'high', header: 'Whisker to' },
] as const;

/** One row a group: the ends of its box and whiskers, and its mean. */
export function boxTable(figure: BoxFigure): ResultTable {
  const { format } = figure.y;
  const hasMean = figure.groups.some(({ mean }) => mean !== undefined);
  return {
    id: 'figure-data',
    title: escapeRich(figure.title),
    columns: [
      textColumn('group', escapeRich(figure.x.title) || 'Group'),
      numberColumn('n', '*n*', 'count'),
      ...FIVE.map(({ key, header }) => numberColumn(key, header, format)),
      ...(hasMean ? intervalColumns('mean', 'Mean', format) : []),
    ],
    rows: figure.groups.map(({ label, n, box, mean }) => ({
      cells: [
        { value: label },
        { value: n },
        ...FIVE.map(({ key }) => ({ value: box?.[key] ?? null })),
        ...(hasMean ? intervalCells(mean) : []),
      ],
    })),
    notes: [...figure.notes, figure.whiskers],
  };
}
