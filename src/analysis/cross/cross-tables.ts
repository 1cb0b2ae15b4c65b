import { formatNumber } from '../../model/format.ts';
import type { ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import { missingWords } from '../parts/missing-counts.ts';
import { countPercentCell } from '../parts/percent.ts';
import { count } from '../parts/words.ts';
import type { ContingencyTable } from './contingency-table.ts';
import type { Association } from './table-association.ts';

export function countsTable(
  table: ContingencyTable,
  view: View,
  percent: 'row' | 'column',
): ResultTable {
  const number = { align: 'right', format: 'text' } as const;
  const rowTotal = (i: number) => ({
    value: table.rowTotals[i] ?? 0,
    text: count(table.rowTotals[i] ?? 0),
  });
  return {
    id: 'counts',
    title: `${table.rowVariable.label} by ${table.columnVariable.label}`,
    columns: [
      { key: 'row', header: escapeRich(table.rowVariable.label), align: 'left', format: 'text' },
      ...table.columns.map((label, j) => ({
        key: `column-${j + 1}`,
        header: `${escapeRich(label)}, *n* (%)`,
        spanner: escapeRich(table.columnVariable.label),
        ...number,
      })),
      { key: 'total', header: 'Total *n*', align: 'right', format: 'count' },
    ],
    rows: [
      ...table.rows.map((label, i) => ({
        cells: [
          { value: label },
          ...table.columns.map((_, j) =>
            countPercentCell(table.counts[i]?.[j] ?? 0, baseOf(table, i, j, percent)),
          ),
          rowTotal(i),
        ],
      })),
      {
        role: 'total' as const,
        cells: [
          { value: 'Total' },
          ...table.columns.map((_, j) => {
            const n = table.columnTotals[j] ?? 0;
            return countPercentCell(n, percent === 'row' ? table.n : n);
          }),
          { value: table.n, text: count(table.n) },
        ],
      },
    ],
    notes: [
      `Percentages of each ${percent}. ${count(table.n)} of ${count(view.rows.length)} ${view.unit} have both values${missingNote(table)}.`,
    ],
  };
}

export function testsTable(tests: Association, primary: 'chi-square' | 'fisher'): ResultTable {
  const mark = (test: string) => (test === primary ? ' (primary)' : '');
  const blank = { value: null, text: '' };
  return {
    id: 'tests',
    title: 'Tests of association',
    columns: [
      { key: 'test', header: 'Test', align: 'left', format: 'text' },
      { key: 'statistic', header: 'Statistic', align: 'right', format: 'statistic' },
      { key: 'df', header: '*df*', align: 'right', format: 'count' },
      { key: 'p', header: '*p*', align: 'right', format: 'p' },
    ],
    rows: [
      {
        cells: [
          { value: `Pearson’s χ²${mark('chi-square')}` },
          { value: tests.chisq },
          { value: tests.df },
          { value: tests.p },
        ],
      },
      {
        cells: [
          { value: 'Likelihood ratio' },
          { value: tests.likelihood.G },
          { value: tests.likelihood.df },
          { value: tests.likelihood.p },
        ],
      },
      {
        cells: [
          { value: `Fisher’s exact test${mark('fisher')}` },
          blank,
          blank,
          { value: tests.fisherP },
        ],
      },
    ],
    notes: [`Cramér’s *V* = ${formatNumber(tests.v, 'correlation')}.`],
  };
}

export function baseOf(
  table: ContingencyTable,
  i: number,
  j: number,
  percent: 'row' | 'column',
): number {
  return (percent === 'row' ? table.rowTotals[i] : table.columnTotals[j]) ?? 0;
}

export function missingNote(table: ContingencyTable): string {
  const words = escapeRich(missingWords(table.missing));
  return words ? `; ${words}` : '';
}
