import { describe, expect, test } from 'vitest';
import { chipWords, cohortName, partsOf, together } from '../../renderer/cohort-words.ts';
import { operatorsFor, startDraft, testOf } from '../../renderer/condition-draft.ts';
import type { TableInfo } from '../../src/model/table.ts';
import type { Variable } from '../../src/model/variable.ts';

const outcome: Variable = {
  name: 'outcome',
  label: 'Outcome',
  kind: 'category',
  level: 'nominal',
  values: [{ value: 'A', label: 'Accepted' }],
  missing: [],
  evidence: '',
};
const weeks: Variable = { ...outcome, name: 'weeks', label: 'Weeks', kind: 'integer', values: [] };
const table: TableInfo = {
  name: 'referrals',
  label: 'Referrals',
  unit: 'referrals',
  rows: 365,
  variables: [outcome, weeks],
  origin: { made: 'import', files: [] },
  version: 1,
};

describe('a condition being entered', () => {
  test('offers only operators that the kind accepts, the likeliest first', () => {
    expect(operatorsFor('category')[0]?.op).toBe('one-of');
    expect(operatorsFor('integer')[0]?.op).toBe('between');
    expect(operatorsFor('category').map(({ op }) => op)).not.toContain('at-least');
  });

  test('is no test until everything is entered', () => {
    const draft = startDraft(weeks);
    expect(testOf(draft, 'integer')).toBeNull();
    expect(testOf({ ...draft, value: '12' }, 'integer')).toBeNull();
    expect(testOf({ ...draft, value: '12', high: 'x' }, 'integer')).toBeNull();
    expect(testOf({ ...draft, value: '12', high: '−3' }, 'integer')).toEqual({
      op: 'between',
      variable: 'weeks',
      low: 12,
      high: -3,
    });
  });

  test('a list of values is a test once it has one', () => {
    const draft = startDraft(outcome);
    expect(testOf(draft, 'category')).toBeNull();
    expect(testOf({ ...draft, values: ['A'] }, 'category')).toEqual({
      op: 'one-of',
      variable: 'outcome',
      values: ['A'],
    });
  });
});

describe('conditions in the bar', () => {
  const accepted = { op: 'is', variable: 'outcome', value: 'A' } as const;
  const early = { op: 'at-most', variable: 'weeks', value: 20 } as const;

  test('parts that stand side by side are taken apart and put together again', () => {
    const both = together([accepted, early]);
    expect(partsOf(both)).toEqual([accepted, early]);
    expect(together([accepted])).toEqual(accepted);
    expect(together([])).toEqual({ all: [] });
  });

  test('a chip says labels, not codes', () => {
    expect(chipWords(accepted, table)).toBe('Outcome is Accepted');
  });

  test('a chip on a variable that is gone says so instead of failing', () => {
    expect(chipWords({ op: 'present', variable: 'gone' }, table)).toContain('gone');
  });

  test('a cohort’s name is made from its label and is unlike the others', () => {
    expect(cohortName('Accepted, before birth', [])).toBe('accepted-before-birth');
    expect(cohortName('Accepted', ['accepted'])).toBe('accepted-2');
    expect(cohortName('…', [])).toBe('cohort');
  });
});
