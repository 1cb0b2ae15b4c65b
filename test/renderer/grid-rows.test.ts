import { expect, test } from 'vitest';
import { cellText, noteWords } from '../../renderer/grid-rows.ts';
import { howMade } from '../../renderer/origin-of.ts';
import { originTables } from '../../src/model/origin-tables.ts';
import type { TableInfo } from '../../src/model/table.ts';
import type { Variable } from '../../src/model/variable.ts';

const activity: Variable = {
  name: 'activity',
  label: 'Activity',
  kind: 'category',
  level: 'nominal',
  values: [{ value: 'TT', label: 'Together Time' }],
  missing: [],
  evidence: '',
};

test('a cell shows its label or its code', () => {
  expect(cellText('TT', undefined, activity, 'labels')).toBe('Together Time');
  expect(cellText('TT', undefined, activity, 'codes')).toBe('TT');
  expect(cellText(null, undefined, activity, 'labels')).toBe('');
});

test('a cell that is missing or does not fit shows its text with a sign', () => {
  const code = { column: 0, kind: 'missing-code', raw: '99', reason: 'not recorded' } as const;
  const problem = { column: 0, kind: 'problem', raw: '3-4', reason: 'two values' } as const;
  expect(cellText(null, code, activity, 'labels')).toBe('∅ 99');
  expect(cellText(null, problem, activity, 'labels')).toBe('✕ 3-4');
  expect(noteWords(problem)).toBe('✕ 3-4: two values');
});

test('numbers have a true minus, yes/no its words', () => {
  expect(cellText(-7, undefined, { ...activity, kind: 'integer', values: [] }, 'labels')).toBe(
    '−7',
  );
  expect(cellText(1, undefined, { ...activity, kind: 'yesno', values: [] }, 'labels')).toBe('Yes');
});

test('a table is walked back to its import, also when it goes in a circle', () => {
  const base = { label: '', unit: 'rows', rows: 1, variables: [], version: 1 };
  const made = (name: string, from: string): TableInfo => ({
    ...base,
    name,
    origin: { made: 'recipe', from, steps: [], outcomes: [] },
  });
  const file: TableInfo = { ...base, name: 'raw', origin: { made: 'import', files: [] } };
  const names = (tables: readonly TableInfo[]) =>
    originTables(
      tables.find(({ name }) => name === 'clean'),
      tables,
    ).map(({ name }) => name);
  expect(names([made('clean', 'raw'), file])).toEqual(['clean', 'raw']);
  expect(names([made('clean', 'raw'), made('raw', 'clean')])).toEqual(['clean', 'raw']);
  expect(howMade(file)).toEqual([]);
});
