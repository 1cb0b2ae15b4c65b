import { expect, test } from 'vitest';
import { sharedKeys } from '../../src/model/shared-keys.ts';
import type { Origin, TableInfo } from '../../src/model/table.ts';
import type { Kind, Variable } from '../../src/model/variable.ts';

const IMPORTED: Origin = { made: 'import', files: [] };

function table(name: string, variables: Record<string, Kind>, origin = IMPORTED): TableInfo {
  const all = Object.entries(variables).map(
    ([variable, kind]): Variable => ({
      name: variable,
      label: variable,
      kind,
      level: 'nominal',
      values: [],
      missing: [],
      evidence: '',
    }),
  );
  return { name, label: name, unit: 'rows', rows: 1, version: 1, variables: all, origin };
}

const shared = (tables: TableInfo[], place: string) => {
  const [of = '', variable = ''] = place.split('.');
  return sharedKeys(tables, { table: of, variable }).map(
    (each) => `${each.table}.${each.variable}`,
  );
};

test('a key is followed by its name, whatever a recipe made of its kind', () => {
  const tables = [
    table('people', { client_id: 'identifier', site: 'category', id: 'identifier' }),
    table('visits', { Client_ID: 'category', site: 'category', id: 'identifier' }),
    table('counts', { client_id: 'integer' }),
  ];
  expect(shared(tables, 'visits.Client_ID')).toEqual(['visits.Client_ID', 'people.client_id']);
  expect(shared(tables, 'people.site')).toEqual([]);
  // Every table has an id of its own.
  expect(shared(tables, 'people.id')).toEqual([]);
});

test('names that a link or a pairing held against each other are one key', () => {
  const steps = [{ op: 'link', table: 'people', key: 'id', foreignKey: 'person_no', bring: [] }];
  const linked: Origin = { made: 'recipe', from: 'people', steps, outcomes: [] };
  const pairs = {
    made: 'pairs',
    from: 'scores',
    rule: { person: 'person', eligible: { table: 'people', person: 'person_no' } },
  } as unknown as Origin;
  const tables = [
    table('people', { person_no: 'identifier' }),
    table('forms', { id: 'identifier' }, linked),
    table('scores', { person: 'identifier' }),
    table('change', { person: 'identifier' }, pairs),
  ];
  const all = ['people.person_no', 'forms.id', 'scores.person', 'change.person'];
  expect(shared(tables, 'people.person_no')).toEqual(all);
  expect(shared(tables, 'forms.id').toSorted()).toEqual(all.toSorted());
});
