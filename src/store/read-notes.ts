import type { CellNote } from '../model/receipt.ts';
import type { Connection } from './connection.ts';
import { statement } from './statement.ts';
import type { StoredTable } from './tables.ts';

/** The notes of a table, by row, or only those of some rows (0-based). */
export function readNotes(
  db: Connection,
  table: StoredTable,
  rows?: ArrayLike<number>,
): CellNote[] {
  const select = `SELECT row - 1 AS row, column, kind, raw, reason FROM attune_cell_note WHERE table_id = ?`;
  if (!rows) return db.prepare(`${select} ORDER BY row, column`).all(table.id) as CellNote[];
  const wanted = JSON.stringify(Array.from(rows, (row) => row + 1));
  const some = `${select} AND row IN (SELECT value FROM json_each(?)) ORDER BY row, column`;
  return statement(db, some).all(table.id, wanted) as CellNote[];
}

/** The noted cells (0-based) whose text in the file holds a text, case ignored. */
export function findNotes(
  db: Connection,
  table: StoredTable,
  text: string,
): Pick<CellNote, 'row' | 'column'>[] {
  return db
    .prepare(
      `SELECT row - 1 AS row, column FROM attune_cell_note
       WHERE table_id = ? AND instr(lower(raw), lower(?)) > 0`,
    )
    .all(table.id, text) as Pick<CellNote, 'row' | 'column'>[];
}

/** The rows (0-based) in which a cell of a column did not fit. */
export function problemRows(db: Connection, tableId: number, column: number): number[] {
  return db
    .prepare(
      `SELECT row - 1 FROM attune_cell_note WHERE table_id = ? AND column = ? AND kind = 'problem'`,
    )
    .pluck()
    .all(tableId, column) as number[];
}
