import type { Direction, PairedLinesFigure } from '../../model/figure.ts';
import type { ResultTable, TableRow } from '../../model/result.ts';
import { intervalCells, intervalColumns, numberColumn, textColumn } from './table-parts.ts';

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  better: 'Better',
  same: 'Same',
  worse: 'Worse',
  unrated: 'Not rated',
};

const DIRECTIONS = ['better', 'same', 'worse', 'unrated'] as const;

/** The directions that occur, with how many people moved so. */
export function directionCounts({ people }: PairedLinesFigure): { of: Direction; n: number }[] {
  return DIRECTIONS.flatMap((of) => {
    const n = people[of];
    return n === undefined || (n === 0 && of === 'unrated') ? [] : [{ of, n }];
  });
}

/** Means and mean change, and how many people moved which way; no row a person. */
export function pairedTable(figure: PairedLinesFigure): ResultTable {
  const counts = directionCounts(figure);
  const all = counts.reduce((sum, { n }) => sum + n, 0);
  const rows: TableRow[] = [
    ...figure.times.map((time, i) => ({
      cells: [{ value: time }, { value: all }, ...intervalCells(figure.means[i])],
    })),
    ...(figure.change === undefined
      ? []
      : [{ cells: [{ value: 'Change' }, { value: all }, ...intervalCells(figure.change)] }]),
    ...counts.map(({ of, n }) => ({
      cells: [{ value: DIRECTION_WORDS[of] }, { value: n }, ...EMPTY],
    })),
  ];
  return {
    id: 'figure-data',
    title: figure.title,
    columns: [
      textColumn('what', figure.x.title || 'Time'),
      numberColumn('n', '*n*', 'count'),
      ...intervalColumns('mean', 'Mean', figure.y.format, figure.y.title),
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
