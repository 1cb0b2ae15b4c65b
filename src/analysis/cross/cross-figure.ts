import type { Figure } from '../../model/figure.ts';
import type { DataView as View } from '../analysis.ts';
import { percentOf } from '../parts/percent.ts';
import { count } from '../parts/words.ts';
import type { ContingencyTable } from './contingency-table.ts';
import { baseOf, type CrossPercent, crossFormat } from './cross-shares.ts';
import { cellRows } from './cross-tables.ts';
import { cellsNamed } from './cross-words.ts';

export function crossFigure(table: ContingencyTable, view: View, percent: CrossPercent): Figure {
  const of = percent === 'row' ? table.rowVariable : table.columnVariable;
  return {
    kind: 'grouped-bar',
    title: `${table.rowVariable.label} by ${table.columnVariable.label}`,
    subtitle: `n = ${count(table.n)} ${view.unit}`,
    x: { title: table.rowVariable.label },
    y: {
      title: percent === 'all' ? `% of ${view.unit}` : `% of ${view.unit} within ${of.label}`,
      format: crossFormat(table, percent),
      zero: true,
    },
    series: table.columns.map((name, j) => ({
      name,
      points: table.rows.map((label, i) => ({
        label,
        value: percentOf(table.counts[i]?.[j] ?? 0, baseOf(table, i, j, percent)),
        ...cellRows(table, view, i, j),
      })),
    })),
    notes: [],
    alt: `Grouped bar chart, ${count(table.n)} ${view.unit}. ${cellsNamed(table, percent, 12)}.`,
  };
}
