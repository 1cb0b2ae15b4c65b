import { CELL, type CellType, type RawTable, rawRow, rawType } from './raw-table.ts';

/** One row of the file, regular or odd, for looking at it as a whole. */
export interface FileRow {
  /** 1-based line or sheet row. */
  number: number;
  /** Index among the regular rows; for an odd row, of the regular row that follows. */
  index: number;
  /** Index among the odd rows; -1 for a regular row. */
  odd: number;
  cells: readonly string[];
  types: readonly CellType[];
  blankBefore: boolean;
}

/** The first rows of the file that are not blank, in order. */
export function firstRows(table: RawTable, count: number): FileRow[] {
  const rows: FileRow[] = [];
  let regular = 0;
  let odd = 0;
  while (rows.length < count && (regular < table.rows || odd < table.odd.length)) {
    const next = table.odd[odd];
    if (next && next.before <= regular) rows.push(oddRow(table, odd++));
    else rows.push(regularRow(table, regular++));
  }
  return rows;
}

/** The last rows of the file that are not blank, last first. */
export function lastRows(table: RawTable, count: number): FileRow[] {
  const rows: FileRow[] = [];
  let regular = table.rows - 1;
  let odd = table.odd.length - 1;
  while (rows.length < count && (regular >= 0 || odd >= 0)) {
    const next = table.odd[odd];
    if (next && next.before > regular) rows.push(oddRow(table, odd--));
    else rows.push(regularRow(table, regular--));
  }
  return rows;
}

/** All rows that are not regular. */
export function oddRows(table: RawTable): FileRow[] {
  return table.odd.map((_, at) => oddRow(table, at));
}

export function filledCells(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

function regularRow(table: RawTable, row: number): FileRow {
  return {
    number: table.numbers[row] ?? 0,
    index: row,
    odd: -1,
    cells: rawRow(table, row),
    types: table.columns.map((values) => rawType(values, row)),
    blankBefore: table.blankBefore[row] === 1,
  };
}

function oddRow(table: RawTable, at: number): FileRow {
  const odd = table.odd[at];
  const cells = odd?.cells ?? [];
  return {
    number: odd?.number ?? 0,
    index: odd?.before ?? 0,
    odd: at,
    cells,
    types: cells.map(() => CELL.text),
    blankBefore: odd?.blankBefore ?? false,
  };
}
