import type { ResultTable, TableRow } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import type { Levels } from '../parts/levels.ts';
import { percentCell } from '../parts/percent.ts';
import { count } from '../parts/words.ts';
import { validOf } from './frequency-estimates.ts';

export function frequencyTable(levels: Levels, view: View): ResultTable {
  const total = view.rows.length;
  const valid = validOf(levels);
  let running = 0;
  const rows: TableRow[] = levels.labels.map((label, i) => {
    const n = levels.counts[i] ?? 0;
    running += n;
    return {
      cells: [
        { value: label },
        { value: n },
        percentCell(n, total),
        percentCell(n, valid),
        percentCell(running, valid),
      ],
    };
  });
  const blank = { value: null, text: '' };
  for (const { reason, n } of levels.missing) {
    rows.push({
      role: 'missing',
      cells: [{ value: `Missing: ${reason}` }, { value: n }, percentCell(n, total), blank, blank],
    });
  }
  rows.push({
    role: 'total',
    cells: [
      { value: 'Total' },
      { value: total },
      percentCell(total, total),
      percentCell(valid, valid),
      blank,
    ],
  });
  const number = { align: 'right', format: 'percent1' } as const;
  return {
    id: levels.variable.name,
    title: levels.variable.label,
    columns: [
      { key: 'value', header: escapeRich(levels.variable.label), align: 'left', format: 'text' },
      { key: 'n', header: '*n*', align: 'right', format: 'count' },
      { key: 'pct-all', header: '% of all', ...number },
      { key: 'pct-valid', header: 'Valid %', ...number },
      { key: 'cumulative', header: 'Cumulative %', ...number },
    ],
    rows,
    notes: [
      `% of all: of ${count(total)} ${view.unit}. Valid %: of the ${count(valid)} with a value.`,
    ],
  };
}
