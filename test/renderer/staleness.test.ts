import { expect, test } from 'vitest';
import { staleness } from '../../renderer/staleness.ts';
import { EVERYONE } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { makeResult } from '../helpers/result.ts';

const table: TableInfo = {
  name: 'people',
  label: 'People',
  unit: 'people',
  rows: 399,
  variables: [],
  origin: { made: 'import', files: [] },
  version: 1,
};
const cohort = {
  name: 'south',
  label: 'South',
  table: 'people',
  description: '',
  condition: EVERYONE,
  version: 2,
};

test('a result holds while its table and its cohort are as they were', () => {
  const result = makeResult();
  expect(staleness(result, { tables: [table], cohorts: [] })).toBeNull();
  const ofSouth = { ...result, cohort: { ...result.cohort, name: 'south', version: 2 } };
  expect(staleness(ofSouth, { tables: [table], cohorts: [cohort] })).toBeNull();
});

test('what has changed is said', () => {
  const result = makeResult();
  const of = { ...result, cohort: { ...result.cohort, name: 'south', label: 'South', version: 1 } };
  const words = (tables: TableInfo[], cohorts: (typeof cohort)[]) =>
    staleness(of, { tables, cohorts });
  expect(words([{ ...table, version: 3 }], [cohort])).toBe(
    'People has changed: version 1 then, 3 now.',
  );
  expect(words([], [cohort])).toBe('The table people is gone.');
  expect(words([table], [])).toBe('The cohort “South” is gone.');
  expect(words([table], [cohort])).toBe('The cohort “South” has changed: version 1 then, 2 now.');
});
