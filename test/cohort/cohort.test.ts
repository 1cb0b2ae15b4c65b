import { describe, expect, test } from 'vitest';
import { selectRows } from '../../src/cohort/select.ts';
import { conditionSentence } from '../../src/cohort/sentence.ts';
import { conditionSql } from '../../src/cohort/sql.ts';
import { type Condition, EVERYONE } from '../../src/model/condition.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { frameOf } from '../columns/frames.ts';

const referrals = frameOf({
  outcome: {
    kind: 'category',
    label: 'Outcome',
    values: ['A', 'R', null, 'A'],
    order: [
      { value: 'A', label: 'Accepted' },
      { value: 'R', label: 'Rejected' },
    ],
  },
  date: {
    kind: 'date',
    label: 'Referral date',
    values: ['2022-04-01', '2023-03-31', '2022-06-01', '2021-01-01'],
  },
  first: { kind: 'yesno', label: 'First child', values: [1, 0, null, 1] },
  change: { kind: 'decimal', label: 'Change', values: [-2, 1.5, 0, null] },
  seen: {
    kind: 'datetime',
    label: 'Seen',
    values: ['2023-03-31T16:00:00', '2023-04-01T00:00:00', null, '2022-01-01T10:00:00'],
  },
  note: { kind: 'text', label: 'Note', values: ['Anxious', 'calm', null, ''] },
});
const said = (condition: Condition) =>
  conditionSentence(condition, referrals.variables, 'referrals');
const kept = (condition: Condition) => [...selectRows(condition, referrals)];

describe('missing values', () => {
  test('satisfy no test but missing; not is the complement', () => {
    expect(kept({ op: 'is', variable: 'outcome', value: 'A' })).toEqual([0, 3]);
    expect(kept({ op: 'is-not', variable: 'outcome', value: 'A' })).toEqual([1]);
    expect(kept({ op: 'none-of', variable: 'outcome', values: [] })).toEqual([0, 1, 3]);
    expect(kept({ not: { op: 'is', variable: 'outcome', value: 'A' } })).toEqual([1, 2]);
    expect(kept({ op: 'missing', variable: 'outcome' })).toEqual([2]);
  });
});

test('times are compared as they are stored, with seconds', () => {
  expect(kept({ op: 'at-most', variable: 'seen', value: '2022-01-01 10:00' })).toEqual([3]);
  expect(kept({ op: 'before', variable: 'seen', value: '2022-01-01T10:00' })).toEqual([]);
});

test('an upper bound given as a date holds the whole day', () => {
  expect(kept({ op: 'at-most', variable: 'seen', value: '2023-03-31' })).toEqual([0, 3]);
  expect(kept({ op: 'between', variable: 'seen', low: '2023-01-01', high: '2023-03-31' })).toEqual([
    0,
  ]);
});

describe('sentences', () => {
  test.each<[Condition, string]>([
    [EVERYONE, 'all referrals'],
    [{ any: [] }, 'no referrals'],
    [
      {
        all: [
          { op: 'is', variable: 'outcome', value: 'A' },
          { op: 'between', variable: 'date', low: '2022-04-01', high: '2023-03-31' },
        ],
      },
      'referrals where Outcome is Accepted and Referral date is between 1 April 2022 and 31 March 2023',
    ],
    [
      { op: 'on-or-after', variable: 'date', value: '2022-04-01' },
      'referrals where Referral date is on or after 1 April 2022',
    ],
    [
      { op: 'at-most', variable: 'date', value: '2022-04-01' },
      'referrals where Referral date is on or before 1 April 2022',
    ],
    [
      {
        all: [
          { op: 'is', variable: 'first', value: 1 },
          {
            any: [
              { op: 'at-least', variable: 'change', value: -2 },
              { op: 'missing', variable: 'change' },
            ],
          },
        ],
      },
      'referrals where First child is Yes and (Change is at least −2 or Change is missing)',
    ],
    [
      { not: { op: 'one-of', variable: 'outcome', values: ['A', 'R', 'X'] } },
      'referrals except those where Outcome is Accepted, Rejected or X',
    ],
    [
      { op: 'none-of', variable: 'outcome', values: ['A', 'R'] },
      'referrals where Outcome is not Accepted or Rejected',
    ],
    [{ not: EVERYONE }, 'no referrals'],
    [
      {
        all: [
          { not: { op: 'contains', variable: 'note', value: 'anx' } },
          { op: 'is', variable: 'note', value: '' },
        ],
      },
      'referrals where not (Note contains “anx”) and Note is “”',
    ],
    [
      { op: 'before', variable: 'seen', value: '2022-04-01T09:30' },
      'referrals where Seen is before 1 April 2022, 09:30',
    ],
  ])('%j', (condition, sentence) => {
    expect(said(condition)).toBe(sentence);
  });

  test('a long list is counted, not recited', () => {
    const values = Array.from({ length: 40 }, (_, i) => `v${i}`);
    expect(said({ op: 'one-of', variable: 'note', values })).toBe(
      'referrals where Note is one of 40 values (v0, v1, v2 …)',
    );
  });
});

describe('refusals', () => {
  const codeOf = (ask: () => unknown): string => {
    try {
      ask();
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
    return 'not refused';
  };

  test.each([
    [{ op: 'is', variable: 'colour', value: 'x' }, 'unknown-variable'],
    [{ op: 'resembles', variable: 'note', value: 'x' }, 'unknown-operator'],
    [{ op: 'toString', variable: 'note', value: 'x' }, 'unknown-operator'],
    [{ op: 'at-least', variable: 'outcome', value: 'A' }, 'operator-not-for-kind'],
    [{ op: 'contains', variable: 'date', value: '2022' }, 'operator-not-for-kind'],
    [{ op: 'is', variable: 'seen', value: '2022-04-01' }, 'operator-not-for-kind'],
    [{ op: 'is', variable: 'date', value: '31/02/2021' }, 'bad-operand'],
    [{ op: 'is', variable: 'date', value: '2021-02-31' }, 'bad-operand'],
    [{ op: 'at-least', variable: 'change', value: 'many' }, 'bad-operand'],
    [{ op: 'is', variable: 'first', value: '' }, 'bad-operand'],
  ])('%j, alike by rows, SQL and sentence', (given, code) => {
    const condition = given as Condition;
    expect(codeOf(() => selectRows(condition, referrals))).toBe(code);
    expect(codeOf(() => conditionSql(condition, { ...referrals, id: 1, rows: 'rows_1' }))).toBe(
      code,
    );
    expect(codeOf(() => said(condition))).toBe(code);
  });

  test('say what can be asked instead', () => {
    expect(() => said({ op: 'contains', variable: 'date', value: '2022' })).toThrow(
      '“contains” cannot be asked of Referral date, which is of the kind date.',
    );
  });
});
