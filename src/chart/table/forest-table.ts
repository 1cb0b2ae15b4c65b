import type { ForestFigure } from '../../model/figure.ts';
import type { ResultTable, TableRow } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { intervalColumns, textColumn } from './table-parts.ts';

/** One row an estimate, under the headings of its groups. */
export function forestTable(figure: ForestFigure): ResultTable {
  const further = figure.columns ?? [];
  const width = 4 + further.length;
  const rows = figure.rows.flatMap((row, i): TableRow[] => {
    const { label, group, value, low, high, refused, cells = [], pooled } = row;
    const opens = group !== undefined && group !== figure.rows[i - 1]?.group;
    const blank = Array.from({ length: width - 1 }, () => ({ value: null, text: '' }));
    return [
      ...(opens ? [{ cells: [{ value: group }, ...blank], role: 'group' as const }] : []),
      {
        cells: [
          { value: label },
          value === null ? { value, text: escapeRich(refused ?? '*') } : { value },
          { value: low ?? null },
          { value: high ?? null },
          ...further.map((_, c) => ({ value: null, text: cells[c] ?? '' })),
        ],
        ...(pooled ? { role: 'total' as const } : {}),
      },
    ];
  });
  return {
    id: 'figure-data',
    title: escapeRich(figure.title),
    columns: [
      textColumn('label', escapeRich(figure.label)),
      ...intervalColumns('value', escapeRich(figure.x.title) || 'Estimate', figure.x.format),
      ...further.map((header, c) => ({
        ...textColumn(`column-${c}`, header),
        align: 'right' as const,
      })),
    ],
    rows,
    notes: figure.notes,
  };
}
