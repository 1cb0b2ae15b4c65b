import { describe, expect, test } from 'vitest';
import { pairFrame } from '../../src/measures/pair.ts';
import { parseIsoDate } from '../../src/model/calendar.ts';
import { missingReason } from '../../src/model/column.ts';
import { columnNamed } from '../../src/model/frame.ts';
import { Refusal } from '../../src/model/refusal.ts';
import type { PairRule } from '../../src/model/table.ts';
import { frameOf, valuesOf } from '../columns/frames.ts';

type Row = readonly [string, string, string | null, number | null, string?];

const scores = (rows: readonly Row[]) =>
  frameOf({
    person: { kind: 'identifier', values: rows.map((row) => row[0]) },
    time: { kind: 'category', values: rows.map((row) => row[1]) },
    date: { kind: 'date', label: 'Date', values: rows.map((row) => row[2]) },
    rater: { kind: 'category', values: rows.map((row) => row[4] ?? null) },
    total: { kind: 'integer', label: 'Total', values: rows.map((row) => row[3]) },
  });

const RULE: PairRule = {
  person: 'person',
  time: 'time',
  before: 'T1',
  after: 'T2',
  eligible: { table: 'people', person: 'id' },
};

const day = (iso: string) => parseIsoDate(iso) ?? Number.NaN;
const everybody = (...people: string[]) =>
  people.map((person) => ({ person, from: null, until: null }));

function pair(
  rows: readonly Row[],
  rule: Partial<PairRule>,
  more: Partial<Parameters<typeof pairFrame>[2]> = {},
) {
  const people = everybody(...new Set(rows.map(([person]) => person)));
  const { frame, account } = pairFrame(scores(rows), { ...RULE, ...rule }, { people, ...more });
  return {
    account,
    before: valuesOf(frame, 'total_before'),
    after: valuesOf(frame, 'total_after'),
    why: Array.from({ length: frame.rows }, (_, row) =>
      missingReason(columnNamed(frame, 'total_after'), row),
    ),
    status: valuesOf(frame, 'status'),
    frame,
  };
}

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'not refused';
};

const SEVERAL: readonly Row[] = [
  ['a', '3', '2021-09-01', 30],
  ['a', '1', '2021-01-01', 10],
  ['a', '2', '2021-05-01', 20],
  ['a', '4', '2021-12-01', null],
  ['a', '5', null, 50],
  ['b', '1', '2021-01-01', 11],
];

test('the first and the last form by date, of those with a score', () => {
  const { before, after, account, why } = pair(SEVERAL, {
    choose: 'first-last',
    before: 'First',
    after: 'Last',
  });
  expect(before).toEqual([10, 11]);
  expect(after).toEqual([30, null]);
  expect(why[1]).toBe('First only');
  expect(account).toMatchObject({ both: 1, beforeOnly: 1, repeated: 1, unusable: 2 });
});

describe('first on or after contact 1, last on or after contact 2', () => {
  const rule = {
    choose: 'contacts' as const,
    before: 'First',
    after: 'Last',
    contacts: { table: 'appointments', person: 'id', date: 'date' },
  };
  const contacts = (a: string[], b: string[] = []) => ({
    contacts: new Map([
      ['a', a.map(day)],
      ['b', b.map(day)],
    ]),
  });

  test('a form before the first contact does not count, nor a last one before the second', () => {
    const late = pair(SEVERAL, rule, contacts(['2021-06-01', '2021-02-01'], ['2021-01-01']));
    // Contacts in February and June: the form of May is the first, that of September the last.
    expect([late.before, late.after]).toEqual([
      [20, 11],
      [30, null],
    ]);
    expect(late.account).toMatchObject({ both: 1, beforeOnly: 1, twoContacts: 1, repeated: 1 });
    const never = pair(SEVERAL, rule, contacts(['2021-01-01', '2021-10-01']));
    expect([never.before, never.after]).toEqual([
      [10, null],
      [null, null],
    ]);
    expect(never.account).toMatchObject({ both: 0, beforeOnly: 1, neither: 1 });
  });

  test('the last has to be another form than the first', () => {
    const one: readonly Row[] = [['a', '1', '2021-03-01', 5]];
    const { account } = pair(one, rule, contacts(['2021-01-01', '2021-02-01']));
    expect(account).toMatchObject({ both: 0, beforeOnly: 1 });
  });

  test('forms outside the episode are not used', () => {
    const people = [{ person: 'a', from: day('2021-04-01'), until: day('2021-08-31') }];
    const { account, before } = pair(SEVERAL, rule, {
      people,
      ...contacts(['2021-04-01', '2021-04-02']),
    });
    expect(before).toEqual([20]);
    expect(account).toMatchObject({ both: 0, beforeOnly: 1, outside: 3, notEligible: 1 });
  });

  test('needs contacts', () => {
    const { contacts: _, ...bare } = rule;
    expect(codeOf(() => pair(SEVERAL, bare))).toBe('no-contacts');
  });
});

describe('window, rater and order', () => {
  const rows: readonly Row[] = [
    ['a', 'T1', '2021-01-01', 1, 'CP1'],
    ['a', 'T2', '2021-01-11', 2, 'CP2'],
    ['a', 'T2', '2021-03-01', 3, 'CP1'],
    ['b', 'T1', '2021-01-01', 4, 'CP1'],
    ['b', 'T2', '2020-12-31', 5, 'CP2'],
    ['c', 'T1', null, 6, 'CP1'],
    ['c', 'T2', '2021-01-31', 7, 'CP1'],
  ];

  test('without them the first by date is used, and dates out of order are counted', () => {
    const { before, after, account } = pair(rows, {});
    expect([before, after]).toEqual([
      [1, 4, 6],
      [2, 5, 7],
    ]);
    expect(account).toMatchObject({ both: 3, outOfOrder: 1, repeated: 1 });
    expect(account.excluded).toBeUndefined();
  });

  test('another form that meets the rule is taken; else the pair is excluded with the reason', () => {
    const rater = pair(rows, { sameRater: 'rater' });
    expect(rater.after).toEqual([3, null, 7]);
    expect(rater.account).toMatchObject({
      both: 2,
      excluded: [{ reason: 'different rater', n: 1 }],
    });
    expect(rater.status).toEqual(['Both', 'Excluded', 'Both']);
    expect(rater.why[1]).toBe('different rater');

    const window = pair(rows, { window: { least: 30, most: 365 } });
    expect(window.after).toEqual([3, null, null]);
    expect(window.account.excluded).toEqual([
      { reason: 'outside the window', n: 1 },
      { reason: 'a date is missing', n: 1 },
    ]);

    const order = pair(rows, { inOrder: true });
    expect(order.account.excluded).toEqual([
      { reason: 'second form not after the first', n: 1 },
      { reason: 'a date is missing', n: 1 },
    ]);
    expect(order.account.outOfOrder).toBe(0);
  });

  test('the version of the form has to be the same where the rule says so', () => {
    const versions = frameOf({
      person: { kind: 'identifier', values: ['a', 'a', 'a', 'b', 'b'] },
      time: { kind: 'category', values: ['T1', 'T2', 'T2', 'T1', 'T2'] },
      version: { kind: 'category', values: ['Baby', 'Child', 'Baby', 'Baby', 'Child'] },
      total: { kind: 'integer', values: [1, 2, 3, 4, 5] },
    });
    const rule = { ...RULE, sameVersion: 'version' };
    const { frame, account } = pairFrame(versions, rule, { people: everybody('a', 'b') });
    expect(valuesOf(frame, 'total_after')).toEqual([3, null]);
    expect(account.excluded).toEqual([{ reason: 'different version', n: 1 }]);
  });

  test('the account adds up to those who are eligible', () => {
    for (const rule of [{}, { sameRater: 'rater' }, { window: { least: 30 } }, { inOrder: true }]) {
      const { account } = pair(rows, rule);
      const { both, beforeOnly, afterOnly, neither, excluded = [] } = account;
      const left = excluded.reduce((sum, { n }) => sum + n, 0);
      expect(both + beforeOnly + afterOnly + neither + left).toBe(account.eligible);
    }
  });

  test('dates that the rule needs have to be there', () => {
    const undated = frameOf({
      person: { kind: 'identifier', values: ['a'] },
      time: { kind: 'category', values: ['T1'] },
      total: { kind: 'integer', values: [1] },
    });
    const rule: PairRule = { ...RULE, choose: 'first-last' };
    expect(codeOf(() => pairFrame(undated, rule, { people: everybody('a') }))).toBe('no-dates');
  });
});

describe('two episodes of one person', () => {
  const rows: readonly Row[] = [
    ['a', '1', '2021-01-05', 10],
    ['a', '2', '2021-03-01', 12],
    ['a', '3', '2022-01-10', 20],
    ['a', '4', '2022-06-01', 25],
    ['a', '5', '2021-08-01', 99],
    ['b', '1', '2021-02-01', 7],
  ];
  const people = [
    { person: 'a', episode: 'r1', from: day('2021-01-01'), until: day('2021-06-30') },
    { person: 'a', episode: 'r2', from: day('2022-01-01'), until: null },
    { person: 'b', episode: 'r3', from: day('2021-01-01'), until: null },
  ];
  const contacts = new Map([
    ['r1', [day('2021-01-02'), day('2021-02-01')]],
    ['r2', [day('2022-01-02'), day('2022-02-01')]],
    ['r3', [day('2021-01-02')]],
  ]);
  const rule = {
    choose: 'contacts' as const,
    before: 'First',
    after: 'Last',
    contacts: { table: 'appointments', person: 'id', date: 'date' },
  };

  test('are two pairs: a form counts for the episode in which its date lies', () => {
    const { before, after, account } = pair(rows, rule, { people, contacts });
    expect([before, after]).toEqual([
      [10, 20, 7],
      [12, 25, null],
    ]);
    expect(account).toMatchObject({
      eligible: 3,
      both: 2,
      beforeOnly: 1,
      outside: 1,
      twoContacts: 2,
    });
  });

  test('where episodes overlap, the later one has the form; without a date nobody knows', () => {
    const overlapping = people.map((each) => ({ ...each, until: null }));
    const forms: readonly Row[] = [
      ['a', 'T1', '2022-01-10', 20],
      ['a', 'T1', null, 21],
      ['a', 'T2', '2022-03-01', 22],
    ];
    const { before, after, account } = pair(forms, {}, { people: overlapping });
    expect([before, after]).toEqual([
      [null, 20, null],
      [null, 22, null],
    ]);
    expect(account).toMatchObject({ both: 1, neither: 2, unusable: 1 });
  });
});
