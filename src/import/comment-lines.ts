import { type FileRow, filledCells, oddRows } from './file-rows.ts';
import { looksTyped } from './looks-typed.ts';
import { type RawTable, rawText } from './raw-table.ts';

/**
 * How many rows at the top are comments: a block that begins with `#`, before the table. A last such
 * row that is as wide as the table, over values, is rather its header (`#id,name`).
 */
export function commentLines(rows: readonly FileRow[], width: number): number {
  const end = rows.findIndex((row) => !isComment(row));
  if (end < 1) return 0;
  const last = rows[end - 1];
  const next = rows[end];
  if (!last || !next || width < 2 || filledCells(last.cells) < width) return end;
  const isData = next.cells.some((cell, i) => looksTyped(cell, next.types[i] ?? 0));
  return isData ? end - 1 : end;
}

/**
 * Lines that begin with `#` among the rows and do not have the width of the table. Where rows of the
 * table begin so too, they are none.
 */
export function commentsBelow(table: RawTable): readonly FileRow[] {
  const begins = (text: string) => text.trimStart().startsWith('#');
  const odd = oddRows(table).filter(({ cells }) => begins(cells[0] ?? ''));
  const [first] = table.columns;
  if (odd.length === 0 || !first) return [];
  const isTaken = first.codes.some((code, row) => code !== 0 && begins(rawText(first, row)));
  return isTaken ? [] : odd;
}

/** `#` alone over a column of row numbers is a heading, not a comment. */
function isComment({ cells }: FileRow): boolean {
  const first = (cells[0] ?? '').trimStart();
  return first.startsWith('#') && (first.trim().length > 1 || filledCells(cells) === 1);
}
