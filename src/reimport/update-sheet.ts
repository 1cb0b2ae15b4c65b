import type { Where } from '../model/refusal.ts';
import type { CellChange } from '../model/reimport.ts';
import { createCellReader } from './compare-cells.ts';
import { matchRows } from './match-rows.ts';
import { pickCells } from './pick-cells.ts';
import type { Sheet } from './sheet.ts';
import type { StackedSheets } from './stack-sheets.ts';

/** How many changed cells are told one by one. */
const SHOWN = 200;

/** What a file changes in a table, row by row and cell by cell. */
export interface RowComparison {
  new: number;
  unchanged: number;
  changed: number;
  gone: number;
  cellsChanged: number;
  blanksKept: number;
  changes: readonly CellChange[];
}

export interface UpdatedSheet {
  /** Every row of the table, with the changed cells of the file, then the new rows of the file. */
  sheet: Sheet;
  comparison: RowComparison;
}

/**
 * Updates the rows of a table with those of a file that have the same key. Rows that the file does not
 * have stay; an empty cell of the file changes nothing unless `blanksOverwrite`.
 * @throws Refusal as matchRows does
 */
export function updateSheet(
  stacked: StackedSheets,
  options: { key: readonly string[]; blanksOverwrite: boolean },
  where: Where,
): UpdatedSheet {
  const { frame, above, lacking } = stacked;
  const { tableRow, gone, keyOf } = matchRows(stacked, options.key, where);
  const fresh = [...tableRow.keys()].filter((row) => tableRow[row] === -1);
  const rows = new Uint32Array(above + fresh.length);
  for (let row = 0; row < above; row++) rows[row] = row;
  for (const [i, row] of fresh.entries()) rows[above + i] = above + row;
  const reader = createCellReader(stacked);
  const isChanged = new Uint8Array(above);
  const changes: CellChange[] = [];
  let cellsChanged = 0;
  let blanksKept = 0;
  const compared = frame.variables.map(({ name }) => !lacking.includes(name));
  const cells = frame.columns.map(() => rows.slice());
  for (const [fileRow, row] of tableRow.entries()) {
    if (row < 0) continue;
    const other = above + fileRow;
    for (const [column, variable] of frame.variables.entries()) {
      if (!compared[column] || reader.same(column, row, other)) continue;
      if (!options.blanksOverwrite && reader.blank(column, other)) {
        blanksKept += 1;
        continue;
      }
      (cells[column] as Uint32Array)[row] = other;
      isChanged[row] = 1;
      cellsChanged += 1;
      if (changes.length >= SHOWN) continue;
      changes.push({
        key: keyOf(row),
        row: row + 1,
        fileRow: frame.origin[other] ?? 0,
        variable: variable.name,
        from: reader.words(column, row),
        to: reader.words(column, other),
      });
    }
  }
  const changed = isChanged.reduce((sum, flag) => sum + flag, 0);
  return {
    sheet: pickCells(stacked, rows, cells),
    comparison: {
      new: fresh.length,
      unchanged: tableRow.length - fresh.length - changed,
      changed,
      gone,
      cellsChanged,
      blanksKept,
      changes,
    },
  };
}
