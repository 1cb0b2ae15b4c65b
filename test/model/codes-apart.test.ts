import { expect, test } from 'vitest';
import { codesApart } from '../../src/model/codes-apart.ts';

const timesEach = (...values: number[]) => new Map(values.map((value) => [value, 2]));

test('a code stands apart from all others, also from those that are codes elsewhere', () => {
  const found = codesApart(timesEach(8, 9, 10, 11, 12, 13, 14, 99), 16);
  expect(found).toEqual({ codes: [99], low: 8, high: 14 });
});

test('numbers that somebody has decided about are none of the others', () => {
  const found = codesApart(timesEach(1, 2, 3, 98, 99), 10, new Set([98]));
  expect(found).toEqual({ codes: [99], low: 1, high: 3 });
});
