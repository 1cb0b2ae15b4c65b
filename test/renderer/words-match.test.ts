import { expect, test } from 'vitest';
import { hasWords } from '../../renderer/words-match.ts';

test('words are found in any order, in any case, with or without accents', () => {
  expect(hasWords('Did scores change? Analyse', 'change did')).toBe(true);
  expect(hasWords('Show Café visits', 'VISITS cafe')).toBe(true);
  expect(hasWords('Export report to Word', 'report wo')).toBe(true);
});

test('every word has to be there; nothing typed finds everything', () => {
  expect(hasWords('Export report to Word', 'report excel')).toBe(false);
  expect(hasWords('Export report to Word', ' ')).toBe(true);
});
