import { expect, test } from 'vitest';
import { carriedOver, unitTables } from '../../renderer/parts/explorer/unit-tables.ts';
import type { Condition, Link } from '../../src/model/condition.ts';
import type { Origin, TableInfo } from '../../src/model/table.ts';
import type { Variable } from '../../src/model/variable.ts';

const key = (name: string): Variable => ({
  name,
  label: name,
  kind: 'identifier',
  level: 'nominal',
  values: [],
  missing: [],
  evidence: '',
});
const tableOf = (
  name: string,
  rows: number,
  keys: readonly string[],
  made: 'import' | 'recipe' = 'recipe',
): TableInfo => ({
  name,
  label: name,
  unit: name,
  rows,
  variables: keys.map(key),
  origin: (made === 'import'
    ? { made, files: [] }
    : { made, from: 'x', steps: [], outcomes: [] }) satisfies Origin,
  version: 1,
});

test('what can be counted instead shares a key, one table a unit, the fewest rows first', () => {
  const people = tableOf('people', 400, ['client_id']);
  const referrals = tableOf('referrals', 500, ['referral_id', 'client_id']);
  const appointments = tableOf('appointments', 4000, ['appointment_id', 'referral_id']);
  const others = [
    tableOf('staff', 9, ['staff_id']),
    { ...tableOf('raw', 450, ['client_id']), unit: 'records' },
    { ...tableOf('people again', 410, ['client_id']), unit: 'people' },
    tableOf('infants', 300, ['client_id'], 'import'),
  ];
  const all = [people, referrals, appointments, ...others];
  const names = (table: TableInfo) => unitTables(table, all).map(({ name }) => name);
  expect(names(referrals)).toEqual(['people', 'referrals', 'appointments']);
  expect(names(appointments)).toEqual(['referrals', 'appointments']);
  const [staff] = others;
  expect(staff && names(staff)).toEqual(['staff']);
});

test('who is meant goes along as a condition on linked rows, and comes back as it was', () => {
  const parts: Condition[] = [
    { op: 'is', variable: 'outcome', value: 'A' },
    { op: 'present', variable: 'age' },
  ];
  const link: Link = { table: 'referrals', key: 'client_id', foreignKey: 'client_id' };
  const over = carriedOver(parts, 'people', link);
  expect(over).toEqual([{ linked: link, where: { all: parts } }]);
  expect(carriedOver(over, 'referrals', { ...link, table: 'people' })).toEqual(parts);
  const further: Link = { ...link, table: 'people' };
  expect(carriedOver(over, 'appointments', further)).toEqual([{ linked: further, where: over[0] }]);
  expect(carriedOver([], 'people', undefined)).toEqual([]);
  const twice: Condition = { linked: link, least: 2, where: { all: [] } };
  expect(carriedOver([twice], 'referrals', further)).toEqual([{ linked: further, where: twice }]);
});
