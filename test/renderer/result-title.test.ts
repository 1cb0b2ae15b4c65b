import { describe, expect, test } from 'vitest';
import { resultTitle } from '../../renderer/result-title.ts';
import { describeAnalyses } from '../../src/analysis/analyses.ts';
import type { TableInfo } from '../../src/model/table.ts';

const LABELS = {
  w1: 'Warmth before',
  w2: 'Warmth after',
  i1: 'Invasion before',
  i2: 'Invasion after',
  site: 'Site',
  ethnic: 'Ethnic group of the adult as recorded at referral',
  source: 'Source of referral',
};
const table: TableInfo = {
  name: 'pairs',
  label: 'Pairs',
  unit: 'people',
  rows: 12,
  variables: Object.entries(LABELS).map(([name, label]) => ({
    name,
    label,
    kind: 'decimal',
    level: 'scale',
    values: [],
    missing: [],
    evidence: '',
  })),
  origin: { made: 'import', files: [] },
  version: 1,
};

function titleOf(id: string, values: Record<string, string | string[]>): string {
  const description = describeAnalyses().find((analysis) => analysis.id === id);
  if (description === undefined) throw new Error(id);
  return resultTitle(description, values, table);
}

describe('titles of results', () => {
  test('a method is followed by what was measured, not by columns', () => {
    expect(titleOf('paired-t', { before: ['w1'], after: ['w2'] })).toBe('Paired t-test: Warmth');
    expect(titleOf('paired-t', { before: ['w1', 'i1'], after: ['w2', 'i2'] })).toBe(
      'Paired t-test: Warmth, Invasion',
    );
    expect(titleOf('wilcoxon', { before: 'w1', after: 'w2' })).toBe(
      'Wilcoxon signed-rank test: Warmth',
    );
  });

  test('names that were given come before those that were found', () => {
    const values = {
      before: ['w1', 'i1'],
      after: ['w2', 'i2'],
      labels: 'MORS warmth; MORS invasion',
    };
    expect(titleOf('paired-t', values)).toBe('Paired t-test: MORS warmth, MORS invasion');
  });

  test('columns without a word in common are both named', () => {
    expect(titleOf('paired-t', { before: ['w1'], after: ['site'] })).toBe(
      'Paired t-test: Warmth before, Site',
    );
  });

  test('stay short', () => {
    expect(titleOf('frequencies', { variables: ['ethnic', 'source', 'site'] })).toMatch(
      /: Ethnic group of the adult as recorded at referral and 2 more$/,
    );
    expect(titleOf('frequencies', {})).toBe('Frequencies');
  });
});

test('outcomes stand before the groups they are compared by', () => {
  expect(titleOf('independent-t', { outcomes: ['w1', 'i1'], group: 'site' })).toBe(
    'Independent t-test: Warmth before, Invasion before by Site',
  );
});

test('a category before and after is named once, whatever its options are called', () => {
  expect(titleOf('paired-categories', { first: 'w1', second: 'w2' })).toMatch(/: Warmth$/);
});
