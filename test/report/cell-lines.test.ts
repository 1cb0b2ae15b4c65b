import { expect, test } from 'vitest';
import { cellLines, nameLines } from '../../src/report/word/cell-lines.ts';
import { richRuns } from '../../src/report/word/rich-runs.ts';

test('in a broad table the bracket at the end of a name goes under it', () => {
  expect(nameLines('Certainty (mind) (1–7, neither end better)', 1)).toEqual([
    'Certainty (mind)',
    '(1–7, neither end better)',
  ]);
  expect(nameLines('Warmth (0–35, higher better)', 0)).toEqual(['Warmth (0–35, higher better)']);
  expect(nameLines('Warmth', 2)).toEqual(['Warmth']);
});

test('an interval is never broken, and goes under its estimate', () => {
  expect(cellLines('−0.26 [−0.46, −0.07]', 1)).toEqual(['−0.26', '[−0.46,\u00a0−0.07]']);
});

test('a statistic and its value keep together on a line', () => {
  const runs = JSON.stringify(richRuns('*t*(75) = −2.74, *p* < .001, *d*~av~ = 0.32; a = b'));
  for (const kept of [
    '(75)\u00a0=\u00a0−2.74',
    '\u00a0<\u00a0.001',
    '\u00a0=\u00a00.32',
    'a = b',
  ]) {
    expect(runs).toContain(kept);
  }
});
