import { expect, test } from 'vitest';
import { changeDraft, draftStep, NO_HISTORY, stepDraft } from '../../renderer/draft-history.ts';
import type { SessionState } from '../../renderer/session.ts';
import { createStore } from '../../renderer/store.ts';
import type { Condition } from '../../src/model/condition.ts';

const is = (value: string): Condition => ({ op: 'is', variable: 'ward', value });

test('choices are undone and taken again by name, on their own table only', () => {
  const store = createStore({ draft: [], drafted: NO_HISTORY } as unknown as SessionState);
  changeDraft(store, 'referrals', [is('A')], 'ward is A');
  changeDraft(store, 'referrals', [is('B')], 'ward is B');
  const step = (way: 'undo' | 'redo', table = 'referrals') =>
    draftStep(store.get(), way, table)?.words;
  expect(step('undo')).toBe('ward is B');
  expect(step('undo', 'people')).toBeUndefined();
  stepDraft(store, 'undo');
  expect(store.get().draft).toEqual([is('A')]);
  expect(step('redo')).toBe('ward is B');
  stepDraft(store, 'redo');
  expect(store.get().draft).toEqual([is('B')]);
  stepDraft(store, 'undo');
  stepDraft(store, 'undo');
  expect(store.get().draft).toEqual([]);
  expect(step('undo')).toBeUndefined();
  changeDraft(store, 'referrals', [is('C')], 'ward is C');
  expect(step('redo')).toBeUndefined();
});
