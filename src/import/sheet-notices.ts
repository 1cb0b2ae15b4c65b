import { formatNumber } from '../model/format.ts';
import type { ImportNotice } from '../model/receipt.ts';
import type { DecidedColumn } from './column-evidence.ts';
import type { Layout } from './layout.ts';
import type { RawTable } from './raw-table.ts';

/** What a sheet shows otherwise than its cells are read: hidden rows and columns, and merged cells among the data. */
export function sheetNotices(
  table: RawTable,
  layout: Layout,
  columns: readonly DecidedColumn[],
): ImportNotice[] {
  const rows = table.numbers.subarray(layout.first, layout.last);
  return [
    ...hiddenRows(table, rows),
    ...hiddenColumns(table, columns),
    ...mergedCells(table, rows, columns),
  ];
}

function hiddenRows({ hidden }: RawTable, rows: Uint32Array): ImportNotice[] {
  if (!hidden) return [];
  const from = placeOf(hidden, rows[0] ?? 0);
  const n = placeOf(hidden, (rows.at(-1) ?? 0) + 1) - from;
  const first = hidden[from];
  if (n === 0 || first === undefined) return [];
  const are = n === 1 ? '1 row is' : `${formatNumber(n, 'count')} rows are`;
  const text = `${are} hidden in the sheet, perhaps by a filter, and read like all others.`;
  return [{ code: 'hidden-rows', text, row: first }];
}

function hiddenColumns(
  { hiddenColumns: hidden }: RawTable,
  columns: readonly DecidedColumn[],
): ImportNotice[] {
  const names = columns.flatMap(({ decision: { name, keep, position } }) =>
    keep && hidden?.has(position) ? [name] : [],
  );
  const [first] = names;
  if (first === undefined) return [];
  const are = names.length === 1 ? '1 column is' : `${names.length} columns are`;
  const text = `${are} hidden in the sheet and read like all others: ${names.join(', ')}.`;
  return [{ code: 'hidden-columns', text, column: first }];
}

/** A merged block has one value, in its top left cell; nothing is made up for its other cells. */
function mergedCells(
  { merges }: RawTable,
  rows: Uint32Array,
  columns: readonly DecidedColumn[],
): ImportNotice[] {
  const found = columns.map(() => ({ n: 0, first: Number.POSITIVE_INFINITY }));
  for (const { top, bottom, left, right } of merges) {
    const under = { from: placeOf(rows, top + 1), to: placeOf(rows, bottom + 1) };
    const beside = { from: placeOf(rows, top), to: under.to };
    for (let at = left; at <= Math.min(right, columns.length - 1); at++) {
      const { from, to } = at === left ? under : beside;
      const column = found[at];
      if (!column || to <= from) continue;
      column.n += to - from;
      column.first = Math.min(column.first, rows[from] ?? column.first);
    }
  }
  return columns.flatMap(({ decision: { name } }, i): ImportNotice[] => {
    const { n, first } = found[i] ?? { n: 0, first: 0 };
    if (n === 0) return [];
    const are = n === 1 ? '1 cell' : `${formatNumber(n, 'count')} cells`;
    const text = `${are} of ${name} ${n === 1 ? 'belongs' : 'belong'} to merged cells, whose value stands in the top left cell only: ${n === 1 ? 'it is' : 'they are'} not filled with it.`;
    return [{ code: 'merged-cells', text, row: first, column: name }];
  });
}

/** How many of the ascending numbers are less than one. */
function placeOf(numbers: Uint32Array, than: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < than) low = middle + 1;
    else high = middle;
  }
  return low;
}
