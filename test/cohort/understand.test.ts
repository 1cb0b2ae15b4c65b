import { describe, expect, test } from 'vitest';
import { conditionSentence } from '../../src/cohort/sentence.ts';
import { tablesOf } from '../../src/cohort/tables.ts';
import type { Vocabulary } from '../../src/cohort/typed/vocabulary.ts';
import { understand } from '../../src/cohort/understand.ts';
import { frameOf } from '../columns/frames.ts';

const vocabulary = (
  name: string,
  unit: string,
  parts: Parameters<typeof frameOf>[0],
): Vocabulary => ({
  name,
  unit,
  variables: frameOf(parts).variables,
  valuesOf: ({ name: variable }) =>
    [...new Set(parts[variable]?.values ?? [])].filter((value) => typeof value === 'string'),
  lastDayOf: () => '2023-06-30',
});

const referrals = vocabulary('referrals', 'referrals', {
  person: { kind: 'identifier', label: 'Person ID', values: [] },
  outcome: {
    kind: 'category',
    label: 'Outcome',
    values: [],
    order: [
      { value: 'A', label: 'Accepted' },
      { value: 'R', label: 'Rejected' },
    ],
  },
  born: { kind: 'date', label: 'Date of birth', values: [] },
  received: { kind: 'date', label: 'Received', values: [] },
  source: { kind: 'category', label: 'Source', values: ['Health visitor', 'GP'] },
  weeks: { kind: 'integer', label: 'Weeks waited', values: [] },
  first: { kind: 'yesno', label: 'First child', values: [] },
});
const people = vocabulary('people', 'people', {
  id: { kind: 'identifier', label: 'Person ID', values: [] },
  decile: { kind: 'integer', label: 'IMD decile', values: [] },
});
const tables = [referrals, people];
const scope = {
  own: referrals,
  linked: [{ link: { table: 'people', key: 'person', foreignKey: 'id' }, table: people }],
};
const reading = (text: string) => {
  const { condition, ...rest } = understand(text, scope, tables);
  const words =
    condition &&
    conditionSentence(condition, referrals.variables, 'referrals', tablesOf(tables)).replace(
      'referrals where ',
      '',
    );
  return { words, ...rest };
};

describe('typed words', () => {
  test.each([
    [
      'accepted referrals in 2022/23 with IMD decile 1 to 3',
      'Outcome is Accepted and Received is in financial year 2022/23 and there is a row in people with the same Person ID where (IMD decile is between 1 and 3)',
    ],
    ['Accepted or rejected', 'Outcome is Accepted or Rejected'],
    ['not accepted', 'Outcome is not Accepted'],
    ['accepted or from a health visitor', 'Outcome is Accepted or Source is Health visitor'],
    [
      'all referrals from the GP in 2021/22 and 2022/2023',
      'Source is GP and Received is in financial year 2021/22 or 2022/23',
    ],
    ['received since 1 Apr 2022', 'Received is on or after 1 April 2022'],
    ['before 01/04/2022', 'Received is before 1 April 2022'],
    [
      'date of birth between 1 January 2000 and 31 December 2001',
      'Date of birth is between 1 January 2000 and 31 December 2001',
    ],
    ['in the last 6 months', 'Received is within the last 6 months up to 30 June 2023'],
    ['last 2 weeks to 2022-05-01', 'Received is within the last 2 weeks up to 1 May 2022'],
    ['weeks waited 3-5', 'Weeks waited is between 3 and 5'],
    ['weeks waited at least 12', 'Weeks waited is at least 12'],
    ['weeks waited 12 or more', 'Weeks waited is at least 12'],
    ['weeks waited less than 12', 'Weeks waited is below 12'],
    ['weeks waited over 12', 'Weeks waited is at least 13'],
    ['weeks waited 1, 2 or 4', 'Weeks waited is 1, 2 or 4'],
    ['weeks waited unknown', 'Weeks waited is missing'],
    ['first child', 'First child is Yes'],
    ['outcome not rejected, source known', 'Outcome is not Rejected and Source is not missing'],
    ['no more than 1 people', 'there is at most 1 row in people with the same Person ID'],
    ['no people', 'there is no row in people with the same Person ID'],
    // One of our own sentences, with a full stop.
    ['referrals where Outcome is Accepted.', 'Outcome is Accepted'],
  ])('%s', (text, words) => {
    expect(reading(text)).toMatchObject({ words, unread: [] });
  });

  test('what is not understood says which words, and offers the nearest', () => {
    const { words, unread, nearest } = reading('accepted elephants');
    expect(words).toBeUndefined();
    expect(unread).toEqual(['elephants']);
    expect(nearest[0]).toEqual({ op: 'is', variable: 'outcome', value: 'A' });
    expect(reading('xyzzy')).toEqual({ words: undefined, unread: ['xyzzy'], nearest: [] });
  });

  test('a part of a name offers the conditions it may become', () => {
    expect(reading('decile').nearest).toEqual([
      {
        linked: { table: 'people', key: 'person', foreignKey: 'id' },
        least: 1,
        where: { op: 'present', variable: 'decile' },
      },
    ]);
  });
});
