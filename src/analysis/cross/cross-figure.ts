import type { Figure } from '../../model/result.ts';
import type { DataView as View } from '../analysis.ts';
import { percentFormat, percentOf } from '../parts/percent.ts';
import { count } from '../parts/words.ts';
import type { ContingencyTable } from './contingency-table.ts';
import { baseOf } from './cross-tables.ts';

export function crossFigure(
  table: ContingencyTable,
  view: View,
  percent: 'row' | 'column',
): Figure {
  const of = percent === 'row' ? table.rowVariable : table.columnVariable;
  const smallest = Math.min(...(percent === 'row' ? table.rowTotals : table.columnTotals), table.n);
  return {
    kind: 'grouped-bar',
    title: `${table.rowVariable.label} by ${table.columnVariable.label}`,
    subtitle: `n = ${count(table.n)} ${view.unit}`,
    x: { title: table.rowVariable.label },
    y: {
      title: `% of ${view.unit} in each ${of.label}`,
      format: percentFormat(smallest),
      zero: true,
    },
    series: table.columns.map((name, j) => ({
      name,
      points: table.rows.map((label, i) => ({
        label,
        value: percentOf(table.counts[i]?.[j] ?? 0, baseOf(table, i, j, percent)),
      })),
    })),
    notes: [],
    alt: `Grouped bar chart: ${table.columnVariable.label} within ${table.rowVariable.label}, ${count(table.n)} ${view.unit}.`,
  };
}
