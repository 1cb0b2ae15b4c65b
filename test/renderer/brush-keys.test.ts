import { describe, expect, test } from 'vitest';
import {
  type Brush,
  brushByKey,
  brushEnds,
  handleByKey,
  movedCell,
  movedPlace,
} from '../../renderer/parts/explorer/brush-keys.ts';
import { draggedPick, type Gesture } from '../../renderer/parts/explorer/drag.ts';
import {
  cellsBetween,
  pickedPlaces,
  wholePlaces,
} from '../../renderer/parts/explorer/pick-places.ts';

const N = 12;

/** Presses keys one after another: "S+" holds Shift, "C+" Ctrl. */
function press(start: Brush, ...keys: string[]): Brush {
  return keys.reduce((brush, pressed) => {
    const key = pressed.replace(/^[SC]\+/, '');
    const held = { shiftKey: pressed.startsWith('S+'), ctrlKey: pressed.startsWith('C+') };
    return brushByKey(brush, { key, ...held }, N) ?? brush;
  }, start);
}

const START: Brush = { at: 3, anchor: null, head: null };

describe('a brush by keys', () => {
  test('arrows read and brush nothing, and stop at the ends', () => {
    expect(press(START, 'ArrowRight', 'ArrowRight')).toEqual({ at: 5, anchor: null, head: null });
    expect(press(START, 'Home', 'ArrowLeft').at).toBe(0);
    expect(press(START, 'End', 'ArrowRight').at).toBe(N - 1);
  });

  test('Enter brushes what is read, Shift widens and narrows at the cursor, Escape clears', () => {
    const wide = press(START, 'Enter', 'S+ArrowRight', 'S+ArrowRight');
    expect(brushEnds(wide)).toEqual([3, 5]);
    expect(brushEnds(press(wide, 'S+ArrowLeft'))).toEqual([3, 4]);
    expect(brushEnds(press(wide, 'S+Home'))).toEqual([0, 3]);
    expect(brushEnds(press(wide, 'Escape'))).toBeNull();
    expect(brushEnds(press(START, 'Enter', 'Enter'))).toBeNull();
  });

  test('Ctrl moves the brush whole, as far as there is room', () => {
    const brush = press(START, 'Enter', 'S+ArrowRight', 'C+ArrowRight');
    expect(brushEnds(brush)).toEqual([4, 5]);
    expect(brushEnds(press(brush, 'C+End'))).toEqual([N - 2, N - 1]);
    expect(brushEnds(press(brush, 'C+PageUp'))).toEqual([0, 1]);
  });

  test('other keys are left alone', () => {
    expect(brushByKey(START, { key: 'a', shiftKey: false, ctrlKey: false }, N)).toBeUndefined();
    expect(
      brushByKey(START, { key: 'Escape', shiftKey: false, ctrlKey: false }, N),
    ).toBeUndefined();
  });

  test('a handle moves alone, with Shift the other one too, and neither passes the other', () => {
    const plain = { shiftKey: false, ctrlKey: false };
    expect(handleByKey([3, 5], 'from', { key: 'ArrowLeft', ...plain }, N)).toEqual([2, 5]);
    expect(handleByKey([3, 5], 'to', { key: 'Home', ...plain }, N)).toEqual([3, 3]);
    const both = { key: 'ArrowRight', shiftKey: true, ctrlKey: false };
    expect(handleByKey([3, 5], 'to', both, N)).toEqual([2, 6]);
    expect(handleByKey([0, N - 1], 'to', both, N)).toEqual([0, N - 1]);
  });
});

describe('picking places', () => {
  const order = [4, 2, 0, 1, 3];
  const plain = { ctrlKey: false, shiftKey: false };

  test('alone, again for none, with Ctrl beside others, with Shift from the last in drawn order', () => {
    expect(pickedPlaces([1, 2], 3, null, order, plain)).toEqual([3]);
    expect(pickedPlaces([3], 3, 3, order, plain)).toEqual([]);
    expect(pickedPlaces([3], 1, 3, order, { ...plain, ctrlKey: true })).toEqual([1, 3]);
    expect(pickedPlaces([1, 3], 1, 3, order, { ...plain, ctrlKey: true })).toEqual([3]);
    expect(pickedPlaces([], 1, 2, order, { ...plain, shiftKey: true })).toEqual([0, 1, 2]);
  });

  test('keys lead through places as they are drawn, and through cells on four sides', () => {
    expect(movedPlace(order, 0, 'ArrowDown')).toBe(1);
    expect(movedPlace(order, 3, 'ArrowDown')).toBe(3);
    expect(movedPlace(order, 3, 'Home')).toBe(4);
    expect(movedPlace(order, 3, 'x')).toBeUndefined();
    const none = { label: '', isMissing: false };
    const face = { places: [none, none, none], down: [none, none] };
    const cells: number[] = [0];
    for (const key of ['ArrowRight', 'ArrowDown', 'End', 'ArrowUp', 'ArrowLeft']) {
      cells.push(movedCell(face, cells.at(-1) ?? 0, key) ?? -1);
    }
    expect(cells).toEqual([0, 2, 3, 5, 4, 2]);
  });

  test('a drag draws a brush, moves it whole within its axis, or takes one end of it', () => {
    const places = [0, 10, 20, 30].map((from) => ({
      label: String(from),
      from,
      to: from + 10,
      isMissing: false,
    }));
    const face = { places: [...places, { label: 'empty', isMissing: true }], down: [] };
    const gesture = { hold: null, x: 0, y: 0, start: 1, ends: null, isDrag: true, before: null };
    const range = (change: Partial<Gesture>, place: number) =>
      draggedPick(face, { ...gesture, ...change }, place).across;
    expect(range({}, 4)).toEqual({ by: 'range', from: 10, to: 40 });
    expect(range({}, 0)).toEqual({ by: 'range', from: 0, to: 20 });
    expect(range({ hold: 'whole', ends: [0, 1] }, 3)).toEqual({ by: 'range', from: 20, to: 40 });
    expect(range({ hold: 'from', ends: [1, 2] }, 3)).toEqual({ by: 'range', from: 20, to: 40 });
    expect(range({ hold: 'to', ends: [1, 2] }, 1)).toEqual({ by: 'range', from: 10, to: 20 });
  });

  test('of a heat map the rectangle between two cells', () => {
    const value = (label: string) => ({ label, value: label, isMissing: false });
    const face = { places: ['a', 'b', 'c'].map(value), down: ['x', 'y'].map(value) };
    expect(cellsBetween(face, 5, 2)).toEqual({
      across: { by: 'places', at: [1, 2] },
      down: { by: 'places', at: [0, 1] },
    });
  });
});

test('a range is whole places where it begins and ends with them', () => {
  const place = (from: number) => ({ label: `${from}`, from, to: from + 10, isMissing: false });
  const places = [place(0), place(10), place(20), { label: 'empty', isMissing: true }];
  const range = (from: number, to: number) => ({
    across: { by: 'range' as const, from, to },
    down: null,
  });
  expect(wholePlaces(range(10, 30), places)).toEqual([1, 2]);
  expect(wholePlaces(range(0, 10), places)).toEqual([0, 0]);
  expect(wholePlaces(range(0, 15), places)).toBeUndefined();
  expect(wholePlaces(range(5, 20), places)).toBeUndefined();
  expect(wholePlaces({ across: { by: 'places', at: [1] }, down: null }, places)).toBeUndefined();
  expect(wholePlaces(null, places)).toBeUndefined();
});
