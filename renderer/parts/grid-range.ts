import type { GridApi } from 'ag-grid-community';
import { type CellPlace, type CellRange, isInRange } from '../cell-range.ts';
import type { GridRow } from '../grid-rows.ts';

/** The cells that are selected for copying: begun by the focus, drawn with Shift or the pointer. */
export interface GridRange {
  get(): CellRange | null;
  begin(place: CellPlace): void;
  startsAt(place: CellPlace): boolean;
  extend(place: CellPlace): void;
  all(): void;
  /** Moves the end of the range by a key with Shift; false when the key does something else. */
  byKey(event: KeyboardEvent): boolean;
  has(place: CellPlace): boolean;
  /** The columns of variables in view, from left to right. */
  columns(): string[];
}

/** The keys that draw a range when Shift is held; the grid must not follow them itself. */
export const DRAWING: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-20, 0],
  PageDown: [20, 0],
};

export function createGridRange(
  api: () => GridApi<GridRow> | null,
  box: () => Element | null,
): GridRange {
  let range: CellRange | null = null;
  let columns: string[] = [];

  const inView = () =>
    (api()?.getAllDisplayedColumns() ?? [])
      .map((each) => each.getColId())
      .filter((id) => id !== 'row');

  /** Marks the cells that are on screen; those that come later ask {@link GridRange.has}. */
  const set = (next: CellRange | null) => {
    range = next;
    columns = inView();
    for (const cell of box()?.querySelectorAll('.ag-row .ag-cell[col-id]') ?? []) {
      const row = Number(cell.closest('.ag-row')?.getAttribute('row-index'));
      const column = cell.getAttribute('col-id') ?? '';
      cell.classList.toggle('in-range', isMarked({ row, column }));
    }
  };
  const isMarked = (place: CellPlace) =>
    range !== null &&
    (range.from.row !== range.to.row || range.from.column !== range.to.column) &&
    isInRange(range, columns, place);

  const extend = (place: CellPlace) => set({ from: range?.from ?? place, to: place });
  const lastRow = () => (api()?.getDisplayedRowCount() ?? 1) - 1;
  return {
    get: () => range,
    begin: (place) => set({ from: place, to: place }),
    startsAt: ({ row, column }) => range?.from.row === row && range.from.column === column,
    extend,
    all: () => {
      const [first, last] = [inView()[0], inView().at(-1)];
      if (first === undefined || last === undefined) return;
      set({ from: { row: 0, column: first }, to: { row: lastRow(), column: last } });
    },
    byKey: (event) => {
      const [down, right] = DRAWING[event.key] ?? [];
      if (down === undefined || right === undefined || range === null) return false;
      const all = inView();
      const at = all.indexOf(range.to.column) + right;
      const row = Math.max(0, Math.min(lastRow(), range.to.row + down));
      const column = all[Math.max(0, Math.min(all.length - 1, at))] ?? range.to.column;
      extend({ row, column });
      api()?.ensureIndexVisible(row);
      api()?.ensureColumnVisible(column);
      return true;
    },
    has: isMarked,
    columns: inView,
  };
}
