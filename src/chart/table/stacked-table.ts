import type { StackedBarFigure } from '../../model/figure.ts';
import type { ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { barShares, barTotal } from '../bar-shares.ts';
import { numberColumn, shownCell, textColumn } from './table-parts.ts';

/** One row a bar: the count and share of each level, and how many there are. */
export function stackedTable(figure: StackedBarFigure): ResultTable {
  return {
    id: 'figure-data',
    title: escapeRich(figure.title),
    columns: [
      textColumn('bar', escapeRich(figure.x.title) || 'Group'),
      ...figure.levels.flatMap((level, i) => [
        numberColumn(`n-${i}`, '*n*', 'count', escapeRich(level)),
        numberColumn(`share-${i}`, '%', 'percent0', escapeRich(level)),
      ]),
      numberColumn('total', 'Total', 'count'),
    ],
    rows: figure.bars.map((bar) => {
      const shares = barShares(bar);
      return {
        cells: [
          { value: bar.label },
          ...figure.levels.flatMap((_, i) => [
            shownCell(bar.counts[i] ?? null),
            bar.counts[i] == null ? shownCell(null) : { value: shares[i] ?? null },
          ]),
          { value: barTotal(bar) },
        ],
      };
    }),
    notes: figure.notes,
  };
}
