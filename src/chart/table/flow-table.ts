import type { FlowFigure } from '../../model/figure.ts';
import type { ResultTable, TableRow } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { numberColumn, shownCell, textColumn } from './table-parts.ts';

/** Steps, and under each the reasons for which people were lost. */
export function flowTable(figure: FlowFigure): ResultTable {
  const row = (label: string, reason: string, n: number | null): TableRow => ({
    cells: [{ value: label }, { value: reason }, shownCell(n)],
  });
  return {
    id: 'figure-data',
    title: escapeRich(figure.title),
    columns: [
      textColumn('step', 'Step'),
      textColumn('reason', 'Lost, because'),
      numberColumn('n', escapeRich(figure.unit), 'count'),
    ],
    rows: [
      ...figure.steps.flatMap(({ label, n, lost = [] }) => [
        row(label, '', n),
        ...lost.map(({ reason, n: gone }) => row('', reason, gone)),
      ]),
      ...(figure.ends ?? []).map(({ label, n }) => row(label, '', n)),
    ],
    notes: figure.notes,
  };
}
