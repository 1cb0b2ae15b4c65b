import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OPERATORS } from '../../src/cohort/operators.ts';
import { parseSentence } from '../../src/cohort/parse-sentence.ts';
import { conditionSentence } from '../../src/cohort/sentence.ts';
import { tablesOf } from '../../src/cohort/tables.ts';
import type { Condition } from '../../src/model/condition.ts';
import { frameOf } from '../columns/frames.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/conditions.md'), 'utf8');
const examples = [...page.matchAll(/^\| (.+) \| `(\{.+\})` \|$/gm)].map(
  ([, sentence, json]) => [sentence ?? '', JSON.parse(json ?? '') as Condition] as const,
);

const person = { kind: 'identifier', label: 'Person ID', values: [] } as const;
const referrals = frameOf({
  person,
  outcome: {
    kind: 'category',
    label: 'Outcome',
    values: [],
    order: [
      { value: 'A', label: 'Accepted' },
      { value: 'R', label: 'Rejected' },
    ],
  },
  weeks: { kind: 'integer', label: 'Weeks waited', values: [] },
  received: { kind: 'date', label: 'Received', values: [] },
  born: { kind: 'date', label: 'Date of birth', values: [] },
  note: { kind: 'text', label: 'Note', values: [] },
});
const tables = [
  { ...referrals, name: 'referrals', unit: 'referrals' },
  {
    ...frameOf({ person, decile: { kind: 'integer', label: 'IMD decile', values: [] } }),
    name: 'people',
    unit: 'people',
  },
  {
    ...frameOf({ person, attended: { kind: 'yesno', label: 'Attended', values: [] } }),
    name: 'visits',
    unit: 'visits',
  },
];

describe('docs/conditions.md', () => {
  test.each(examples)('%s', (sentence, condition) => {
    const { variables } = referrals;
    expect(conditionSentence(condition, variables, 'referrals', tablesOf(tables))).toBe(
      `referrals where ${sentence}`,
    );
    const [own] = tables;
    expect(own && parseSentence(sentence, own, tables)).toMatchObject(condition);
  });

  test('has every operator', () => {
    const named = examples.flatMap(([, condition]) => ('op' in condition ? condition.op : []));
    expect([...new Set(named)].sort()).toEqual(Object.keys(OPERATORS).sort());
  });
});
