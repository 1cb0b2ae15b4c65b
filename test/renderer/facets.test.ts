import { describe, expect, test } from 'vitest';
import {
  type Facets,
  facetCharts,
  facetsWithin,
  isUnlisted,
  suggestFacets,
  tickedCondition,
  tickedPlaces,
  withFacet,
  withoutFacet,
} from '../../renderer/facets.ts';
import type { Place } from '../../src/model/board.ts';
import type { TableInfo } from '../../src/model/table.ts';
import type { Kind, Variable } from '../../src/model/variable.ts';

const variable = (name: string, kind: Kind, values: readonly string[] = []) =>
  ({
    name,
    label: name,
    kind,
    values: values.map((value) => ({ value, label: value })),
  }) as unknown as Variable;
const STATUS = variable('status', 'category', ['attended', 'dna']);
const YEAR = variable('date', 'date');
const TABLE = {
  name: 'visits',
  variables: [
    variable('id', 'identifier'),
    YEAR,
    STATUS,
    variable('source', 'category'),
    variable('seen', 'yesno'),
    variable('score', 'decimal'),
  ],
} as unknown as TableInfo;
const value = (text: string): Place => ({ label: text, value: text, isMissing: false });
const PLACES = [
  value('attended'),
  value('dna'),
  value('late'),
  { label: 'not recorded', isMissing: true },
];

test('a table begins with categories and its date; identifiers are nobody’s facet', () => {
  expect(suggestFacets(TABLE).variables).toEqual(['status', 'source', 'date']);
  const charts = facetCharts(TABLE, { variables: ['status', 'date', 'gone'], choices: {} });
  expect(charts.map(({ name }) => name)).toEqual(['status', 'date']);
  expect(charts[1]?.question).toEqual({
    show: 'counts',
    of: { variable: 'date', by: 'financial-years' },
  });
});

describe('ticks', () => {
  const face = { places: PLACES };
  const condition = (ticked: readonly boolean[]) => tickedCondition(STATUS, face, ticked);

  test('are a condition, and are found in it again', () => {
    for (let bits = 1; bits < 16; bits++) {
      const ticked = PLACES.map((_, at) => (bits & (1 << at)) > 0);
      const found = condition(ticked);
      expect(tickedPlaces(STATUS, face, found ?? undefined)).toEqual(ticked);
    }
    expect(condition([true, false, false, false])).toEqual({
      op: 'is',
      variable: 'status',
      value: 'attended',
    });
    expect(condition(PLACES.map(() => false))).toBeNull();
  });

  test('of neighbouring years are one stretch', () => {
    const years = [18_718, 19_083, 19_448].map(
      (from): Place => ({ label: 'year', from, to: from + 365, isMissing: false }),
    );
    const stretch = tickedCondition(YEAR, { places: years }, [true, true, false]);
    expect(stretch).toEqual({
      op: 'between',
      variable: 'date',
      low: '2021-04-01',
      high: '2023-03-31',
    });
    const apart = tickedCondition(YEAR, { places: years }, [true, false, true]);
    expect(apart).toMatchObject({ any: [{ op: 'between' }, { op: 'between' }] });
    expect(tickedPlaces(YEAR, { places: years }, apart ?? undefined)).toEqual([true, false, true]);
  });

  test('on several variables have to hold together; a facet that leaves takes its ticks along', () => {
    const none: Facets = { variables: ['status', 'seen'], choices: {} };
    expect(facetsWithin(none)).toBeUndefined();
    const status = condition([true, false, false, false]);
    const seen = { op: 'is', variable: 'seen', value: 1 } as const;
    const one = withFacet(none, 'status', status);
    expect(facetsWithin(one)).toEqual(status);
    const both = withFacet(one, 'seen', seen);
    expect(facetsWithin(both)).toEqual({ all: [status, seen] });
    expect(withoutFacet(both, 'status')).toEqual({ variables: ['seen'], choices: { seen } });
    expect(withFacet(one, 'status', null)).toEqual(none);
  });
});

test('a value that is not in the list of its variable is marked', () => {
  expect(PLACES.map((place) => isUnlisted(STATUS, place))).toEqual([false, false, true, false]);
  expect(isUnlisted(variable('free', 'category'), value('anything'))).toBe(false);
});
