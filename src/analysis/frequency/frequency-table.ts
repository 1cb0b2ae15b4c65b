import type { Cell, ResultTable, TableColumn, TableRow } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import type { Levels } from '../parts/levels.ts';
import { percentCell } from '../parts/percent.ts';
import { isMissing, levelIs, type RowsBehind, rowsBehind } from '../parts/rows-behind.ts';
import { count } from '../parts/words.ts';
import { validOf } from './frequency-estimates.ts';

const BLANK: Cell = { value: null, text: '' };

/**
 * Counts and shares. Where values are missing, shares of all and of those with a value; cumulated only
 * where the categories have an order.
 */
export function frequencyTable(levels: Levels, view: View): ResultTable {
  const { variable, missing } = levels;
  const total = view.rows.length;
  const valid = validOf(levels);
  const isWhole = missing.length === 0;
  const isOrdered = variable.level !== 'nominal';
  /** The cells of a line, as far as the table has their columns. */
  const line = (
    label: string,
    n: number,
    ofValid: Cell,
    cumulative: Cell,
    rows: RowsBehind,
  ): TableRow['cells'] => [
    { value: label },
    { value: n, ...rows },
    percentCell(n, total),
    ...(isWhole ? [] : [ofValid]),
    ...(isOrdered ? [cumulative] : []),
  ];
  let running = 0;
  const rows: TableRow[] = levels.labels.map((label, i) => {
    const n = levels.counts[i] ?? 0;
    running += n;
    const behind = n === 0 ? {} : rowsBehind(view, levelIs(levels, i));
    return { cells: line(label, n, percentCell(n, valid), percentCell(running, valid), behind) };
  });
  for (const { reason, n } of missing) {
    rows.push({
      role: 'missing',
      cells: line(
        `Missing: ${reason}`,
        n,
        BLANK,
        BLANK,
        rowsBehind(view, isMissing(variable, reason)),
      ),
    });
  }
  rows.push({
    role: 'total',
    cells: line('Total', total, percentCell(valid, valid), BLANK, rowsBehind(view)),
  });
  const share = (key: string, header: string): TableColumn => ({
    key,
    header,
    align: 'right',
    format: 'percent1',
  });
  return {
    id: variable.name,
    title: variable.label,
    columns: [
      { key: 'value', header: escapeRich(variable.label), align: 'left', format: 'text' },
      { key: 'n', header: '*n*', align: 'right', format: 'count' },
      share('pct-all', isWhole ? '%' : '% of all'),
      ...(isWhole ? [] : [share('pct-valid', 'Valid %')]),
      ...(isOrdered ? [share('cumulative', 'Cumulative %')] : []),
    ],
    rows,
    notes: isWhole
      ? []
      : [
          `% of all: of ${count(total)} ${view.unit}. Valid %: of the ${count(valid)} with a value.`,
        ],
  };
}
