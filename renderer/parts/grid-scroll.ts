import type { GridApi } from 'ag-grid-community';
import type { GridRow } from '../grid-rows.ts';
import { rowsAhead } from '../rows-ahead.ts';

/** Rows that are not there yet are drawn empty after so long, in milliseconds: something keeps them. */
const PATIENCE = 400;

/** What scrolls, as far as it matters here. */
type Scroller = EventTarget & { scrollTop: number; scrollHeight: number; clientHeight: number };

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
 * Jumps to rows that are not there are kept from the grid for a moment: drawing them empty takes longer than
 * it takes to get them, which would have to wait for it. Returns the function that ends it.
 */
export function watchScrolling(box: EventTarget, gridOf: () => ScrolledGrid | null): () => void {
  let before: number | undefined;
  /** Until when jumps are kept from the grid; there are none while this is undefined. */
  let late: ReturnType<typeof setTimeout> | undefined;
  let isPassing = false;

  function onScroll(event: Event): void {
    const { target } = event;
    const grid = gridOf();
    if (isPassing || grid === null || !isScroller(target)) return;
    const { api, page, ask } = grid;
    const rows = api.getDisplayedRowCount();
    const seen = rowsInView(target, grid.rowHeight, rows);
    if (seen === undefined) return;
    const [first, last] = seen;
    const ahead = rowsAhead(seen, before, rows);
    if (ahead !== undefined) void ask(...ahead);
    // Last, and so the first that is sent.
    const there = ask(first, last);
    // The grid takes a page in when it is asked for one of its rows.
    const isThere = areThere(api, seen);
    if (ahead !== undefined) {
      for (let row = ahead[0]; row < ahead[1] + page; row += page) {
        api.getDisplayedRowAtIndex(Math.min(row, ahead[1]));
      }
    }
    const isJump = Math.abs(first - (before ?? first)) > last - first;
    before = first;
    if (isThere || !isJump) {
      forgetJumps();
      return;
    }
    event.stopPropagation();
    late ??= setTimeout(pass, PATIENCE, target);
    // A moment later the grid has them too.
    void there.then(() => setTimeout(passIfThere, 0, target));
  }

  function passIfThere(target: Scroller): void {
    const grid = gridOf();
    const seen = grid && rowsInView(target, grid.rowHeight, grid.api.getDisplayedRowCount());
    if (late !== undefined && seen && areThere(grid.api, seen)) pass(target);
  }

  /** The grid hears of the last jump. */
  function pass(target: Scroller): void {
    forgetJumps();
    isPassing = true;
    target.dispatchEvent(new Event('scroll'));
    isPassing = false;
  }

  function forgetJumps(): void {
    clearTimeout(late);
    late = undefined;
  }

  box.addEventListener('scroll', onScroll, { capture: true, passive: true });
  return () => {
    forgetJumps();
    box.removeEventListener('scroll', onScroll, { capture: true });
  };
}

function isScroller(target: EventTarget | null): target is Scroller {
  return target !== null && 'scrollTop' in target;
}

function areThere(api: GridApi<GridRow>, ends: readonly [first: number, last: number]): boolean {
  return ends.every((row) => api.getDisplayedRowAtIndex(row)?.data !== undefined);
}

/** Which rows are in view, by how far the grid is scrolled; a very long one is drawn shorter than it is. */
function rowsInView(
  { scrollTop, scrollHeight, clientHeight }: Scroller,
  height: number,
  rows: number,
): [first: number, last: number] | undefined {
  const room = scrollHeight - clientHeight;
  if (room <= 0 || rows === 0) return undefined;
  const first = Math.floor(((scrollTop / room) * (rows * height - clientHeight)) / height);
  const last = Math.min(rows - 1, first + Math.ceil(clientHeight / height));
  return first >= 0 && first <= last ? [first, last] : undefined;
}
