import type { PairedLinesFigure } from '../../model/figure.ts';
import type { ResultTable, TableRow } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { directionCounts, peopleOf } from '../directions.ts';
import { intervalCells, intervalColumns, numberColumn, textColumn } from './table-parts.ts';

/** Means and mean change, and how many people moved which way; no row a person. */
export function pairedTable(figure: PairedLinesFigure): ResultTable {
  const counts = directionCounts(figure);
  const all = peopleOf(counts);
  const rows: TableRow[] = [
    ...figure.times.map((time, i) => ({
      cells: [{ value: time }, { value: all }, ...intervalCells(figure.means[i])],
    })),
    ...(figure.change === undefined
      ? []
      : [{ cells: [{ value: 'Change' }, { value: all }, ...intervalCells(figure.change)] }]),
    ...counts.map(({ name, n }) => ({
      cells: [{ value: name }, { value: n }, ...EMPTY],
    })),
  ];
  return {
    id: 'figure-data',
    title: escapeRich(figure.title),
    columns: [
      textColumn('what', escapeRich(figure.x.title) || 'Time'),
      numberColumn('n', '*n*', 'count'),
      ...intervalColumns('mean', 'Mean', figure.y.format, escapeRich(figure.y.title)),
    ],
    rows,
    notes: figure.notes,
  };
}

const EMPTY = [
  { value: null, text: '' },
  { value: null, text: '' },
  { value: null, text: '' },
];
