import { EVERYONE } from '../../model/condition.ts';
import { formatNumber } from '../../model/format.ts';
import type { ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import { countPercentCell } from '../parts/percent.ts';
import { isPresent, type RowsBehind, rowsBehind } from '../parts/rows-behind.ts';
import { count } from '../parts/words.ts';
import type { ContingencyTable } from './contingency-table.ts';
import { baseOf, type CrossPercent, smallestBase } from './cross-shares.ts';
import type { Association, PrimaryTest } from './table-association.ts';

export function countsTable(
  table: ContingencyTable,
  view: View,
  percent: CrossPercent,
): ResultTable {
  const smallest = smallestBase(table, percent);
  const cell = (n: number, base: number) => countPercentCell(n, base, smallest);
  const number = { align: 'right', format: 'text' } as const;
  const total = (n: number) =>
    percent === 'all' ? cell(n, table.n) : { value: n, text: count(n) };
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
      {
        key: 'total',
        header: percent === 'all' ? 'Total *n* (%)' : 'Total *n*',
        align: 'right',
        format: 'count',
      },
    ],
    rows: [
      ...table.rows.map((label, i) => ({
        cells: [
          { value: label },
          ...table.columns.map((_, j) => ({
            ...cell(table.counts[i]?.[j] ?? 0, baseOf(table, i, j, percent)),
            ...cellRows(table, view, i, j),
          })),
          {
            ...total(table.rowTotals[i] ?? 0),
            ...rowsBehind(view, table.rowIs[i] ?? EVERYONE, isPresent(table.columnVariable)),
          },
        ],
      })),
      {
        role: 'total' as const,
        cells: [
          { value: 'Total' },
          ...table.columns.map((_, j) => {
            const n = table.columnTotals[j] ?? 0;
            return {
              ...cell(n, percent === 'column' ? n : table.n),
              ...rowsBehind(view, isPresent(table.rowVariable), table.columnIs[j] ?? EVERYONE),
            };
          }),
          {
            ...total(table.n),
            ...rowsBehind(view, isPresent(table.rowVariable), isPresent(table.columnVariable)),
          },
        ],
      },
    ],
    notes: [
      percent === 'all'
        ? `Percentages of the ${count(table.n)} ${view.unit} with both values.`
        : `Percentages of each ${percent}.`,
    ],
  };
}

/** The rows of one cell; none of an empty one, which nobody needs to be led to. */
export function cellRows(table: ContingencyTable, view: View, i: number, j: number): RowsBehind {
  const n = table.counts[i]?.[j] ?? 0;
  const parts = [table.rowIs[i], table.columnIs[j]].filter((part) => part !== undefined);
  return n === 0 ? {} : rowsBehind(view, ...parts);
}

export function testsTable(tests: Association, primary: PrimaryTest): ResultTable {
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
