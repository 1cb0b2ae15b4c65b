import { describe, expect, test } from 'vitest';
import { pairFrame } from '../../src/measures/pair.ts';
import { missingReason } from '../../src/model/column.ts';
import { columnNamed, variableNamed } from '../../src/model/frame.ts';
import type { PairRule } from '../../src/model/table.ts';
import { pairingWords } from '../../src/workbench/pairing-words.ts';
import { frameOf, valuesOf } from '../columns/frames.ts';

type Row = readonly [
  person: string | null,
  time: string,
  date: string | null,
  warmth: number | null,
];

const scores = (rows: readonly Row[]) =>
  frameOf({
    person: { kind: 'identifier', label: 'Client ID', values: rows.map((row) => row[0]) },
    time: { kind: 'category', values: rows.map((row) => row[1]), order: ['T1', 'T2', 'T3'] },
    date: { kind: 'date', label: 'Date of the form', values: rows.map((row) => row[2]) },
    warmth: {
      kind: 'integer',
      label: 'Warmth (MORS-SF, 0–35, higher is better)',
      values: rows.map((row) => row[3]),
    },
    items_answered: { kind: 'integer', values: rows.map(() => 14) },
  });

const RULE: PairRule = {
  person: 'person',
  time: 'time',
  before: 'T1',
  after: 'T2',
  eligible: { table: 'people', person: 'id' },
};

const ROWS: readonly Row[] = [
  ['both', 'T1', '2021-01-01', 20],
  ['both', 'T2', '2021-01-31', 25],
  ['first', 'T1', '2021-01-01', 18],
  ['second', 'T2', '2021-03-01', 30],
  ['stranger', 'T1', '2021-01-01', 9],
  [null, 'T2', '2021-01-01', 9],
  ['unscored', 'T1', null, 12],
  ['unscored', 'T2', '2021-02-01', null],
  ['twice', 'T1', '2021-05-02', 11],
  ['twice', 'T1', '2021-05-01', 10],
  ['twice', 'T1', null, 12],
  ['twice', 'T2', '2021-05-21', 15],
  ['both', 'T3', '2022-01-01', 1],
];
const everybody = (...people: string[]) => ({
  people: people.map((person) => ({ person, from: null, until: null })),
});
const ELIGIBLE = everybody('both', 'first', 'second', 'none', 'unscored', 'twice');

describe('pairs', () => {
  const { frame, account } = pairFrame(scores(ROWS), RULE, ELIGIBLE);
  const reasons = (name: string) =>
    Array.from({ length: frame.rows }, (_, row) => missingReason(columnNamed(frame, name), row));

  test('one row an eligible person, and an account that adds up', () => {
    expect(valuesOf(frame, 'person')).toEqual([
      'both',
      'first',
      'second',
      'none',
      'unscored',
      'twice',
    ]);
    expect(valuesOf(frame, 'status')).toEqual([
      'Both',
      'T1 only',
      'T2 only',
      'Neither',
      'Both',
      'Both',
    ]);
    expect(account).toEqual({
      eligible: 6,
      both: 3,
      beforeOnly: 1,
      afterOnly: 1,
      neither: 1,
      notEligible: 2,
      repeated: 2,
      outOfOrder: 0,
      medianDays: 25,
    });
    expect(account.both + account.beforeOnly + account.afterOnly + account.neither).toBe(
      account.eligible,
    );
    expect(variableNamed(frame, 'status').values.map((entry) => entry.value)).toEqual([
      'Both',
      'T1 only',
      'T2 only',
      'Neither',
    ]);
  });

  test('values stand side by side, and a missing one says why', () => {
    expect(valuesOf(frame, 'warmth_before')).toEqual([20, 18, null, null, 12, 10]);
    expect(valuesOf(frame, 'warmth_after')).toEqual([25, null, 30, null, null, 15]);
    expect(reasons('warmth_before')).toEqual([null, null, 'T2 only', 'neither form', null, null]);
    expect(reasons('warmth_after')).toEqual([
      null,
      'T1 only',
      null,
      'neither form',
      'not scorable',
      null,
    ]);
    expect(variableNamed(frame, 'warmth_before').label).toBe('Warmth, T1');
    expect(variableNamed(frame, 'warmth_after')).toMatchObject({
      label: 'Warmth, T2',
      evidence: 'Warmth (MORS-SF, 0–35, higher is better) of the first form at T2.',
    });
  });

  test('time points are called by their labels', () => {
    const order = [
      { value: 'T1', label: 'Start' },
      { value: 'T2', label: 'End' },
    ];
    const plain = scores(ROWS);
    const variables = plain.variables.map((each) =>
      each.name === 'time' ? { ...each, values: order } : each,
    );
    const called = pairFrame({ ...plain, variables }, RULE, ELIGIBLE);
    expect(variableNamed(called.frame, 'warmth_before').label).toBe('Warmth, Start');
    expect(valuesOf(called.frame, 'status').slice(0, 3)).toEqual([
      'Both',
      'Start only',
      'End only',
    ]);
    expect(missingReason(columnNamed(called.frame, 'warmth_after'), 1)).toBe('Start only');
    expect(called.account).toEqual({ ...account, times: { before: 'Start', after: 'End' } });
    const origin = { made: 'pairs', from: 'scores', rule: RULE, account: called.account } as const;
    const words = pairingWords(origin, 'people');
    expect(words[0]).toContain('Start with End');
    expect(words[1]).toBe('Both 3, Start only 1, End only 1, neither 1.');
    // What is computed is the same.
    expect(valuesOf(called.frame, 'warmth_after')).toEqual(valuesOf(frame, 'warmth_after'));
  });

  test('of several forms the first by date is used, an undated one last', () => {
    expect(valuesOf(frame, 'date_before').at(-1)).toBe('2021-05-01');
    expect(valuesOf(frame, 'days_between')).toEqual([30, null, null, null, null, 20]);
    expect(reasons('days_between')).toEqual([
      null,
      'T1 only',
      'T2 only',
      'neither form',
      'no date',
      null,
    ]);
  });

  test('rows are walked back to the first form, and nothing else is added', () => {
    expect([...frame.origin]).toEqual([1, 3, 4, 0, 7, 10]);
    expect(frame.variables.map((variable) => variable.name)).toEqual([
      'person',
      'status',
      'warmth_before',
      'warmth_after',
      'date_before',
      'date_after',
      'days_between',
    ]);
  });
});

test('without dates there are none, and no median', () => {
  const dated = scores(ROWS);
  const bare = {
    ...dated,
    variables: dated.variables.filter((variable) => variable.name !== 'date'),
    columns: dated.columns.filter((_, i) => i !== 2),
  };
  const { frame, account } = pairFrame(bare, RULE, ELIGIBLE);
  expect(account.medianDays).toBeNull();
  expect(valuesOf(frame, 'warmth_before').at(-1)).toBe(11);
  expect(frame.variables.some((variable) => variable.kind === 'date')).toBe(false);
});

test('a time point that does not exist is refused, an empty declared one is not', () => {
  expect(() => pairFrame(scores(ROWS), { ...RULE, after: 'T4' }, ELIGIBLE)).toThrow(
    'There is no time point “T4” in the scores.',
  );
  expect(() => pairFrame(scores(ROWS), { ...RULE, after: 'T1' }, ELIGIBLE)).toThrow(
    'cannot be compared with itself',
  );
  const early = ROWS.filter((row) => row[1] === 'T1');
  expect(pairFrame(scores(early), RULE, ELIGIBLE).account).toMatchObject({
    both: 0,
    beforeOnly: 4,
  });
});
