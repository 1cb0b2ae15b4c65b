import type { CategoryFigure, FigurePoint } from '../../model/figure.ts';
import type { Cell, ResultTable, TableColumn } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { categoriesOf } from '../categories.ts';

/** One row a category, one column a series, with the ends of intervals. */
export function categoryTable(figure: CategoryFigure): ResultTable {
  const categories = categoriesOf(figure);
  const hasParts = categories.some(({ part }) => part !== null);
  const parts = figure.series.map((series, s) => ({
    series,
    interval: categories.some(({ points }) => points[s]?.low !== undefined),
  }));
  const { format } = figure.y;
  const number = (key: string, header: string, spanner?: string): TableColumn => ({
    key,
    header,
    align: 'right',
    format,
    ...(spanner === undefined ? {} : { spanner }),
  });
  const columns: TableColumn[] = [
    {
      key: 'category',
      header: escapeRich(figure.x.title) || 'Category',
      align: 'left',
      format: 'text',
    },
    ...(hasParts
      ? [{ key: 'part', header: 'Part', align: 'left', format: 'text' } satisfies TableColumn]
      : []),
    ...parts.flatMap(({ series, interval }, s) => {
      const name = escapeRich(
        figure.series.length > 1 ? series.name : figure.y.title || series.name,
      );
      return interval
        ? [
            number(`s${s}`, 'Value', name),
            number(`s${s}-low`, 'Lower', name),
            number(`s${s}-high`, 'Upper', name),
          ]
        : [number(`s${s}`, name)];
    }),
  ];
  const rows = categories.map(({ label, part, points }) => ({
    cells: [
      { value: label },
      ...(hasParts ? [part === null ? { value: null, text: '' } : { value: part }] : []),
      ...parts.flatMap(({ interval }, s) => numbers(points[s] ?? null, interval)),
    ],
  }));
  return { id: 'figure-data', title: escapeRich(figure.title), columns, rows, notes: figure.notes };
}

function numbers(point: FigurePoint | null, interval: boolean): Cell[] {
  const value =
    point !== null && point.value === null
      ? { value: null, text: '*' }
      : { value: point?.value ?? null };
  return interval
    ? [value, { value: point?.low ?? null }, { value: point?.high ?? null }]
    : [value];
}
