import { describe, expect, test } from 'vitest';
import { analysed, cellsOf, DEMO, numberAt, pairsOf } from './pairs.ts';

// The 85 ratings of LOAF, checked in R 4.2.2 (coin::mh_test, mcnemar.test).
const TRANSITIONS = [
  [12, 2, 0, 0],
  [9, 20, 3, 0],
  [2, 11, 14, 2],
  [0, 3, 4, 3],
];
const pairs = TRANSITIONS.flatMap((row, i) =>
  row.flatMap((n, j) => Array.from({ length: n }, () => [i + 1, j + 1] as const)),
);
const LEVEL = {
  ...DEMO,
  name: 'LOAF level',
  range: { low: 1, high: 4 },
  direction: 'lower' as const,
  level: 'ordinal' as const,
  levels: [1, 2, 3, 4].map((n) => ({ value: String(n), label: `Level ${n}` })),
};
const frame = pairsOf({
  level: {
    subscale: LEVEL,
    before: pairs.map(([before]) => before),
    after: pairs.map(([, after]) => after),
  },
});
const finding = analysed('outcome-levels', frame, { concern: 3 });

describe('the 85 ratings', () => {
  test('improved 29, same 49, worse 7: lower is better', () => {
    expect(['improved', 'same', 'worse'].map((key) => numberAt(finding, key))).toEqual([29, 49, 7]);
    expect(numberAt(finding, 'improved-percent')).toBeCloseTo(34.12, 2);
  });

  test('the tests of R', () => {
    expect(numberAt(finding, 'stuart-maxwell')).toBeCloseTo(14.6029, 4);
    expect(numberAt(finding, 'stuart-maxwell-df')).toBe(3);
    expect(numberAt(finding, 'stuart-maxwell-p')).toBeCloseTo(0.0021895, 7);
    expect(numberAt(finding, 'bowker')).toBeCloseTo(14.69264, 5);
    expect(numberAt(finding, 'bowker-df')).toBe(5);
    expect(numberAt(finding, 'bowker-p')).toBeCloseTo(0.01175963, 7);
    expect(numberAt(finding, 'trend')).toBeCloseTo(-3.78076, 5);
    expect(numberAt(finding, 'trend-p')).toBeCloseTo(0.00015635, 8);
    expect(numberAt(finding, 'mcnemar')).toBeCloseTo(8.89474, 5);
    expect(numberAt(finding, 'mcnemar-p')).toBeCloseTo(0.004425, 6);
  });

  test('the levels at both times, and from each to each', () => {
    expect(cellsOf(finding, 'levels').map((row) => row.slice(0, 3))).toEqual([
      ['Level 1', '14 (16)', '23 (27)'],
      ['Level 2', '32 (38)', '36 (42)'],
      ['Level 3', '29 (34)', '21 (25)'],
      ['Level 4', '10 (12)', '5 (6)'],
    ]);
    expect(cellsOf(finding, 'transition')[2]).toEqual(['Level 3', 2, 11, 14, 2, 29]);
    expect(cellsOf(finding, 'tests').map((row) => row[1])).toEqual([
      'χ²(3) = 14.60',
      'χ²(5) = 14.69',
      '*Z* = −3.78',
      'χ²(1) = 8.89',
    ]);
    expect(finding.sentences.apa).toContain('Stuart–Maxwell χ²(3) = 14.60, *p* = .002.');
    expect(finding.sentences.apa).toContain('Bowker χ²(5) = 14.69, *p* = .012.');
  });

  test('never by a silent t', () => {
    expect(JSON.stringify(finding)).not.toContain('*t*');
    expect(finding.figures.map(({ kind }) => kind)).toEqual(['stacked-bar', 'grid', 'bar']);
  });
});

test('nobody changed: no test, and why', () => {
  const still = pairsOf({
    level: { subscale: LEVEL, before: [1, 2, 3, 1], after: [1, 2, 3, 1] },
  });
  const same = analysed('outcome-levels', still);
  expect(cellsOf(same, 'tests').map((row) => row.slice(1))).toEqual([
    ['–', null],
    ['–', null],
    ['–', null],
  ]);
  expect(same.tables.find(({ id }) => id === 'tests')?.notes[0]).toContain('nobody changed');
});
