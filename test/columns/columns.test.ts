import { describe, expect, test } from 'vitest';
import { codeColumn, dayColumn, numberColumn } from '../../src/columns/build.ts';
import { countDistinct, countValues } from '../../src/columns/distinct.ts';
import { groupRows } from '../../src/columns/group-rows.ts';
import { findCells } from '../../src/columns/hot/find-cells.ts';
import { frameColumns } from '../../src/columns/hot/frame-columns.ts';
import { openHotTable } from '../../src/columns/hot/hot-table.ts';
import { addTo, allRows, complement, keepIn, rowsOf } from '../../src/columns/mask.ts';
import { takeRows } from '../../src/columns/take.ts';
import { toCodes } from '../../src/columns/to-codes.ts';
import { parseIsoDate } from '../../src/model/calendar.ts';
import { missingReason, valueAt } from '../../src/model/column.ts';
import { columnNamed, type Frame, variableNamed } from '../../src/model/frame.ts';
import { frameOf, randomFrom, valuesOf } from './frames.ts';
import { sortRows } from './sort-rows.ts';

describe('builders', () => {
  test('a missing value keeps its reason, a present one has none', () => {
    const column = numberColumn([1, null, null, Number.NaN], [null, 'not asked', null, 'unknown']);
    expect([0, 1, 2, 3].map((row) => valueAt(column, row))).toEqual([1, null, null, null]);
    expect([0, 1, 2, 3].map((row) => missingReason(column, row))).toEqual([
      null,
      'not asked',
      'empty',
      'unknown',
    ]);
  });

  test('equal texts share a dictionary entry, empty text is a value', () => {
    const column = codeColumn(['b', 'a', null, 'b', '']);
    expect(column.dictionary).toEqual(['b', 'a', '']);
    expect([0, 1, 2, 3, 4].map((row) => valueAt(column, row))).toEqual(['b', 'a', null, 'b', '']);
  });

  test('day 0 is a date and not a missing one', () => {
    const column = dayColumn([0, null, parseIsoDate('2024-02-29') ?? null]);
    expect([0, 1, 2].map((row) => valueAt(column, row))).toEqual([
      '1970-01-01',
      null,
      '2024-02-29',
    ]);
  });

  test('more than 255 reasons share the last entry', () => {
    const column = numberColumn(
      Array.from({ length: 300 }, () => null),
      Array.from({ length: 300 }, (_, row) => `reason ${row}`),
    );
    expect(missingReason(column, 253)).toBe('reason 253');
    expect(missingReason(column, 254)).toBe('other reasons');
    expect(missingReason(column, 299)).toBe('other reasons');
  });
});

test('masks combine and give their rows', () => {
  const odd = Uint8Array.from([0, 1, 0, 1, 0, 1]);
  const low = Uint8Array.from([1, 1, 1, 0, 0, 0]);
  expect([...rowsOf(keepIn(odd.slice(), low))]).toEqual([1]);
  expect([...rowsOf(addTo(odd.slice(), low))]).toEqual([0, 1, 2, 3, 5]);
  expect([...rowsOf(complement(odd.slice()))]).toEqual([0, 2, 4]);
});

test('taken rows carry values, reasons and origins, in the order asked for', () => {
  const frame = frameOf({
    id: { kind: 'identifier', values: ['007', '12', '3'] },
    day: { kind: 'date', values: ['2020-01-01', null, '2021-12-31'] },
    n: { kind: 'integer', values: [1, 2, null] },
  });
  const taken = takeRows(frame, Uint32Array.from([2, 0, 2]));
  expect(valuesOf(taken, 'id')).toEqual(['3', '007', '3']);
  expect(valuesOf(taken, 'day')).toEqual(['2021-12-31', '2020-01-01', '2021-12-31']);
  expect(valuesOf(taken, 'n')).toEqual([null, 1, null]);
  expect([...taken.origin]).toEqual([3, 1, 3]);
});

describe('sorting', () => {
  const frame = frameOf({
    name: { kind: 'text', values: ['Level 10', 'elan', null, 'Level 9', 'Élan', 'Elan'] },
    score: { kind: 'decimal', values: [10, 9, -1.5, null, 100, 9] },
    when: {
      kind: 'date',
      values: ['2020-05-01', '1969-12-31', '2020-05-01', null, '2020-04-30', '1970-01-01'],
    },
    band: {
      kind: 'category',
      values: ['high', 'low', 'mid', 'low', null, 'other'],
      order: ['low', 'mid', 'high'],
    },
  });
  const sorted = (...by: { variable: string; descending: boolean }[]) => [
    ...sortRows(frame, allRows(frame.rows), by),
  ];

  test('numbers by size, missing last both ways', () => {
    expect(sorted({ variable: 'score', descending: false })).toEqual([2, 1, 5, 0, 4, 3]);
    expect(sorted({ variable: 'score', descending: true })).toEqual([4, 0, 1, 5, 2, 3]);
  });

  test('text reads numbers as numbers and accents beside their letters', () => {
    const order = sorted({ variable: 'name', descending: false });
    expect(order.map((row) => frame.columns[0] && valueAt(frame.columns[0], row))).toEqual([
      'elan',
      'Elan',
      'Élan',
      'Level 9',
      'Level 10',
      null,
    ]);
  });

  test('dates before 1970 come first; categories keep their declared order', () => {
    expect(sorted({ variable: 'when', descending: false })).toEqual([1, 5, 4, 0, 2, 3]);
    expect(sorted({ variable: 'band', descending: false })).toEqual([1, 3, 2, 0, 5, 4]);
  });

  test('several keys agree with a comparison sort on random rows', () => {
    const random = randomFrom(7);
    const values = (n: number) =>
      Array.from({ length: 400 }, () => (random() < 0.1 ? null : Math.floor(random() * n) - 3));
    const a = values(5);
    const b = values(90);
    const many = frameOf({ a: { kind: 'integer', values: a }, b: { kind: 'decimal', values: b } });
    const compare = (x: number | null, y: number | null, sign: number) =>
      x === y ? 0 : x === null ? 1 : y === null ? -1 : sign * (x - y);
    const expected = [...a.keys()].sort(
      (i, j) => compare(a[i] ?? null, a[j] ?? null, -1) || compare(b[i] ?? null, b[j] ?? null, 1),
    );
    const found = sortRows(many, allRows(400), [
      { variable: 'a', descending: true },
      { variable: 'b', descending: false },
    ]);
    expect([...found]).toEqual(expected);
  });

  test('a variable without any value leaves the rows in their order', () => {
    const empty = frameOf({ n: { kind: 'integer', values: [null, null] } });
    expect([...sortRows(empty, allRows(2), [{ variable: 'n', descending: true }])]).toEqual([0, 1]);
    expect([...sortRows(empty, allRows(0), [{ variable: 'n', descending: true }])]).toEqual([]);
  });

  test('no keys leave the rows as they are; an unknown variable is refused', () => {
    expect([...sortRows(frame, Uint32Array.from([3, 1]), [])]).toEqual([3, 1]);
    expect(() => sorted({ variable: 'colour', descending: false })).toThrow(
      'There is no variable called “colour”.',
    );
  });
});

describe('distinct values', () => {
  const frame = frameOf({
    person: { kind: 'identifier', values: ['p2', 'p1', 'p2', null, 'p10'] },
    band: {
      kind: 'category',
      values: ['b', 'a', 'b', 'x', null],
      order: [{ value: 'b', label: 'Bee' }, 'c', 'a'],
    },
    n: { kind: 'integer', values: [10, 9, 10, -1, null] },
  });
  const counts = (name: string, rows = allRows(5)) =>
    countValues(variableNamed(frame, name), columnNamed(frame, name), rows);

  test('declared order first, then the rest; numbers by size', () => {
    expect(counts('band')).toEqual([
      { value: 'b', label: 'Bee', n: 2 },
      { value: 'a', label: 'a', n: 1 },
      { value: 'x', label: 'x', n: 1 },
    ]);
    expect(counts('n').map((count) => count.value)).toEqual(['-1', '9', '10']);
    expect(counts('person').map((count) => count.value)).toEqual(['p1', 'p2', 'p10']);
  });

  test('people are counted once, missing ones not at all', () => {
    expect(countDistinct(columnNamed(frame, 'person'), allRows(5))).toBe(3);
    expect(countDistinct(columnNamed(frame, 'person'), Uint32Array.from([0, 2, 3]))).toBe(1);
  });
});

test('rows are found by what they show', () => {
  const frame: Frame = frameOf({
    code: {
      kind: 'category',
      values: ['A', 'B', null],
      order: [{ value: 'A', label: 'Accepted' }],
    },
    note: { kind: 'text', values: ['ÉCOLE visit', null, 'cept'] },
    day: { kind: 'date', values: ['2021-04-03', '2022-05-04', null] },
    score: { kind: 'decimal', values: [4.25, -3, 21] },
  });
  const table = openHotTable(3, frameColumns(frame));
  const found = (text: string, noted: { row: number; column: number }[] = []) => {
    const { counts } = findCells(table, [0, 1, 2, 3], text, noted);
    return [...allRows(3)].filter((row) => counts[row] !== 0);
  };
  expect(found('CEPT')).toEqual([0, 2]);
  expect(found('école')).toEqual([0]);
  expect(found('2021-04')).toEqual([0]);
  expect(found('21')).toEqual([0, 2]);
  expect(found('-3')).toEqual([1]);
  expect(found('zebra')).toEqual([]);
  expect(found('zebra', [{ row: 1, column: 2 }])).toEqual([1]);
  const { counts, has } = findCells(table, [2, 0], 'a', [{ row: 2, column: 0 }]);
  expect([...counts]).toEqual([1, 0, 1]);
  expect([has(0, 0), has(2, 0), has(1, 0)]).toEqual([true, true, false]);
});

test('rows that agree in all columns share a number', () => {
  const frame = frameOf({
    a: { kind: 'text', values: ['x', 'x', null, null, 'y', 'x'] },
    b: { kind: 'integer', values: [1, 2, 1, 1, 1, 1] },
  });
  const { group, groups } = groupRows(frame.columns, frame.rows);
  expect([...group]).toEqual([0, 1, 2, 2, 3, 0]);
  expect(groups).toBe(4);
  expect(groupRows([], 3).groups).toBe(1);
  expect(groupRows(frame.columns, 0).groups).toBe(0);

  const random = randomFrom(11);
  const numbers = (n: number) => Array.from({ length: 3000 }, () => Math.floor(random() * n) / 4);
  const columns = [numberColumn(numbers(40)), numberColumn(numbers(9)), numberColumn(numbers(5))];
  const keys = Array.from({ length: 3000 }, (_, row) =>
    columns.map((column) => valueAt(column, row)).join(),
  );
  const places = new Map([...new Set(keys)].map((key, place) => [key, place]));
  expect([...groupRows(columns, 3000).group]).toEqual(keys.map((key) => places.get(key)));
});

test('numbers and dates have the text that the rest of the program shows', () => {
  expect(toCodes(numberColumn([0.1, 12, null, 0.1])).dictionary).toEqual(['0.1', '12']);
  expect(toCodes(dayColumn([0, -1, 0])).dictionary).toEqual(['1970-01-01', '1969-12-31']);
});
