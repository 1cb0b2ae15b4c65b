import type { NumberFormat } from '../../model/number-format.ts';
import { percentFormat } from '../parts/percent.ts';
import type { ContingencyTable } from './contingency-table.ts';

/** What adds up to 100 %: each row, each column, or the whole table. */
export type CrossPercent = 'row' | 'column' | 'all';

/** What a cell is a share of. */
export function baseOf(
  table: ContingencyTable,
  i: number,
  j: number,
  percent: CrossPercent,
): number {
  if (percent === 'all') return table.n;
  return (percent === 'row' ? table.rowTotals[i] : table.columnTotals[j]) ?? 0;
}

/** The smallest number that a share of the table is of: it sets the decimals of all of them. */
export function smallestBase(table: ContingencyTable, percent: CrossPercent): number {
  if (percent === 'all') return table.n;
  return Math.min(...(percent === 'row' ? table.rowTotals : table.columnTotals), table.n);
}

export function crossFormat(table: ContingencyTable, percent: CrossPercent): NumberFormat {
  return percentFormat(smallestBase(table, percent));
}
