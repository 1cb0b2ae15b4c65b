import { type FileRow, filledCells, lastRows } from './file-rows.ts';
import type { RawTable } from './raw-table.ts';

const SEARCHED = 30;
const TOTAL = /^(grand\s+|sub-?)?totals?\b/i;
const REMARK =
  /^(sources?\b|notes?\b|n\.?b\.?\b|\*|†|©|copyright|generated|reported|report\b|produced|printed|prepared|extract(ed)?\b|end of|data (as at|source|to)|last updated|run (on|date)|key:)/i;

/**
 * How many rows at the end are proposed to be skipped: totals, sources and notes, and lone texts
 * that a blank row sets apart. Blank rows are not counted.
 */
export function proposeFooter(table: RawTable, firstData: number): number {
  const width = table.columns.length;
  const rows = lastRows(table, SEARCHED);
  let footer = 0;
  for (const [i, row] of rows.entries()) {
    if (row.odd < 0 && row.index < firstData) break;
    const named = isNamed(row, width);
    if (!named && !isRemark(row, width)) break;
    if (named || row.blankBefore) footer = i + 1;
  }
  return footer;
}

function isNamed(row: FileRow, width: number): boolean {
  const first = row.cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
  if (width === 1) return row.blankBefore && (TOTAL.test(first) || REMARK.test(first));
  return TOTAL.test(first) || (REMARK.test(first) && isSparse(row, width));
}

/** A lone text of several words: a code or a name alone is rather a row with gaps. */
function isRemark(row: FileRow, width: number): boolean {
  const words =
    row.cells
      .find((cell) => cell.trim() !== '')
      ?.trim()
      .split(/\s+/) ?? [];
  return isSparse(row, width) && words.length >= 3;
}

function isSparse(row: FileRow, width: number): boolean {
  return width > 1 && filledCells(row.cells) <= Math.max(1, Math.floor(width / 4));
}
