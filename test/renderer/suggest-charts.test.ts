import { expect, test } from 'vitest';
import { CHART_KINDS, kindOf, kindsFor } from '../../renderer/board/chart-kinds.ts';
import { suggestCharts } from '../../renderer/board/suggest-charts.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { KIND, KINDS, type Kind, type Variable } from '../../src/model/variable.ts';

const variable = (name: string, kind: Kind, change: Partial<Variable> = {}): Variable => ({
  name,
  label: name,
  kind,
  level: KIND[kind].level,
  values: [],
  missing: [],
  evidence: '',
  ...change,
});

const tableOf = (variables: readonly Variable[]): TableInfo => ({
  name: 't',
  label: 'T',
  unit: 'rows',
  rows: 10,
  variables,
  origin: { made: 'import', files: [] },
  version: 1,
});

const shown = (variables: readonly Variable[]) =>
  suggestCharts(tableOf(variables)).map(({ question }) =>
    question.show === 'counts' ? question.of.variable : question.show,
  );

test('a board begins with a date, then categories and numbers by turns, and no identifier or text', () => {
  const variables = [
    variable('id', 'identifier'),
    variable('born', 'date'),
    variable('received', 'date'),
    variable('note', 'text'),
    variable('source', 'category'),
    variable('first', 'yesno'),
    variable('weeks', 'integer'),
    variable('decile', 'integer', { level: 'ordinal' }),
    variable('rate', 'decimal'),
  ];
  expect(shown(variables)).toEqual(['received', 'source', 'first', 'weeks', 'born', 'decile']);
  expect(shown([variable('id', 'identifier'), variable('note', 'text')])).toEqual([]);
  expect(shown([variable('rate', 'decimal')])).toEqual(['rate']);
});

test('every kind of variable but moments within a day has a chart, which knows its kind again', () => {
  for (const kind of KINDS) {
    const one = variable('one', kind);
    const kinds = kindsFor(one);
    expect(kinds.length > 0, kind).toBe(kind !== 'datetime' && kind !== 'time');
    for (const name of kinds) {
      const question = CHART_KINDS[name].question(one, variable('two', 'category'));
      expect(kindOf(question, name === 'table'), `${kind} ${name}`).toBe(name);
    }
  }
});
