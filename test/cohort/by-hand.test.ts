import { describe, expect, test } from 'vitest';
import { parseSentence } from '../../src/cohort/parse-sentence.ts';
import { selectRows } from '../../src/cohort/select.ts';
import { conditionSentence } from '../../src/cohort/sentence.ts';
import { tablesOf } from '../../src/cohort/tables.ts';
import type { Condition, Test } from '../../src/model/condition.ts';
import type { Frame } from '../../src/model/frame.ts';
import { frameOf } from '../columns/frames.ts';

/** Small tables of which every answer can be counted by hand. Rows are 0-based. */
const referrals = {
  name: 'referrals',
  unit: 'referrals',
  ...frameOf({
    person: { kind: 'identifier', label: 'Person ID', values: ['1', '2', '1', '3', '1', null] },
    outcome: {
      kind: 'category',
      label: 'Outcome',
      values: ['A', 'A', 'R', 'R', 'A', null],
      order: [
        { value: 'A', label: 'Accepted' },
        { value: 'R', label: 'Rejected' },
      ],
    },
    date: {
      kind: 'date',
      label: 'Referral date',
      values: ['2022-03-31', '2022-04-01', '2022-01-10', '2023-03-31', '2022-01-10', '2023-04-01'],
    },
    born: {
      kind: 'date',
      label: 'Date of birth',
      values: ['2004-03-31', '2004-04-02', '2000-02-29', null, '2022-01-11', '2021-12-31'],
    },
    weeks: { kind: 'integer', label: 'Weeks', values: [3, 12, 20, null, 0, 3] },
    seen: {
      kind: 'datetime',
      label: 'Seen',
      values: ['2022-03-31T23:59:00', '2022-04-01T00:00:00', null, null, null, null],
    },
    source: {
      kind: 'text',
      label: 'Source',
      values: ['GP', 'Health visitor', 'gp practice', null, '', 'Self'],
    },
  }),
};
const people = {
  name: 'people',
  unit: 'people',
  ...frameOf({
    id: { kind: 'identifier', label: 'Person ID', values: ['1', '2', '3', '4'] },
    decile: { kind: 'integer', label: 'IMD decile', values: [1, 3, 9, null] },
  }),
};
const project = [referrals, people];
const tables = tablesOf(project);

const kept = (condition: Condition, of: Frame = referrals) => [
  ...selectRows(condition, of, tables),
];
const said = (condition: Condition, of: typeof referrals | typeof people = referrals) =>
  conditionSentence(condition, of.variables, of.unit, tables);

describe('tests', () => {
  test.each<[Test, number[], string]>([
    [{ op: 'is', variable: 'outcome', value: 'A' }, [0, 1, 4], 'Outcome is Accepted'],
    [{ op: 'is-not', variable: 'outcome', value: 'A' }, [2, 3], 'Outcome is not Accepted'],
    [{ op: 'one-of', variable: 'source', values: ['GP', 'Self'] }, [0, 5], 'Source is GP or Self'],
    [
      { op: 'none-of', variable: 'source', values: ['GP', 'Self'] },
      [1, 2, 4],
      'Source is not GP or Self',
    ],
    [
      { op: 'between', variable: 'weeks', low: 3, high: 12 },
      [0, 1, 5],
      'Weeks is between 3 and 12',
    ],
    [{ op: 'at-least', variable: 'weeks', value: 12 }, [1, 2], 'Weeks is at least 12'],
    [{ op: 'at-most', variable: 'weeks', value: 3 }, [0, 4, 5], 'Weeks is at most 3'],
    [{ op: 'below', variable: 'weeks', value: 3 }, [4], 'Weeks is below 3'],
    [
      { op: 'before', variable: 'date', value: '2022-03-31' },
      [2, 4],
      'Referral date is before 31 March 2022',
    ],
    [
      { op: 'after', variable: 'date', value: '2022-03-31' },
      [1, 3, 5],
      'Referral date is after 31 March 2022',
    ],
    [
      { op: 'on-or-after', variable: 'date', value: '2023-03-31' },
      [3, 5],
      'Referral date is on or after 31 March 2023',
    ],
    // The whole of that day is not after it.
    [{ op: 'after', variable: 'seen', value: '2022-03-31' }, [1], 'Seen is after 31 March 2022'],
    [
      { op: 'within-last', variable: 'date', n: 12, unit: 'months', until: '2023-03-31' },
      [1, 3],
      'Referral date is within the last 12 months up to 31 March 2023',
    ],
    [
      { op: 'within-last', variable: 'date', n: 1, unit: 'days', until: '2022-04-01' },
      [1],
      'Referral date is within the last 1 day up to 1 April 2022',
    ],
    [
      { op: 'within-last', variable: 'seen', n: 1, unit: 'weeks', until: '2022-03-31' },
      [0],
      'Seen is within the last 1 week up to 31 March 2022',
    ],
    [
      { op: 'in-financial-year', variable: 'date', years: ['2022/23'] },
      [1, 3],
      'Referral date is in financial year 2022/23',
    ],
    [
      { op: 'in-financial-year', variable: 'date', years: ['2021/22', '2023/24'] },
      [0, 2, 4, 5],
      'Referral date is in financial year 2021/22 or 2023/24',
    ],
    [{ op: 'contains', variable: 'source', value: 'gp' }, [0, 2], 'Source contains “gp”'],
    [{ op: 'starts-with', variable: 'source', value: 'he' }, [1], 'Source starts with “he”'],
    [{ op: 'missing', variable: 'weeks' }, [3], 'Weeks is missing'],
    [
      { op: 'missing', variable: 'weeks', reasons: ['empty'] },
      [3],
      'Weeks is missing because empty',
    ],
    [
      { op: 'missing', variable: 'weeks', reasons: ['declined', 'not asked'] },
      [],
      'Weeks is missing because declined or “not asked”',
    ],
    [{ op: 'present', variable: 'source' }, [0, 1, 2, 4, 5], 'Source is not missing'],
    // Born on 31 March 2004: 18 on that very day; on 2 April: not yet on the first.
    [
      { op: 'age-at', variable: 'born', at: { variable: 'date' }, unit: 'years', low: 18 },
      [0, 2],
      'Date of birth gives an age of at least 18 years at Referral date',
    ],
    // Nobody has an age before birth; who is born on 29 February is older on 1 March.
    [
      { op: 'age-at', variable: 'born', at: { variable: 'date' }, unit: 'years', high: 17 },
      [1, 5],
      'Date of birth gives an age of at most 17 years at Referral date',
    ],
    [
      {
        op: 'age-at',
        variable: 'born',
        at: { day: '2021-02-28' },
        unit: 'years',
        low: 21,
        high: 21,
      },
      [],
      'Date of birth gives an age between 21 and 21 years on 28 February 2021',
    ],
    [
      {
        op: 'age-at',
        variable: 'born',
        at: { day: '2021-03-01' },
        unit: 'years',
        low: 21,
        high: 21,
      },
      [2],
      'Date of birth gives an age between 21 and 21 years on 1 March 2021',
    ],
    [
      { op: 'age-at', variable: 'born', at: { day: '2022-01-31' }, unit: 'months', high: 1 },
      [4, 5],
      'Date of birth gives an age of at most 1 month on 31 January 2022',
    ],
    [
      { op: 'age-at', variable: 'born', at: { day: '2022-01-25' }, unit: 'weeks', low: 2, high: 3 },
      [4, 5],
      'Date of birth gives an age between 2 and 3 weeks on 25 January 2022',
    ],
  ])('%j', (condition, rows, words) => {
    expect(kept(condition)).toEqual(rows);
    expect(said(condition)).toBe(`referrals where ${words}`);
    expect(parseSentence(words, referrals)).toBeDefined();
  });
});

describe('linked rows', () => {
  const person = { table: 'referrals', key: 'id', foreignKey: 'person' };
  const accepted: Condition = { op: 'is', variable: 'outcome', value: 'A' };

  test.each<[Condition, number[], string]>([
    [{ linked: person }, [0, 1, 2], 'there is a row in referrals with the same Person ID'],
    [
      { linked: person, least: 2 },
      [0],
      'there are at least 2 rows in referrals with the same Person ID',
    ],
    [
      { linked: person, least: 1, most: 1 },
      [1, 2],
      'there is exactly 1 row in referrals with the same Person ID',
    ],
    [{ linked: person, most: 0 }, [3], 'there is no row in referrals with the same Person ID'],
    [
      { linked: person, least: 2, where: accepted },
      [0],
      'there are at least 2 rows in referrals with the same Person ID where (Outcome is Accepted)',
    ],
    [
      { linked: person, most: 0, where: accepted },
      [2, 3],
      'there is no row in referrals with the same Person ID where (Outcome is Accepted)',
    ],
  ])('%j of people', (condition, rows, words) => {
    expect(kept(condition, people)).toEqual(rows);
    expect(said(condition, people)).toBe(`people where ${words}`);
  });

  test('a condition on people is asked of their referrals; without a key none is linked', () => {
    const linked = { table: 'people', key: 'person', foreignKey: 'id' };
    const deprived: Condition = { op: 'at-most', variable: 'decile', value: 3 };
    expect(kept({ linked, where: deprived })).toEqual([0, 1, 2, 4]);
    expect(kept({ linked, most: 0, where: deprived })).toEqual([3]);
  });

  test('another key than its namesake is said with both names', () => {
    const linked = { table: 'people', key: 'outcome', foreignKey: 'id' };
    expect(said({ linked })).toBe(
      'referrals where there is a row in people with Person ID the same as Outcome',
    );
  });

  test.each([
    [{ table: 'visits', key: 'person', foreignKey: 'id' }, 'unknown-table'],
    [{ table: 'people', key: 'person', foreignKey: 'nobody' }, 'unknown-variable'],
    [{ table: 'people', key: 'date', foreignKey: 'id' }, 'bad-key'],
  ])('%j is refused', (linked, code) => {
    for (const ask of [() => kept({ linked }), () => said({ linked })]) {
      expect(ask).toThrow(expect.objectContaining({ code }));
    }
  });

  test('without other tables it is refused and says so', () => {
    const ask = () => conditionSentence({ linked: person }, people.variables, 'people');
    expect(ask).toThrow('The condition asks about rows of referrals');
  });
});

describe('the nth row of a person', () => {
  const first = { nth: 1, by: 'date', of: 'person' } as const;

  test.each<[Condition, number[], string]>([
    // Two of person 1 on the same day: the earlier row is the first of them.
    [first, [1, 2, 3], 'it is the first row by Referral date with the same Person ID'],
    [{ ...first, nth: 2 }, [4], 'it is the second row by Referral date with the same Person ID'],
    [
      { ...first, nth: 'last' },
      [0, 1, 3],
      'it is the last row by Referral date with the same Person ID',
    ],
    [
      { ...first, where: { op: 'is', variable: 'outcome', value: 'A' } },
      [1, 4],
      'it is the first row by Referral date with the same Person ID among those where (Outcome is Accepted)',
    ],
  ])('%j', (condition, rows, words) => {
    expect(kept(condition)).toEqual(rows);
    expect(said(condition)).toBe(`referrals where ${words}`);
    expect(parseSentence(words, referrals, project)).toBeDefined();
  });

  test('needs something that has an order', () => {
    expect(() => kept({ ...first, by: 'source' })).toThrow(
      'Rows cannot be put in order by Source.',
    );
  });
});

describe('sentences that are read back', () => {
  const read = (text: string) => parseSentence(text, referrals, project);

  test('groups as they are bracketed', () => {
    const accepted = { op: 'is', variable: 'outcome', value: 'A' };
    expect(
      read('referrals where Outcome is Accepted and (Weeks is at least 3 or Weeks is missing)'),
    ).toEqual({
      all: [
        accepted,
        {
          any: [
            { op: 'at-least', variable: 'weeks', value: 3 },
            { op: 'missing', variable: 'weeks' },
          ],
        },
      ],
    });
    expect(read('referrals except those where Outcome is Accepted')).toEqual({ not: accepted });
    expect(read('all referrals')).toEqual({ all: [] });
  });

  test('a value that holds words of the sentence stands in quotes', () => {
    const condition = { op: 'is', variable: 'source', value: 'GP and midwife, or “both”' } as const;
    expect(said(condition)).toBe('referrals where Source is “GP and midwife, or “both”””');
    expect(read(said(condition))).toEqual(condition);
  });

  test('what is none of our sentences is not read', () => {
    for (const text of [
      '',
      'Outcome',
      'Outcome is',
      'Weeks is at least many',
      'Outcome is A and',
    ]) {
      expect(read(text), text).toBeUndefined();
    }
  });

  test('a long list is shown by its beginning and said whole', () => {
    const values = Array.from({ length: 40 }, (_, i) => `v${i}`);
    const condition = { op: 'one-of', variable: 'source', values } as const;
    expect(read(said(condition))).toBeUndefined();
    const whole = conditionSentence(condition, referrals.variables, 'referrals', tables, {
      whole: true,
    });
    expect(read(whole)).toEqual(condition);
  });
});
