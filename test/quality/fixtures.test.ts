import { describe, expect, test } from 'vitest';
import { dayColumn } from '../../src/columns/build.ts';
import { DID_NOT_FIT } from '../../src/model/column.ts';
import type { Frame } from '../../src/model/frame.ts';
import type { CellNote, ImportDecisions } from '../../src/model/importing.ts';
import type { RuleKindName, RuleTest } from '../../src/model/quality.ts';
import { countRule } from '../../src/quality/count-rule.ts';
import type { ImportFacts, RowKind, Words } from '../../src/quality/rule-kind.ts';
import { kindOf, ruleKinds } from '../../src/quality/rule-kinds.ts';
import { frameOf } from '../columns/frames.ts';
import { checkedOf, failing } from './checked.ts';

interface Fixture {
  test: RuleTest;
  frame: Frame;
  others?: Record<string, Frame>;
  imported?: ImportFacts;
  /** The one bad row, or what is told of the table. */
  bad: number | string;
  /** What holds when all is well, and what the list of rows says of the bad one. */
  sentence: string;
  why?: string;
}

const texts = (values: (string | null)[], kind: 'category' | 'text' | 'identifier' = 'category') =>
  ({ kind, values }) as const;
const dates = (...values: (string | null)[]) => ({ kind: 'date', values }) as const;
const numbers = (...values: (number | null)[]) => ({ kind: 'integer', values }) as const;

const IMPORTED: ImportFacts = {
  decisions: {
    format: 'attune-import/1',
    dialect: { kind: 'xlsx', sheet: 'S' },
    header: { row: 1, rows: 1 },
    footer: 1,
    columns: [
      {
        position: 0,
        header: 'd',
        name: 'd',
        keep: true,
        kind: 'date',
        dateOrder: 'dmy',
        missing: [],
      },
    ],
    required: [],
  } satisfies ImportDecisions,
  quarantine: [{ row: 7, cells: ['x'], reason: 'too few fields: 1 instead of 2', file: 'a.csv' }],
  footers: [{ file: 'a.csv', rows: 1 }],
  notes: () => [
    { row: 1, column: 0, raw: 'N ', kind: 'raw', reason: '' },
    { row: 2, column: 0, raw: '31/02/2021', kind: 'problem', reason: 'not a date: no such day' },
  ],
};

const PEOPLE = frameOf({
  id: texts(['P1', 'P2', 'P3'], 'identifier'),
  nhs: texts(['N1', 'N2', 'N1'], 'identifier'),
  since: dates('2023-01-01', '2023-02-01', '2023-01-01'),
});
const person = { person: texts(['P1', 'P2', 'P9'], 'identifier') };

/** One bad row for every kind of rule: the compiler holds the record complete. */
const FIXTURES: Readonly<Record<RuleKindName, Fixture>> = {
  required: {
    test: { kind: 'required', variables: ['a'] },
    frame: frameOf({ a: numbers(1, null, 3) }),
    bad: 2,
    sentence: 'a is filled in',
    why: 'a is blank.',
  },
  fits: {
    test: { kind: 'fits', variables: ['a'] },
    frame: {
      ...frameOf({ a: dates('2021-01-01', '2021-01-02', null) }),
      columns: [dayColumn([1, 2, null], [null, null, DID_NOT_FIT])],
    },
    imported: IMPORTED,
    bad: 3,
    sentence: 'Every cell of a can be read as what the column holds',
    why: 'a: “31/02/2021” is not a date: no such day.',
  },
  range: {
    test: { kind: 'range', variables: ['a'], low: 1, high: 10, whole: true },
    frame: frameOf({ a: numbers(1, 10, 11, null) }),
    bad: 3,
    sentence: 'a is a whole number from 1 to 10',
    why: 'a is 11, not a whole number from 1 to 10.',
  },
  'in-list': {
    test: { kind: 'in-list', variable: 'a', values: ['F', 'M'] },
    frame: frameOf({ a: texts(['F', 'f', null]) }),
    bad: 2,
    sentence: 'a is one of: F, M',
    why: 'a is “f”, which is not in the list.',
  },
  'code-list': {
    test: { kind: 'code-list', variable: 'a', list: 'referral-source', on: 'd' },
    frame: frameOf({
      a: texts(['A2', 'J1', 'J1']),
      d: dates('2021-01-01', '2020-03-31', '2020-04-01'),
    }),
    bad: 3,
    sentence: 'a is a code of “Source of referral for mental health (NHS)” in use on the day of d',
    why: 'a is “J1”: in use only until 2020-03-31.',
  },
  spelling: {
    test: { kind: 'spelling', variable: 'a' },
    frame: frameOf({ a: texts(['Health visitor', 'Health visitor', 'HV', 'GP']) }),
    bad: 3,
    sentence: 'Each value of a is spelt in one way',
    why: 'a is “HV”, which looks like “Health visitor”.',
  },
  shape: {
    test: { kind: 'shape', variable: 'a', shapes: ['99999'] },
    frame: frameOf({ a: texts(['00417', '417', null], 'identifier') }),
    bad: 2,
    sentence: 'a has the shape 99999',
    why: 'a is “417”, not 99999. It may have lost its leading zeros.',
  },
  format: {
    test: { kind: 'format', variable: 'a', format: 'nhs-number' },
    frame: frameOf({ a: texts(['943 476 5919', '9434765918', null], 'identifier') }),
    bad: 2,
    sentence: 'a is an NHS number',
    why: 'a “943•••••18” is not an NHS number.',
  },
  unique: {
    test: { kind: 'unique', variables: ['a', 'b'], anyCase: true },
    frame: frameOf({ a: texts(['P1', 'P1', 'P1', null]), b: texts(['T1', 'T2', 't1', 'T1']) }),
    bad: 3,
    sentence: 'a and b together are in one row only',
    why: 'a “P1”, b “t1” stand in row 1 already.',
  },
  'no-repeats': {
    test: { kind: 'no-repeats' },
    frame: frameOf({ a: numbers(1, 1, null, null), b: numbers(1, 2, 3, 3) }),
    bad: 4,
    sentence: 'No row repeats another exactly',
    why: 'Repeats row 3 exactly.',
  },
  'at-most': {
    test: { kind: 'at-most', n: 1, per: ['a'] },
    frame: frameOf({ a: texts(['P1', 'P2', 'P1', null, null]) }),
    bad: 3,
    sentence: 'There are at most 1 rows for each a',
    why: 'The 2nd row for the same a.',
  },
  'same-for': {
    test: { kind: 'same-for', variable: 'a', per: 'p' },
    frame: frameOf({ p: texts(['P1', 'P1', 'P1', 'P2']), a: texts([null, 'M', 'N', 'N']) }),
    bad: 3,
    sentence: 'a is the same in all rows of a p',
    why: 'a is “N”, and “M” in row 2 of the same person.',
  },
  exists: {
    test: { kind: 'exists', variable: 'person', table: 'people', key: 'id' },
    frame: frameOf(person),
    others: { people: PEOPLE },
    bad: 3,
    sentence: 'person is in People, id',
    why: 'person “P9” is not in people.',
  },
  'first-id': {
    test: { kind: 'first-id', variable: 'person', table: 'people', key: 'id', by: ['nhs'] },
    frame: frameOf({ person: texts(['P1', 'P2', 'P3'], 'identifier') }),
    others: { people: PEOPLE },
    bad: 3,
    sentence: 'person is the first id of a person in People, by nhs',
    why: '“P3” is the person of “P1”: the same nhs in people.',
  },
  order: {
    test: {
      kind: 'order',
      variable: 'seen',
      after: { table: 'people', key: 'id', foreignKey: 'person', variable: 'since' },
    },
    frame: frameOf({ ...person, seen: dates('2023-01-01', '2023-01-22', '2020-01-01') }),
    others: { people: PEOPLE },
    bad: 2,
    sentence: 'seen is on or after since of People',
    why: 'seen 22 January 2023 is 10 days before since of people, 1 February 2023.',
  },
  'not-future': {
    test: { kind: 'not-future', variables: ['a'] },
    frame: frameOf({ a: dates('2024-01-31', '2024-02-01') }),
    bad: 2,
    sentence: 'a is not after the day of the import',
    why: 'a is 1 February 2024; the import was on 31 January 2024.',
  },
  'default-date': {
    test: { kind: 'default-date', variables: ['a'] },
    frame: frameOf({ a: dates('2024-01-31', '1900-01-01') }),
    bad: 2,
    sentence: 'a holds no default date such as 1 January 1900',
    why: 'a: 1 January 1900.',
  },
  'missing-code': {
    test: { kind: 'missing-code', variable: 'a', values: ['99', '-9'] },
    frame: frameOf({ a: numbers(1, 2, null, -9) }),
    bad: 4,
    sentence: 'No 99 or −9 in a stands for a missing value',
    why: 'a is −9, which may stand for a missing value.',
  },
  weekday: {
    test: { kind: 'weekday', variable: 'a' },
    frame: frameOf({ a: dates('2023-05-05', '2023-05-08', '2023-05-09') }),
    bad: 2,
    sentence: 'a is a working day in England and Wales',
    why: 'a, 8 May 2023, is a bank holiday.',
  },
  equal: {
    // PRFQ, subscale of certainty: item 11 is reversed (domain: vector with and without reversal).
    test: { kind: 'equal', variable: 't', of: ['a', 'b'], how: 'mean', reversed: ['b'], around: 8 },
    frame: frameOf({
      a: numbers(5, 5),
      b: numbers(3, 3),
      t: { kind: 'decimal', values: [5, 4] },
    }),
    bad: 2,
    sentence: 't is the mean of a and b',
    why: 't is 4; the mean of a and b is 5.',
  },
  computed: {
    test: { kind: 'computed', variable: 'days', expression: 'days_between(received, seen)' },
    frame: frameOf({
      received: dates('2023-01-10', '2023-01-10', '2023-01-10', null),
      seen: dates('2023-01-20', '2023-01-20', null, '2023-01-20'),
      days: numbers(10, 11, 4, 4),
    }),
    bad: 2,
    sentence: 'days is days_between(received, seen)',
    why: 'days is 11; days_between(received, seen) is 10.',
  },
  'straight-line': {
    test: { kind: 'straight-line', variables: ['a', 'b'] },
    frame: frameOf({ a: numbers(5, 5), b: numbers(3, 5) }),
    bad: 2,
    sentence: 'a and b are not all answered alike',
    why: 'All 2 answers are 5.',
  },
  identifiers: {
    test: { kind: 'identifiers', variable: 'a' },
    frame: frameOf({ a: texts(['Came late', 'NHS no. 999 000 0018, same worker'], 'text') }),
    bad: 2,
    sentence:
      'a holds no NHS number, phone number, e-mail address, postcode, date of birth or name',
    why: 'a holds NHS number “999 ••• ••18”.',
  },
  volume: {
    test: { kind: 'volume', variable: 'a' },
    frame: frameOf({
      a: dates(
        ...Array.from({ length: 12 }, (_, month) =>
          Array.from(
            { length: month === 5 ? 0 : 9 + (month % 3) },
            (_each, day) =>
              `2022-${String(month + 1).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}`,
          ),
        ).flat(),
      ),
    }),
    bad: 'June 2022: 0, usually 9.9',
    sentence: 'No month of a has far fewer or more rows than those around it',
  },
  'full-years': {
    test: { kind: 'full-years', variable: 'a' },
    frame: frameOf({ a: dates('2022-04-30', '2023-12-01') }),
    bad: '2023/24 ends with December 2023',
    sentence: 'a covers whole financial years',
  },
  'second-date': {
    test: {
      kind: 'second-date',
      variable: 't1',
      second: 't2',
      due: 90,
      when: { op: 'present', variable: 'closed' },
    },
    frame: frameOf({
      t1: dates('2023-01-10', '2023-01-10', '2024-01-10', null),
      t2: dates('2023-04-10', null, null, null),
      closed: dates(null, null, null, '2023-06-01'),
    }),
    bad: 2,
    sentence:
      't2 is filled in where t1 is, once 90 days have passed, or for rows where closed is not missing',
    why: 't1 is 10 January 2023, 386 days before these data; there is no t2.',
  },
  'second-row': {
    test: {
      kind: 'second-row',
      variable: 'd',
      per: 'id',
      time: 'time',
      first: ['T1', 't1'],
      second: ['T2'],
      due: 90,
    },
    frame: frameOf({
      id: texts(['P1', 'P1', 'P2', 'P2', 'P3', 'P4'], 'identifier'),
      time: texts(['T1', 'T2', 't1', 'T1', 'T1', 'T2']),
      d: dates('2023-01-10', '2023-05-01', '2023-02-01', '2023-02-01', '2024-01-10', '2023-02-01'),
    }),
    bad: 3,
    sentence: 'Each id with T1 has T2 in time, once 90 days have passed',
    why: 'T1 is of 1 February 2023, 364 days before these data; there is no T2 of the same id.',
  },
  'every-year': {
    test: { kind: 'every-year', variables: ['a', 'b'], by: 'd' },
    frame: frameOf({
      d: dates(
        ...Array.from({ length: 40 }, (_, i) => (i < 20 ? '2022-03-31' : '2022-04-01')),
        '1900-01-01',
      ),
      a: numbers(...Array.from({ length: 41 }, (_, i) => (i < 20 && i > 2 ? null : 1))),
      b: numbers(...Array.from({ length: 41 }, () => 1)),
    }),
    bad: '2021/22, 20 rows: a in 3 of 20 (15\u202f%), in other years 20 of 20 (100\u202f%)',
    sentence: 'a and b are filled in in every financial year of d alike',
  },
  'all-loaded': {
    test: { kind: 'all-loaded' },
    frame: frameOf({ a: numbers(1) }),
    imported: IMPORTED,
    bad: 'a.csv, row 7: too few fields: 1 instead of 2',
    sentence: 'Every row of the file was loaded',
  },
  'no-footer': {
    test: { kind: 'no-footer' },
    frame: frameOf({ a: numbers(1) }),
    imported: IMPORTED,
    bad: 'a.csv: the last row is no data and was left out',
    sentence: 'No totals or notes stand under the data',
  },
  'as-written': {
    test: { kind: 'as-written', variables: ['a'] },
    frame: frameOf({ a: texts(['N', 'N', null]) }),
    imported: IMPORTED,
    bad: 2,
    sentence: 'Every cell of a is written as its value',
    why: 'a: “N ” was read without what is around it.',
  },
  'date-order': {
    test: { kind: 'date-order', variables: ['d'] },
    frame: frameOf({
      d: dates(
        ...Array.from(
          { length: 24 },
          (_, i) => `2022-${String((i % 12) + 1).padStart(2, '0')}-0${(i % 7) + 1}`,
        ),
      ),
    }),
    imported: IMPORTED,
    bad: 'd: no day of 24 dates is above 12; read with the day first, as somebody decided',
    sentence: 'The dates of d prove whether the day stands first',
  },
};

describe('a fixture with one bad row', () => {
  for (const [name, fixture] of Object.entries(FIXTURES)) {
    test(name, () => {
      const { test: rule, frame, others, imported, bad, sentence, why } = fixture;
      const data = checkedOf(frame, others, imported);
      const words: Words = {
        unit: 'rows',
        variables: frame.variables,
        linked: (other) => ({ label: 'People', variables: others?.[other]?.variables ?? [] }),
      };
      const kind = kindOf(rule);
      expect(rule.kind).toBe(name);
      expect(failing(rule, data)).toEqual([bad]);
      expect(kind.sentence(rule, words)).toBe(sentence);
      if (kind.asks === 'rows') {
        expect(kind.explain(rule, data, Number(bad) - 1).sentence).toBe(why);
      }
    });
  }

  test('a year that begins late and ends early is one of one', () => {
    const data = checkedOf(frameOf({ a: dates('2023-05-02', '2024-01-31') }));
    const rule = { kind: 'full-years', variable: 'a' } as const;
    expect(failing(rule, data)).toEqual([
      '2023/24 begins with May 2023 and ends with January 2024',
    ]);
    expect(countRule({ test: rule }, data)).toMatchObject({ n: 1, of: 1 });
  });

  test('a text that its reason repeats is said once', () => {
    const { frame } = FIXTURES.fits;
    const repeats: CellNote = {
      row: 2,
      column: 0,
      kind: 'problem',
      raw: 'Seen',
      reason: 'not a date: “Seen”',
    };
    const data = checkedOf(frame, {}, { ...IMPORTED, notes: () => [repeats] });
    const kind = kindOf(FIXTURES.fits.test) as RowKind;
    expect(kind.explain(FIXTURES.fits.test, data, 2).sentence).toBe('a: “Seen” is not a date.');
  });

  test('every kind has a label, and fields that its test has', () => {
    for (const { kind, label, fields } of ruleKinds()) {
      expect(label.length, kind).toBeGreaterThan(3);
      const keys = Object.keys(FIXTURES[kind].test);
      for (const { key, optional } of fields) {
        if (!optional) expect(keys, `${kind}: ${key}`).toContain(key);
      }
    }
  });
});
