import { expect, test } from 'vitest';
import { cellHolds, cellSign, cellText, noteWords } from '../../renderer/grid-rows.ts';
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

test('a cell that is missing or does not fit shows its text, with a sign and the reason', () => {
  const code = { column: 0, kind: 'missing-code', raw: '99', reason: 'not recorded' } as const;
  const problem = { column: 0, kind: 'problem', raw: '3-4', reason: 'two values' } as const;
  const raw = { column: 0, kind: 'raw', raw: 'TT  grp', reason: '' } as const;
  expect([code, problem, raw, undefined].map(cellSign)).toEqual(['∅', '✕', '', '']);
  expect(cellText(null, code, activity, 'labels')).toBe('99');
  expect(cellText(null, problem, activity, 'codes')).toBe('3-4');
  expect(cellText('TT', raw, activity, 'labels')).toBe('Together Time');
  expect(cellText('TT', raw, activity, 'raw')).toBe('TT  grp');
  expect(cellText('TT', undefined, activity, 'raw')).toBe('TT');
  expect([problem, code, raw].map(noteWords)).toEqual([
    'does not fit: two values',
    'missing code: not recorded',
    'in the file: TT  grp',
  ]);
});

test('a cell holds a text by its label, its code, or what stands in the file', () => {
  const raw = { column: 0, kind: 'raw', raw: 'T.T.', reason: '' } as const;
  const holds = (text: string) => cellHolds('TT', raw, activity, text);
  expect(['together', 'tt', 't.t', 'x'].map(holds)).toEqual([true, true, true, false]);
  expect(cellHolds(null, undefined, activity, 'x')).toBe(false);
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
