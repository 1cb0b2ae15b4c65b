import { describe, expect, test } from 'vitest';
import { anovaOneway } from '../../../src/analysis/statistics/anova-oneway.ts';
import { analysed, cellsOf, DEMO, numberAt, pairsOf } from './pairs.ts';

/** So many values with exactly this mean and SD. */
function withMoments(n: number, mean: number, sd: number): number[] {
  const raw = Array.from({ length: n }, (_, i) => i - (n - 1) / 2);
  const spread = Math.sqrt(raw.reduce((sum, x) => sum + x * x, 0) / (n - 1));
  return raw.map((x) => mean + (sd * x) / spread);
}

describe('attrition', () => {
  // 76 pairs M 2.85 SD 1.02, 38 with a first score only M 3.10 SD 1.10; 40 + 36 and 19 + 19.
  const before = [...withMoments(76, 2.85, 1.02), ...withMoments(38, 3.1, 1.1), null];
  const after = before.map((value, i) => (i < 76 ? value : null));
  const frame = pairsOf(
    { total: { subscale: { ...DEMO, range: { low: -50, high: 50 } }, before, after } },
    {
      area: {
        kind: 'category',
        label: 'Area',
        values: [
          ...Array.from({ length: 76 }, (_, i) => (i < 40 ? 'North' : 'South')),
          ...Array.from({ length: 38 }, (_, i) => (i < 19 ? 'North' : 'South')),
          null,
        ],
      },
    },
  );
  const finding = analysed('outcome-attrition', frame, { characteristics: ['area'] });

  test('the numbers of R', () => {
    expect(numberAt(finding, 'paired')).toBe(76);
    expect(numberAt(finding, 'only')).toBe(38);
    expect(numberAt(finding, 't[total_before]')).toBeCloseTo(-1.17161, 5);
    expect(numberAt(finding, 'df[total_before]')).toBeCloseTo(69.3308, 4);
    expect(numberAt(finding, 'p[total_before]')).toBeCloseTo(0.245364, 6);
    expect(numberAt(finding, 'smd[total_before]')).toBeCloseTo(-0.235681, 6);
    expect(cellsOf(finding, 'attrition')[1]?.[5]).toBeCloseTo(0.79096, 5);
  });

  test('a difference above 0.1 is a caution, whatever p is', () => {
    expect(finding.notes.filter(({ kind }) => kind === 'caution')).toHaveLength(1);
    expect(cellsOf(finding, 'attrition')[0]?.slice(0, 3)).toEqual([
      'Demo, T1',
      '2.85 (1.02)',
      '3.10 (1.10)',
    ]);
    expect(cellsOf(finding, 'attrition')[2]?.slice(0, 3)).toEqual(['North', '40 (53)', '19 (50)']);
    expect(finding.n).toMatchObject({ total: 115, used: 114 });
  });
});

describe('change by subgroup', () => {
  const changes = [
    [1, 2, 3, 4, 5, 3],
    [5, 6, 7, 8, 9, 7, 7],
  ];
  const groups = changes.flatMap((own, k) => own.map(() => (k === 0 ? 'North' : 'South')));
  const before = changes.flat().map((_, i) => 10 + ((i * 7) % 11));
  const frame = pairsOf(
    {
      total: {
        subscale: DEMO,
        before: [...before, 4, null],
        after: [...changes.flat().map((change, i) => (before[i] ?? 0) + change), null, 4],
      },
    },
    { area: { kind: 'category', label: 'Area', values: [...groups, 'North', 'South'] } },
  );
  const finding = analysed('outcome-subgroups', frame, { group: 'area' });

  test('each group, and the interaction as the analysis of variance of the changes', () => {
    const { F, p } = anovaOneway(changes);
    expect(numberAt(finding, 'F')).toBeCloseTo(F ?? 0, 10);
    expect(numberAt(finding, 'p')).toBeCloseTo(p ?? 0, 10);
    expect(numberAt(finding, 'mean-change[North]')).toBeCloseTo(3, 10);
    expect(numberAt(finding, 'mean-change[South]')).toBeCloseTo(7, 10);
    expect(cellsOf(finding, 'subgroups').map((row) => row[1])).toEqual([
      '6 of 7 (86)',
      '7 of 8 (88)',
    ]);
  });

  test('small groups are marked', () => {
    expect(finding.notes[0]).toMatchObject({
      kind: 'caution',
      text: expect.stringContaining('North: only 6 pairs'),
    });
    expect(finding.figures.map(({ kind }) => kind)).toEqual(['forest']);
  });
});
