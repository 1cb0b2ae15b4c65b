import { takeColumn } from '../columns/take.ts';
import type { CellNote } from '../model/receipt.ts';
import type { Sheet } from './sheet.ts';

/**
 * A sheet made of cells of another one: row r of column c is its row `cells[c][r]`, and `rows[r]` gives
 * the row's origin. Each cell brings its note.
 */
export function pickCells(
  { frame, notes }: Sheet,
  rows: Uint32Array,
  cells: readonly Uint32Array[],
): Sheet {
  const noted = Map.groupBy(notes, (note) => note.column);
  const picked: CellNote[] = [];
  for (const [column, own] of noted) {
    const source = cells[column];
    if (!source) continue;
    const byRow = new Map(own.map((note) => [note.row, note]));
    for (const [row, from] of source.entries()) {
      const note = byRow.get(from);
      if (note) picked.push({ ...note, row });
    }
  }
  return {
    frame: {
      rows: rows.length,
      variables: frame.variables,
      columns: frame.columns.map((column, i) => takeColumn(column, cells[i] ?? rows)),
      origin: rows.map((row) => frame.origin[row] ?? 0),
    },
    notes: picked,
  };
}
