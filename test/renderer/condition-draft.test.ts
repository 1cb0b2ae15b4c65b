import { describe, expect, test } from 'vitest';
import { chipWords, cohortName, partsOf, together } from '../../renderer/cohort-words.ts';
import { fieldsOf, operatorsFor, startDraft, testOf } from '../../renderer/condition-draft.ts';
import { addAt, negateAt, replaceAt, turnAt } from '../../renderer/condition-tree.ts';
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
    const entered = (entries: Record<string, string>) => ({ ...draft, entries });
    expect(testOf(draft, 'integer')).toBeNull();
    expect(testOf(entered({ low: '12' }), 'integer')).toBeNull();
    expect(testOf(entered({ low: '12', high: 'x' }), 'integer')).toBeNull();
    expect(testOf(entered({ low: '12', high: '−3' }), 'integer')).toEqual({
      op: 'between',
      variable: 'weeks',
      low: 12,
      high: -3,
    });
  });

  test('a list of values is a test once it has one', () => {
    const draft = startDraft(outcome);
    expect(testOf(draft, 'category')).toBeNull();
    expect(testOf({ ...draft, ticked: ['A'] }, 'category')).toEqual({
      op: 'one-of',
      variable: 'outcome',
      values: ['A'],
    });
  });
});

describe('operands of dates', () => {
  const date = { ...startDraft({ ...weeks, kind: 'date' }), variable: 'born' };

  test('a stretch of time says how long and up to when', () => {
    const draft = { ...date, op: 'within-last' as const };
    const entries = { n: '6', unit: 'months', until: '2023-03-31' };
    expect(fieldsOf('within-last').map(({ name }) => name)).toEqual(['n', 'unit', 'until']);
    expect(testOf({ ...draft, entries: { ...entries, unit: '' } }, 'date')).toBeNull();
    expect(testOf({ ...draft, entries }, 'date')).toEqual({
      op: 'within-last',
      variable: 'born',
      n: 6,
      unit: 'months',
      until: '2023-03-31',
    });
  });

  test('an age needs one bound, and a day or another date', () => {
    const draft = { ...date, op: 'age-at' as const };
    expect(testOf({ ...draft, entries: { unit: 'years', at: ':seen' } }, 'date')).toBeNull();
    expect(
      testOf({ ...draft, entries: { unit: 'years', at: ':seen', high: '17' } }, 'date'),
    ).toEqual({
      op: 'age-at',
      variable: 'born',
      at: { variable: 'seen' },
      unit: 'years',
      high: 17,
    });
  });

  test('financial years are read out of what is typed, and reasons may be left out', () => {
    const years = {
      ...date,
      op: 'in-financial-year' as const,
      entries: { years: '2021/22 2022/23' },
    };
    expect(testOf(years, 'date')).toMatchObject({ years: ['2021/22', '2022/23'] });
    expect(testOf({ ...date, op: 'missing' }, 'date')).toEqual({ op: 'missing', variable: 'born' });
  });
});

describe('groups of conditions', () => {
  const a = { op: 'is', variable: 'outcome', value: 'A' } as const;
  const b = { op: 'at-most', variable: 'weeks', value: 20 } as const;
  const c = { op: 'present', variable: 'weeks' } as const;

  test('are begun, added to, turned, and taken apart', () => {
    const both = addAt(a, [], b);
    expect(both).toEqual({ all: [a, b] });
    expect(addAt(both, [1], c)).toEqual({ all: [a, { all: [b, c] }] });
    expect(turnAt({ all: [a, { all: [b, c] }] }, [1], 'any')).toEqual({
      all: [a, { any: [b, c] }],
    });
    expect(turnAt(both, [], 'none')).toEqual({ not: { any: [a, b] } });
    expect(addAt({ not: { any: [a] } }, [], b)).toEqual({ not: { any: [a, b] } });
    expect(negateAt(both, [0])).toEqual({ all: [{ not: a }, b] });
    expect(negateAt({ all: [{ not: a }, b] }, [0])).toEqual(both);
    expect(replaceAt({ all: [a, { any: [b] }] }, [1, 0], () => null)).toEqual({ all: [a] });
    expect(replaceAt(a, [], () => null)).toBeNull();
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
