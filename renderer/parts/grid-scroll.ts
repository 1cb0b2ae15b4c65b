import type { GridApi } from 'ag-grid-community';
import type { GridRow } from '../grid-rows.ts';
import { rowsAhead } from '../rows-ahead.ts';

/** Rows that are not there yet are not drawn empty for so long, in milliseconds. */
const PATIENCE = 80;

export interface ScrolledGrid {
  api: GridApi<GridRow>;
  rowHeight: number;
  /** Rows in a page. */
  page: number;
  /** Asks for the pages of some rows; settles when they are there. */
  ask(first: number, last: number): Promise<unknown>;
}

/**
 * Hears of scrolling before the grid does, and asks for the pages of what is in view and of what will be next.
 * A jump to rows that are not there is kept from the grid for a moment: drawing them empty takes longer than
 * it takes to get them, which would have to wait for it. Returns the function that ends it.
 */
export function watchScrolling(box: HTMLElement, gridOf: () => ScrolledGrid | null): () => void {
  let before: number | undefined;
  let jumps = 0;
  let isPassed = false;

  function onScroll(event: Event): void {
    const { target } = event;
    const grid = gridOf();
    if (isPassed || grid === null || !(target instanceof Element)) return;
    const { api, page, ask } = grid;
    const rows = api.getDisplayedRowCount();
    const seen = rowsInView(target, grid.rowHeight, rows);
    if (seen === undefined) return;
    const [first, last] = seen;
    const there = ask(first, last);
    const ahead = rowsAhead(seen, before, rows);
    const isJump = Math.abs(first - (before ?? first)) > last - first;
    before = first;
    jumps += 1;
    // The grid takes a page in when it is asked for one of its rows.
    const isThere = [first, last].every((row) => api.getDisplayedRowAtIndex(row)?.data);
    if (ahead !== undefined) {
      void ask(...ahead);
      for (let row = ahead[0]; row < ahead[1] + page; row += page) {
        api.getDisplayedRowAtIndex(Math.min(row, ahead[1]));
      }
    }
    if (!isJump || isThere) return;
    event.stopPropagation();
    const own = jumps;
    // By then the grid has them too.
    void Promise.race([there, later(PATIENCE)])
      .then(() => later(0))
      .then(() => own === jumps && pass(target));
  }

  function pass(target: Element): void {
    isPassed = true;
    target.dispatchEvent(new Event('scroll'));
    isPassed = false;
  }

  box.addEventListener('scroll', onScroll, { capture: true, passive: true });
  return () => box.removeEventListener('scroll', onScroll, { capture: true });
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Which rows are in view, by how far the grid is scrolled; a very long one is drawn shorter than it is. */
function rowsInView(
  { scrollTop, scrollHeight, clientHeight }: Element,
  height: number,
  rows: number,
): [first: number, last: number] | undefined {
  const room = scrollHeight - clientHeight;
  if (room <= 0 || rows === 0) return undefined;
  const first = Math.floor(((scrollTop / room) * (rows * height - clientHeight)) / height);
  const last = Math.min(rows - 1, first + Math.ceil(clientHeight / height));
  return first >= 0 && first <= last ? [first, last] : undefined;
}
