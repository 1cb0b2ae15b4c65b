import { beforeEach, expect, test, vi } from 'vitest';
import { type ScrolledGrid, watchScrolling } from '../../renderer/parts/grid-scroll.ts';

const PAGE = 100;
const HEIGHT = 10;

/** What scrolls: 20 of 10,000 rows in view. */
class Viewport extends EventTarget {
  scrollTop = 0;
  readonly clientHeight = 20 * HEIGHT;
  readonly scrollHeight = 10_000 * HEIGHT;
}

/** A grid whose pages come when they are told to, and which takes in those that it was asked for a row of. */
function scrolledGrid() {
  const viewport = new Viewport();
  const come = new Map<number, () => void>();
  const pages = new Map<number, Promise<void>>();
  const wanted = new Set<number>();
  const loaded = new Set<number>();
  const drawn: number[] = [];
  const pageOf = (row: number) => Math.floor(row / PAGE);
  const api = {
    getDisplayedRowCount: () => 10_000,
    getDisplayedRowAtIndex(row: number) {
      wanted.add(pageOf(row));
      return { data: loaded.has(pageOf(row)) ? {} : undefined };
    },
  } as unknown as ScrolledGrid['api'];
  const ask = (first: number, last: number) => {
    const all = [];
    for (let page = pageOf(first); page <= pageOf(last); page++) {
      const known = pages.get(page);
      const asked = known ?? new Promise<void>((resolve) => come.set(page, resolve));
      pages.set(page, asked);
      all.push(asked);
    }
    return Promise.all(all);
  };
  const end = watchScrolling(viewport, () => {
    return { api, rowHeight: HEIGHT, page: PAGE, ask };
  });
  // The grid itself: it stands behind whoever watches.
  viewport.addEventListener('scroll', (event) => {
    if (!event.cancelBubble) drawn.push(viewport.scrollTop / HEIGHT);
  });
  return {
    pages,
    wanted,
    drawn,
    end,
    scrollTo(row: number) {
      viewport.scrollTop = row * HEIGHT;
      viewport.dispatchEvent(new Event('scroll'));
    },
    arrive(page: number) {
      if (wanted.has(page)) loaded.add(page);
      come.get(page)?.();
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

test('a little scrolling reaches the grid at once, and asks for what is next', () => {
  const { scrollTo, drawn, pages, wanted } = scrolledGrid();
  scrollTo(0);
  scrollTo(10);
  scrollTo(20);
  expect(drawn).toEqual([0, 10, 20]);
  expect([...pages.keys()]).toEqual([0]);
  for (let row = 30; row <= 70; row += 10) scrollTo(row);
  expect([...pages.keys()]).toEqual([0, 1]);
  expect([...wanted]).toEqual([0, 1]);
});

test('a jump is drawn once, when its rows are there; a second one before that, as the last', async () => {
  const { scrollTo, drawn, arrive, pages } = scrolledGrid();
  scrollTo(0);
  arrive(0);
  scrollTo(1000);
  expect([...pages.keys()]).toEqual([0, 19, 20, 10]);
  scrollTo(2000);
  arrive(10);
  await vi.advanceTimersByTimeAsync(5);
  expect(drawn).toEqual([0]);
  arrive(20);
  await vi.advanceTimersByTimeAsync(5);
  expect(drawn).toEqual([0, 2000]);
  // Where the scrolling was seen to go, the rows are there.
  arrive(29);
  arrive(30);
  scrollTo(3000);
  expect(drawn).toEqual([0, 2000, 3000]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(drawn).toEqual([0, 2000, 3000]);
});

test('rows that take long are drawn empty after a moment, and nothing once nobody watches', async () => {
  const { scrollTo, drawn, end } = scrolledGrid();
  scrollTo(0);
  scrollTo(1000);
  await vi.advanceTimersByTimeAsync(350);
  scrollTo(5000);
  expect(drawn).toEqual([0]);
  await vi.advanceTimersByTimeAsync(100);
  expect(drawn).toEqual([0, 5000]);
  scrollTo(9000);
  end();
  await vi.advanceTimersByTimeAsync(1000);
  expect(drawn).toEqual([0, 5000]);
});
