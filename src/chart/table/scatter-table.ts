import type { ScatterFigure } from '../../model/figure.ts';
import type { ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { numberColumn, textColumn } from './table-parts.ts';

/** One row a point. */
export function scatterTable(figure: ScatterFigure): ResultTable {
  const several = figure.series.length > 1;
  const shared = figure.series.some(({ points }) => points.some(({ n }) => n !== undefined));
  return {
    id: 'figure-data',
    title: escapeRich(figure.title),
    columns: [
      ...(several ? [textColumn('series', 'Group')] : []),
      numberColumn('x', escapeRich(figure.x.title), figure.x.format),
      numberColumn('y', escapeRich(figure.y.title), figure.y.format),
      ...(shared ? [numberColumn('n', '*n*', 'count')] : []),
    ],
    rows: figure.series.flatMap(({ name, points }) =>
      points.map(({ x, y, n }) => ({
        cells: [
          ...(several ? [{ value: name }] : []),
          { value: x },
          { value: y },
          ...(shared ? [{ value: n ?? 1 }] : []),
        ],
      })),
    ),
    notes: figure.notes,
  };
}
