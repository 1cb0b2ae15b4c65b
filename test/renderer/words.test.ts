import { expect, test } from 'vitest';
import { isProjectFile, projectNameFrom } from '../../renderer/project-actions.ts';
import { counted, dayOf, size } from '../../renderer/words.ts';

test('counts have their noun in the right number', () => {
  expect(counted(1, 'row')).toBe('1 row');
  expect(counted(3690, 'row')).toBe('3,690 rows');
});

test('sizes are short', () => {
  expect(size(812)).toBe('812 B');
  expect(size(9_140)).toBe('9.1 KB');
  expect(size(24_600_000)).toBe('25 MB');
});

test('days are named as people name them', () => {
  const now = new Date(2026, 0, 12, 9, 0);
  expect(dayOf(new Date(2026, 0, 12, 0, 5).toISOString(), now)).toBe('Today');
  expect(dayOf(new Date(2026, 0, 11, 23, 55).toISOString(), now)).toBe('Yesterday');
  expect(dayOf(new Date(2026, 0, 2).toISOString(), now)).toBe('2 January');
  expect(dayOf(new Date(2025, 11, 20).toISOString(), now)).toBe('20 December 2025');
});

test('a project is named after its first file', () => {
  expect(projectNameFrom('harbour_referrals 2024.csv')).toBe('harbour referrals 2024');
  expect(projectNameFrom('.csv')).toBe('New project');
});

test('project files are told from data by their ending', () => {
  expect(isProjectFile('Harbour.ATTUNE')).toBe(true);
  expect(isProjectFile('attune.csv')).toBe(false);
});
