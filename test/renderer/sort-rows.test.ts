import { expect, test } from 'vitest';
import { canSort, sortRows } from '../../renderer/sort-rows.ts';
import { cells, makeTable } from '../helpers/result.ts';

const rows = [
  { cells: cells('Ward 10', 4) },
  { cells: cells('Ward 9', 120) },
  { cells: cells('Ward 1', null) },
  { cells: cells('All', 124), role: 'total' as const },
];
const first = (sorted: readonly { cells: readonly { value: unknown }[] }[]) =>
  sorted.map((row) => row.cells[0]?.value);

test('numbers by size, what is missing last, totals where they were', () => {
  expect(first(sortRows(rows, { column: 1, isDescending: false }))).toEqual([
    'Ward 10',
    'Ward 9',
    'Ward 1',
    'All',
  ]);
  expect(first(sortRows(rows, { column: 1, isDescending: true }))).toEqual([
    'Ward 9',
    'Ward 10',
    'Ward 1',
    'All',
  ]);
});

test('text as a person counts: 9 before 10', () => {
  expect(first(sortRows(rows, { column: 0, isDescending: false }))).toEqual([
    'Ward 1',
    'Ward 9',
    'Ward 10',
    'All',
  ]);
});

test('no order leaves the rows as they are, and rows under headings cannot be sorted', () => {
  expect(sortRows(rows, null)).toBe(rows);
  expect(canSort(makeTable({ rows }))).toBe(true);
  expect(canSort(makeTable({ rows: [...rows, { cells: cells('A'), role: 'group' }] }))).toBe(false);
});
