import { expect, test } from 'vitest';
import { selectBy, selectByKey, selectOne } from '../../renderer/column-selection.ts';

const ORDER = [0, 1, 2, 3, 4];
const NONE = { shiftKey: false, ctrlKey: false, metaKey: false };
const SHIFT = { ...NONE, shiftKey: true };
const CTRL = { ...NONE, ctrlKey: true };
const list = (selection: { positions: ReadonlySet<number> } | undefined) => [
  ...(selection?.positions ?? []),
];

test('a click selects one, Ctrl one more or one less, Shift a stretch from the anchor', () => {
  const one = selectBy(selectOne(4), 1, ORDER, NONE);
  expect(list(one)).toEqual([1]);
  const two = selectBy(one, 3, ORDER, CTRL);
  expect(list(two)).toEqual([1, 3]);
  expect(list(selectBy(two, 1, ORDER, CTRL))).toEqual([3]);
  expect(list(selectBy(one, 1, ORDER, CTRL))).toEqual([1]);
  expect(list(selectBy(two, 0, ORDER, SHIFT))).toEqual([0, 1, 2, 3]);
});

test('the keyboard does the same', () => {
  const at = selectOne(2);
  expect(list(selectByKey(at, 'ArrowRight', ORDER, NONE))).toEqual([3]);
  const stretch = selectByKey(at, 'ArrowRight', ORDER, SHIFT);
  expect(list(stretch)).toEqual([2, 3]);
  expect(stretch && list(selectByKey(stretch, 'ArrowLeft', ORDER, SHIFT))).toEqual([2]);
  const moved = selectByKey(at, 'ArrowRight', ORDER, CTRL);
  expect(moved && list(selectByKey(moved, ' ', ORDER, CTRL))).toEqual([2, 3]);
  expect(list(selectByKey(at, 'a', ORDER, CTRL))).toEqual(ORDER);
  expect(list(selectByKey(at, 'End', ORDER, SHIFT))).toEqual([2, 3, 4]);
  expect(selectByKey(selectOne(4), 'ArrowRight', ORDER, NONE)).toBeUndefined();
  expect(selectByKey(at, 'x', ORDER, NONE)).toBeUndefined();
});
