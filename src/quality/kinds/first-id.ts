import { hotValue } from '../../columns/hot/hot-value.ts';
import { failingCells, runsFailing } from '../column-rows.ts';
import { firstRows, rowGroups } from '../row-groups.ts';
import type { CheckedTable, RowKind, TestOf } from '../rule-kind.ts';
import { maskValue } from '../shown-text.ts';
import { labelOf, namesOf } from '../wording.ts';

type Test = TestOf<'first-id'>;

/** Later ids of people who are in the other table under more than one, each with the first. */
function laterIds({ table: name, key, by }: Test, data: CheckedTable): Map<string, string> {
  const other = data.linked(name);
  const ids = other.column(key);
  const columns = by.map((each) => other.column(each));
  const groups = rowGroups(other, by);
  const first = firstRows(groups);
  const later = new Map<string, string>();
  for (let row = 0; row < other.rows; row++) {
    if (columns.some(({ codes, floor }) => (codes[row] as number) < floor)) continue;
    const own = hotValue(ids, row);
    const earlier = hotValue(ids, first[groups.group[row] as number] as number);
    if (own !== null && earlier !== null && own !== earlier)
      later.set(String(own), String(earlier));
  }
  return later;
}

export const firstId: RowKind<Test> = {
  label: 'is no second id of a person',
  severity: 'high',
  dimension: 'uniqueness',
  fields: [
    {
      key: 'variable',
      label: 'Id',
      form: { of: 'variable', kinds: ['identifier', 'text', 'integer'] },
    },
    { key: 'table', label: 'Table of people', form: { of: 'table' } },
    { key: 'key', label: 'Its id', form: { of: 'key' } },
    { key: 'by', label: 'Tells who it is', form: { of: 'theirs' } },
  ],
  asks: 'rows',
  sentence: ({ variable, table, by }, words) => {
    const other = words.linked(table);
    return `${labelOf(words.variables, variable)} is the first id of a person in ${other.label}, by ${namesOf(other.variables, by)}`;
  },
  check: (test, data) => {
    const later = laterIds(test, data);
    return failingCells(data.table, [test.variable], (column) =>
      later.size === 0 ? [] : runsFailing(column, (value) => later.has(String(value))),
    );
  },
  explain: (test, data, row) => {
    const id = String(hotValue(data.table.column(test.variable), row));
    const first = laterIds(test, data).get(id) ?? '';
    const { variable } = data.table.column(test.variable);
    const who = namesOf(data.linked(test.table).variables, test.by);
    return {
      wrong: [test.variable],
      sentence: `“${maskValue(variable, id)}” is the person of “${maskValue(variable, first)}”: the same ${who} in ${test.table}.`,
    };
  },
};
