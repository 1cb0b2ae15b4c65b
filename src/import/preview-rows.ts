import { isoDate } from '../model/calendar.ts';
import { columnType } from '../model/column.ts';
import type { PreviewCell, PreviewRow } from '../model/importing.ts';
import type { DecidedColumn } from './column-evidence.ts';
import { STATE } from './decoded.ts';
import type { FileRow } from './file-rows.ts';
import type { ReadFile } from './read-file.ts';

const ABOVE = 40;
const FIRST = 100;
const WITH_PROBLEMS = 200;
const SET_ASIDE = 200;

/** Rows above the data, the first data rows, then only rows with something to see, in file order. */
export function previewRows(read: ReadFile): PreviewRow[] {
  const { layout, table, frame, receipt } = read;
  const shown: PreviewRow[] = [
    ...layout.titleRows.slice(0, ABOVE).map((row) => asStands(row, 'title')),
    ...layout.headerRows.map((row) => asStands(row, 'header')),
    ...layout.footerRows.map((row) => asStands(row, 'footer')),
    ...receipt.quarantine.slice(0, SET_ASIDE).map(
      ({ row, cells, reason }): PreviewRow => ({
        row,
        role: 'quarantined',
        cells: cells.map(plain),
        reason,
      }),
    ),
  ];
  for (const row of rowsToShow(read)) {
    const at = read.rows[row] ?? 0;
    const cells = read.columns.map((column) => dataCell(column, at));
    shown.push({ row: frame.origin[row] ?? 0, role: 'data', cells });
  }
  // The rows of a stacked table stand in the order of its parts.
  if (receipt.parts) return shown;
  shown.sort((a, b) => a.row - b.row);
  return withBlanks(shown, table.blanks);
}

/** Loaded rows to show: the first ones, and those with a problem cell. */
function rowsToShow({ frame, notes }: ReadFile): number[] {
  const rows = new Set<number>();
  for (let row = 0; row < Math.min(FIRST, frame.rows); row++) rows.add(row);
  const most = rows.size + WITH_PROBLEMS;
  for (const { row, kind } of notes) {
    if (kind === 'problem' && rows.size < most) rows.add(row);
  }
  return [...rows];
}

function dataCell({ decision, cells }: DecidedColumn, row: number): PreviewCell {
  const { raw, state, value, none } = cells.at(row);
  const why = none && { reason: none.reason };
  switch (state) {
    case STATE.empty:
      return { raw, value: null, state: 'empty' };
    case STATE.missing:
      return { raw, value: null, state: 'missing', ...why };
    case STATE.problem:
      return { raw, value: null, state: 'problem', ...why };
    case STATE.asked:
      return { raw, value: null, state: 'asked' };
    default: {
      const isDay = columnType(decision.kind) === 'days';
      return { raw, value: isDay ? isoDate(Number(value)) : String(value), state: 'ok' };
    }
  }
}

function asStands(row: FileRow, role: 'title' | 'header' | 'footer'): PreviewRow {
  return { row: row.number, role, cells: row.cells.map(plain) };
}

function plain(raw: string): PreviewCell {
  return { raw, value: raw.trim() || null, state: raw.trim() === '' ? 'empty' : 'ok' };
}

/** Blank rows between rows that follow one another closely, as far as the file has any. */
function withBlanks(rows: readonly PreviewRow[], blanks: number): PreviewRow[] {
  const all: PreviewRow[] = [];
  let left = blanks;
  let next = 1;
  for (const row of rows) {
    const above = row.role === 'title' || row.role === 'header';
    for (; above && next < row.row && left > 0 && all.length < ABOVE; next++, left--) {
      all.push({ row: next, role: 'blank', cells: [] });
    }
    all.push(row);
    next = row.row + 1;
  }
  return all;
}
