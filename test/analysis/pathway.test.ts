import { describe, expect, test } from 'vitest';
import { runAnalysis } from '../../src/analysis/analyses.ts';
import { wilsonInterval } from '../../src/analysis/statistics/proportion-ci.ts';
import type { FlowFigure } from '../../src/model/figure.ts';
import { Refusal } from '../../src/model/refusal.ts';
import type { Finding, OptionValue } from '../../src/model/result.ts';
import { EXAMPLES } from './examples.ts';
import { viewOf } from './frame.ts';

function exampleOf(id: string, more: Record<string, OptionValue> = {}): Finding {
  const example = EXAMPLES.find(({ analysis }) => analysis === id);
  if (!example) throw new Error(`no example of ${id}`);
  const view = viewOf(example.unit, ...example.columns);
  return runAnalysis(id, view, { ...example.options, ...more });
}

const estimateOf = ({ estimates }: Finding, key: string) => {
  const found = estimates.find((each) => each.key === key);
  if (!found) throw new Error(`no ${key} among ${estimates.map((each) => each.key).join(', ')}`);
  return found;
};
const cells = (finding: Finding, table: string) =>
  finding.tables
    .find(({ id }) => id === table)
    ?.rows.map((row) => row.cells.map(({ value, text }) => text ?? value));

describe('pathway', () => {
  test('stages are counted among those who came as far, with who was lost and why', () => {
    const finding = exampleOf('pathway');
    expect(cells(finding, 'lost')).toEqual([
      ['Before: Outcome: Accepted', 3, '38'],
      ['Out of area', 1, '13'],
      ['Not suitable', 1, '13'],
      ['empty', 1, '13'],
      ['Before: First attended', 1, '20'],
      ['empty', 1, '20'],
      ['Before: Attended, at least 2', 1, '25'],
      ['fewer than 2', 1, '25'],
    ]);
    const stages = ['Outcome: Accepted', 'First attended', 'Attended, at least 2'];
    expect(stages.map((label) => estimateOf(finding, `n[${label}]`).value)).toEqual([5, 4, 3]);
    const { value, ci } = estimateOf(finding, 'step[First attended]');
    expect(value).toBe(80);
    const [low, high] = wilsonInterval(4, 5);
    expect([ci?.low, ci?.high]).toEqual([100 * low, 100 * high]);
    expect(finding.sentences.plain.replaceAll(/\s/g, ' ')).toBe(
      'Outcome: Accepted 5 of 8 referrals (63 %); First attended 4 (50 %); Attended, at least 2 3 (38 %). Most were lost before Outcome: Accepted: 3 of 8 (38 %).',
    );
    const [figure] = finding.figures as FlowFigure[];
    expect(
      figure?.steps.map(({ n, lost }) => [n, lost?.reduce((sum, each) => sum + (each.n ?? 0), 0)]),
    ).toEqual([
      [8, 3],
      [5, 1],
      [4, 1],
      [3, undefined],
    ]);
  });

  test('days between dated stages; dates out of order are told and left out', () => {
    const finding = exampleOf('pathway');
    // 12, 30 and 20 days; the fourth was seen six days before its referral came.
    expect(estimateOf(finding, 'days[First attended]').value).toBe(20);
    expect(estimateOf(finding, 'days-q1[First attended]').value).toBe(16);
    expect(estimateOf(finding, 'days-q3[First attended]').value).toBe(25);
    expect(estimateOf(finding, 'out-of-order[First attended]').value).toBe(1);
    const notes = finding.notes.map(({ text }) => text).join(' ');
    expect(notes).toContain('1 of 4 with both dates are dated before “Referral received”');
    // One was seen though the referral was rejected.
    expect(notes).toContain('First attended: 1 referrals reached it without a stage before');
    expect(estimateOf(finding, 'besides[First attended]').value).toBe(1);
  });

  test('a count is as many stages as one asks for; nonsense is refused', () => {
    const finding = exampleOf('pathway', { least: '1; 2; 5', stages: ['attended'] });
    const ns = [1, 2, 5].map((n) => estimateOf(finding, `n[Attended, at least ${n}]`).value);
    expect(ns).toEqual([5, 3, 1]);
    for (const least of ['0', 'twice', '1.5', '']) {
      expect(() => exampleOf('pathway', { least })).toThrow(Refusal);
    }
  });
});

describe('attendance', () => {
  test('the rate is of those attended or missed, cancellations stand apart', () => {
    const finding = exampleOf('attendance');
    const keys = ['made', 'attended', 'missed', 'late', 'patient', 'provider', 'other', 'could'];
    expect(keys.map((key) => estimateOf(finding, key).value)).toEqual([12, 7, 2, 1, 1, 1, 0, 9]);
    const dna = estimateOf(finding, 'dna');
    expect(dna.value).toBeCloseTo(200 / 9, 12);
    // By hand, Wilson's formula with z = 1.959964: (2 + z²/2 ± z √(2 · 7/9 + z²/4)) / (9 + z²).
    expect([dna.ci?.low, dna.ci?.high].map((bound) => bound?.toFixed(3))).toEqual([
      '6.323',
      '54.741',
    ]);
    const withLate = exampleOf('attendance', { 'late-counts': 'missed' });
    expect(estimateOf(withLate, 'dna').value).toBeCloseTo(30, 12);
    expect(withLate.notes[0]?.text).toContain('late, not seen');
  });

  test('appointments a person', () => {
    const finding = exampleOf('attendance');
    expect(cells(finding, 'per-person')).toEqual([
      ['1', '1 (25)', '2 (50)'],
      ['2', '0 (0)', '1 (25)'],
      ['3 to 5', '3 (75)', '1 (25)'],
      ['6 to 10', '0 (0)', '0 (0)'],
      ['11 to 20', '0 (0)', '0 (0)'],
      ['21 and more', '0 (0)', '0 (0)'],
    ]);
    expect(estimateOf(finding, 'made-each-median').value).toBe(3.5);
    expect(estimateOf(finding, 'attended-each-mean').value).toBe(7 / 4);
  });

  test('by year, with part years marked, and by group; unknown statuses are told', () => {
    const view = viewOf(
      'appointments',
      {
        name: 'status',
        label: 'Status',
        kind: 'category',
        values: [
          { value: 'A', label: 'Seen' },
          { value: 'D', label: 'Missed' },
        ],
        data: ['A', 'D', 'A', 'A', 'D', 'X', { missing: 'not recorded' }],
      },
      {
        name: 'day',
        label: 'Day',
        kind: 'date',
        data: [
          '2022-06-01',
          '2022-07-01',
          '2023-05-01',
          '2023-06-01',
          '2023-07-01',
          '2023-08-01',
          '2023-09-01',
        ],
      },
      { name: 'site', label: 'Site', kind: 'category', data: ['N', 'N', 'N', 'S', 'S', 'S', 'S'] },
    );
    const finding = runAnalysis('attendance', view, {
      status: 'status',
      date: 'day',
      group: 'site',
      attended: 'seen',
      missed: 'D',
      'covered-from': '2022-06-01',
      'covered-to': '2023-12-31',
    });
    expect(finding.n).toEqual({ total: 7, used: 7, missing: [] });
    expect(estimateOf(finding, 'unknown').value).toBe(1);
    const rate = (line: string) => estimateOf(finding, `${line}: dna`).value;
    expect(rate('2022/23 (from June)')).toBe(50);
    expect(rate('2023/24 (to December)')).toBeCloseTo(100 / 3, 12);
    expect(rate('N')).toBeCloseTo(100 / 3, 12);
    expect(rate('S')).toBe(50);
    const notes = finding.notes.map(({ text }) => text).join(' ');
    expect(notes).toContain('Part year: 2023/24 runs to 31 December 2023');
    expect(notes).toContain(
      '1 appointments have a status that no option names, and are in no rate: X.',
    );
  });
});
