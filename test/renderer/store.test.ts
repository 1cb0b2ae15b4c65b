import { describe, expect, test } from 'vitest';
import { createStore } from '../../renderer/store.ts';

describe('store', () => {
  test('tells its listeners about a change until they leave', () => {
    const store = createStore({ n: 1, word: 'a' });
    const seen: number[] = [];
    const leave = store.subscribe(() => seen.push(store.get().n));
    store.set({ n: 2 });
    leave();
    store.set({ n: 3 });
    expect(seen).toEqual([2]);
    expect(store.get()).toEqual({ n: 3, word: 'a' });
  });

  test('never changes a state that was given out', () => {
    const store = createStore({ n: 1 });
    const before = store.get();
    store.set({ n: 2 });
    expect(before.n).toBe(1);
  });
});
