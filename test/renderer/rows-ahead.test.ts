import { expect, test } from 'vitest';
import { rowsAhead } from '../../renderer/rows-ahead.ts';

const ROWS = 1000;

/** What is got ready while a view of 20 rows moves by some. */
const ahead = (first: number, moved: number) =>
  rowsAhead([first, first + 19], first - moved, ROWS) ?? [0, -1];

test('nothing is ahead of what stands still', () => {
  expect(rowsAhead([100, 119], 100, ROWS)).toBeUndefined();
  expect(rowsAhead([100, 119], undefined, ROWS)).toBeUndefined();
});

test('what comes into view is got ready, also when scrolling slows down by a tenth', () => {
  for (const moved of [1, 7, 20, 64, 150, -1, -7, -20, -64, -150]) {
    for (const slower of [1, 0.95, 0.9]) {
      const [top, bottom] = ahead(500, moved);
      const next = 500 + Math.round(slower * moved);
      expect(top).toBeLessThanOrEqual(next);
      expect(bottom).toBeGreaterThanOrEqual(next + 19);
      expect(bottom - top).toBeLessThan(80);
    }
  }
});

test('there are no rows before the first or after the last', () => {
  expect(ahead(970, 30)).toEqual([997, 999]);
  expect(ahead(40, -60)).toEqual([0, 6]);
  expect(rowsAhead([980, 999], 800, ROWS)).toBeUndefined();
});
