import type { ResultTable } from '../../model/result.ts';
import { countPercentCell } from '../parts/percent.ts';
import { count } from '../parts/words.ts';
import type { Outcome } from './change-of.ts';

export function outcomeTable(outcomes: readonly Outcome[], n: number): ResultTable {
  return {
    id: 'outcomes',
    title: 'What became of them',
    columns: [
      { key: 'outcome', header: 'Outcome', align: 'left', format: 'text' },
      { key: 'n', header: '*n* (%)', align: 'right', format: 'text' },
    ],
    rows: outcomes.map(({ label, n: own }) => ({
      cells: [{ value: label }, countPercentCell(own, n)],
    })),
    notes: [
      `Of the ${count(n)} with both scores.${outcomes.some(({ key }) => key === 'recovered') ? ' Clinically significant ones are among those who improved reliably.' : ''}`,
    ],
  };
}
