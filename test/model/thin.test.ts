import { expect, test } from 'vitest';
import { thin } from '../../src/model/thin.ts';

const hundred = Array.from({ length: 100 }, (_, i) => (i * 37) % 100);

test('few items stay as they are, in their own order', () => {
  expect(thin([3, 1, 2], 3, (value) => value)).toEqual([3, 1, 2]);
});

test('of many an even sample, with the least and the most, the same every time', () => {
  const some = thin(hundred, 10, (value) => value);
  expect(some).toEqual([0, 11, 22, 33, 44, 55, 66, 77, 88, 99]);
  expect(thin(hundred, 10, (value) => value)).toEqual(some);
});

test('shares stay as they are', () => {
  const people = Array.from({ length: 5_000 }, (_, i) => ({ change: i < 3_000 ? -1 : 1 }));
  const drawn = thin(people, 300, ({ change }) => change);
  expect(drawn.filter(({ change }) => change < 0).length / 300).toBeCloseTo(0.6, 2);
});
