import type { GridFigure } from '../../model/figure.ts';
import type { ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { numberColumn, shownCell, textColumn } from './table-parts.ts';

export function gridTable(figure: GridFigure): ResultTable {
  return {
    id: 'figure-data',
    title: escapeRich(figure.title),
    columns: [
      textColumn('row', escapeRich(figure.y.title)),
      ...figure.x.labels.map((label, i) =>
        numberColumn(`c${i}`, escapeRich(label), figure.format, escapeRich(figure.x.title)),
      ),
    ],
    rows: figure.y.labels.map((label, r) => ({
      cells: [
        { value: label },
        ...figure.x.labels.map((_, c) => shownCell(figure.cells[r]?.[c] ?? null)),
      ],
    })),
    notes: figure.notes,
  };
}
