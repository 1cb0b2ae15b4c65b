import { commentLines } from './comment-lines.ts';
import { type FileRow, filledCells, firstRows } from './file-rows.ts';
import { groupsOver } from './header-groups.ts';
import { looksTyped } from './looks-typed.ts';
import type { Merge, RawTable } from './raw-table.ts';

export interface HeaderPlace {
  /** 1-based line or sheet row of the first header row; 0 = no header. */
  row: number;
  rows: number;
}

/** How far down a header is looked for. */
const SEARCHED = 40;

/**
 * Proposes the header: the first row that is mostly filled, textual and distinct. Comments and title
 * rows above it are passed over; rows of group headings directly above it, or over the rows below,
 * belong to it, up to three rows in all.
 */
export function proposeHeader(table: RawTable, passesComments: boolean): HeaderPlace {
  const { merges } = table;
  const rows = firstRows(table, SEARCHED);
  const width = table.columns.length;
  const top = passesComments ? commentLines(rows, width) : 0;
  const at = rows.findIndex((row, i) => i >= top && isDense(row, width, merges));
  const row = rows[at];
  if (!row || !isTextual(row)) return { row: 0, rows: 0 };
  const merged = mergedBlock(rows, at, top, merges);
  const block = merged ?? groupedBlock(rows, at, top);
  if (!block && !isDistinct(row)) return { row: 0, rows: 0 };
  const [first, count] = block ?? [at, 1];
  return { row: rows[first]?.number ?? row.number, rows: count };
}

/** First row and number of rows of a header with merged cells; undefined when there is no such one. */
function mergedBlock(
  rows: readonly FileRow[],
  at: number,
  top: number,
  merges: readonly Merge[],
): [number, number] | undefined {
  const isOver = (upper: FileRow | undefined, lower: FileRow | undefined) =>
    upper !== undefined && lower !== undefined && spans(upper, lower, merges);
  let last = at;
  while (last - at < 2 && isOver(rows[last], rows[last + 1])) last++;
  let first = at;
  while (last - first < 2 && first > top) {
    const above = rows[first - 1];
    if (!above || above.number + 1 !== rows[first]?.number || !isSpanner(above, merges)) break;
    first--;
  }
  return last > first ? [first, last - first + 1] : undefined;
}

/** The same for a header whose groups are only written: repeated, or over their first column. */
function groupedBlock(
  rows: readonly FileRow[],
  at: number,
  top: number,
): [number, number] | undefined {
  const tries: readonly [number, number, 'either' | 'repeated' | 'both'][] = [
    [at, 3, 'both'],
    [at - 1, 3, 'both'],
    [at, 2, 'either'],
    [at - 1, 2, 'repeated'],
  ];
  for (const [first, count, proof] of tries) {
    const uppers = rows.slice(Math.max(first, 0), first + count - 1);
    const lower = rows[first + count - 1];
    if (first < top || !lower || uppers.length < count - 1) continue;
    if (groupsOver(uppers, lower, rows.slice(first + count), proof)) return [first, count];
  }
  return undefined;
}

/**
 * Header text of each column: its header rows joined with " – ", merged cells filled across and
 * down. In an upper row without merged cells a blank takes the heading to its left.
 */
export function headerTexts(table: RawTable, rows: readonly FileRow[]): string[] {
  const width = table.columns.length;
  const filled = rows.map((row, i) => {
    const cells = Array.from({ length: width }, (_, column) =>
      mergedText(rows, row, column, table.merges),
    );
    const isUpper = i < rows.length - 1;
    if (isUpper && across(row, table.merges).length === 0) {
      for (let column = 1; column < width; column++) cells[column] ||= cells[column - 1] ?? '';
    }
    return cells;
  });
  return Array.from({ length: width }, (_, column) => {
    const parts = filled.map((cells) => tidy(cells[column] ?? '')).filter((text) => text !== '');
    return parts.filter((text, i) => text !== parts[i - 1]).join(' – ');
  });
}

function mergedText(
  rows: readonly FileRow[],
  row: FileRow,
  column: number,
  merges: readonly Merge[],
): string {
  const own = row.cells[column] ?? '';
  if (own.trim() !== '') return own;
  const merge = merges.find(
    ({ top, bottom, left, right }) =>
      top <= row.number && row.number <= bottom && left <= column && column <= right,
  );
  if (!merge) return own;
  return rows.find(({ number }) => number === merge.top)?.cells[merge.left] ?? own;
}

function isDense(row: FileRow, width: number, merges: readonly Merge[]): boolean {
  if (row.odd >= 0 && (row.cells.length < 2 || row.cells.length > width)) return false;
  const spanned = across(row, merges).reduce((sum, { left, right }) => sum + right - left, 0);
  if (isTitle(row, merges)) return false;
  const filled = filledCells(row.cells);
  return (
    filled + spanned >= Math.max(Math.min(2, width), Math.ceil(width * 0.5)) &&
    (filled > 1 || width === 1)
  );
}

function isTextual(row: FileRow): boolean {
  const filled = row.cells.flatMap((cell, i) => (cell.trim() === '' ? [] : [i]));
  const typed = filled.filter((i) => {
    const text = row.cells[i] ?? '';
    return !isYear(text) && looksTyped(text, row.types[i] ?? 0);
  });
  return typed.length <= filled.length * 0.3;
}

function isDistinct(row: FileRow): boolean {
  const filled = row.cells.map((cell) => cell.trim().toLowerCase()).filter((cell) => cell !== '');
  return new Set(filled).size >= filled.length * 0.5;
}

/** Column headings such as 2015, 2015/16: numbers that are names. */
function isYear(text: string): boolean {
  return /^(19|20)\d\d([/-]\d\d)?$/.test(text.trim());
}

/** Merged headings over the names in the row below, none of which is doubled outside the merges. */
function spans(upper: FileRow, lower: FileRow, merges: readonly Merge[]): boolean {
  const wide = across(upper, merges);
  if (wide.length === 0 || lower.number !== upper.number + 1 || !isTextual(lower)) return false;
  const under = (column: number) =>
    wide.some(({ left, right }) => left <= column && column <= right);
  return upper.cells.every((cell, column) => {
    const name = (lower.cells[column] ?? '').trim();
    return under(column) ? name !== '' : cell.trim() === '' || name === '';
  });
}

function isSpanner(row: FileRow, merges: readonly Merge[]): boolean {
  return across(row, merges).length > 0 && !isTitle(row, merges);
}

/** A single text that begins in the first column, merged or not. */
function isTitle(row: FileRow, merges: readonly Merge[]): boolean {
  const first = row.cells.findIndex((cell) => cell.trim() !== '');
  const wide = across(row, merges);
  return filledCells(row.cells) === 1 && wide.length > 0 && first === wide[0]?.left && first === 0;
}

function across(row: FileRow, merges: readonly Merge[]): readonly Merge[] {
  return merges.filter(({ top, left, right }) => top === row.number && right > left);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
