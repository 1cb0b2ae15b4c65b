import { describe, expect, test } from 'vitest';
import { runAnalysis } from '../../src/analysis/analyses.ts';
import { formatCell } from '../../src/model/format.ts';
import type { Finding } from '../../src/model/result.ts';
import { plainText } from '../../src/model/rich.ts';
import { seriesOf } from '../helpers/series-of.ts';
import { viewOf } from './frame.ts';

/** Made with R 4.2.2; the values of the test are R's. */
const BEFORE = [24, 31, 18, 27, 35, 22, 29, 16, 33, 26, 20, 30];
const AFTER = [28, 33, 17, 31, 34, 27, 29, 21, 35, 30, 26, 31];

const demo = viewOf(
  'people',
  { name: 'pre', label: 'Demo, T1', evidence: 'higher is better', data: BEFORE },
  { name: 'post', label: 'Demo, T2', data: AFTER },
);

function value(finding: Finding, key: string): number {
  const found = finding.estimates.find((entry) => entry.key === key);
  if (found === undefined || found.value === null) throw new Error(`no estimate ${key}`);
  return found.value;
}

function row(finding: Finding, table = 0): string {
  const { columns, rows } = finding.tables[table] ?? { columns: [], rows: [] };
  const cells = rows[0]?.cells ?? [];
  return cells.map((cell, i) => formatCell(cell, columns[i]?.format ?? 'text')).join(' | ');
}

const run = (options = {}, view = demo) =>
  runAnalysis('paired-t', view, { before: ['pre'], after: ['post'], ...options });

describe('one measure, before and after', () => {
  const finding = run();

  test('the row of the table is the one of the textbook', () => {
    expect(row(finding)).toBe(
      'Demo (higher better) | 12 | 12 (100) | 25.92 (6.04) | 28.50 (5.27) | 2.58 [1.04, 4.13] | 3.68(11) | .004 | 0.46 [0.21, 0.70] | .007',
    );
  });

  test('the estimates are R’s', () => {
    expect(value(finding, 't')).toBeCloseTo(3.68374, 5);
    expect(value(finding, 'p')).toBeCloseTo(0.00360224, 8);
    expect(value(finding, 'mean-change')).toBeCloseTo(2.58333, 5);
    expect(value(finding, 'd')).toBeCloseTo(0.456053, 6);
    expect(value(finding, 'wilcoxon-p')).toBeCloseTo(0.006836, 6);
    expect(value(finding, 'rank-biserial')).toBeCloseTo(0.878788, 6);
    expect([value(finding, 'up'), value(finding, 'down'), value(finding, 'same')]).toEqual([
      9, 2, 1,
    ]);
    const d = finding.estimates.find((entry) => entry.key === 'd');
    expect(d?.ci?.low).toBeCloseTo(0.21341, 5);
    expect(d?.ci?.high).toBeCloseTo(0.6987, 5);
    expect(d?.ci?.method).toContain('Algina & Keselman');
  });

  test('the APA sentence', () => {
    expect(finding.sentences.apa).toContain(
      'mean change 2.58, 95\u202f% CI [1.04, 4.13], *t*(11) = 3.68, *p* = .004, *d*~av~ = 0.46, 95\u202f% CI [0.21, 0.70].',
    );
  });

  test('the plain sentence says how much, which direction is better, and of how many', () => {
    expect(finding.sentences.plain).toBe(
      'On average 2.6 points higher after than before (95\u202f% CI 1.0 to 4.1); higher is better. 12 of 12 people have both scores.',
    );
  });

  test('assumption, caution and the missing comparison group are notes', () => {
    const notes = finding.notes.map((note) => `${note.kind}: ${plainText(note.text)}`).join('\n');
    expect(notes).toContain('Shapiro–Wilk W = 0.92, p = .275');
    expect(notes).toContain('only 12 pairs');
    expect(notes).toContain('no comparison group');
    expect(`${notes} ${finding.sentences.plain}`).not.toMatch(/\beffect\b|\bimpact\b/i);
  });

  test.each([
    ['d_av-mean-sd', false, 0.457114, null],
    ['d_z', false, 1.063405, [0.33252, 1.76461]],
    ['d_rm', false, 0.434465, [0.19264, 0.67629]],
    ['d_z', true, 0.988924, null],
    ['d_av', true, 0.424111, [0.21341 * 0.92996, 0.6987 * 0.92996]],
  ] as const)('%s, Hedges %s', (kind, hedges, expected, ci) => {
    const found = run({ 'effect-size': kind, hedges }).estimates.find((entry) => entry.key === 'd');
    expect(found?.value).toBeCloseTo(expected, 5);
    if (ci) {
      expect(found?.ci?.low).toBeCloseTo(ci[0], 4);
      expect(found?.ci?.high).toBeCloseTo(ci[1], 4);
    }
  });

  test('with Wilcoxon as the primary test both are still shown', () => {
    const ranks = run({ primary: 'wilcoxon' });
    expect(row(ranks)).toContain('3.68(11)');
    expect(ranks.method.variant).toContain('primary: Wilcoxon');
    expect(ranks.sentences.apa).toContain(
      '*W*~+~ = 62, *z* = 2.59, exact *p* = .007, *r*~rb~ = .88',
    );
    expect(ranks.sentences.plain).toContain(
      '9 of 12 people scored higher after than before, 1 the same, 2 lower',
    );
  });
});

describe('several measures in one table', () => {
  const view = viewOf(
    'people',
    { name: 'w1', label: 'Warmth (0–35, higher is better), T1', data: [...BEFORE, 20, null, 11] },
    { name: 'w2', label: 'Warmth, T2', data: [...AFTER, { missing: 'T1 only' }, 7, null] },
    { name: 'i1', label: 'Invasion (0–35, lower is better), T1', data: [...AFTER, 20, null, 9] },
    { name: 'i2', label: 'Invasion, T2', data: [...BEFORE, { missing: 'T1 only' }, null, 8] },
  );
  const finding = runAnalysis('paired-t', view, {
    before: ['w1', 'i1'],
    after: ['w2', 'i2'],
    adjust: 'holm',
  });

  test('estimates are keyed by the short name', () => {
    expect(value(finding, 'Warmth: t')).toBeCloseTo(3.68374, 5);
    expect(value(finding, 'Warmth: n')).toBe(12);
    expect(value(finding, 'Invasion: n')).toBe(13);
    expect(value(finding, 'Invasion: mean-change')).toBeLessThan(0);
  });

  test('Holm’s p doubles the smaller one', () => {
    const p = value(finding, 'Invasion: p');
    const q = value(finding, 'Warmth: p');
    expect(value(finding, 'Invasion: p-adjusted')).toBeCloseTo(
      p < q ? 2 * p : Math.max(p, 2 * q),
      12,
    );
    expect(finding.tables[0]?.columns.map((column) => column.header)).toContain('*p*~Holm~');
  });

  test('rows add up: used and missing with reasons', () => {
    expect(finding.n).toEqual({
      total: 15,
      used: 13,
      missing: [
        { reason: 'T1 only', n: 1 },
        { reason: 'no pair in any measure', n: 1 },
      ],
    });
    expect(row(finding, 1)).toBe('Warmth | 15 | 12 (80) | 2 (13) | 1 (7) | 0 (0)');
  });

  test('each sentence states its own direction', () => {
    expect(finding.sentences.plain).toContain('Warmth: on average 2.6 points higher');
    expect(finding.sentences.plain).toContain('lower after than before');
    expect(finding.sentences.plain).toContain('lower is better. 13 of 15 people have both scores.');
  });

  test('the same number of pairs is said once, at the end', () => {
    const whole = { ...view, rows: view.rows.slice(0, 12) };
    const { plain } = runAnalysis('paired-t', whole, {
      before: ['w1', 'i1'],
      after: ['w2', 'i2'],
    }).sentences;
    expect(plain.match(/have both scores/g)).toHaveLength(1);
    expect(plain).toMatch(/lower is better\. 12 of 12 people have both scores of each\.$/);
  });

  test('someone without a pair counts under what the measures’ reasons share', () => {
    const partly = viewOf(
      'people',
      { name: 'a1', data: [...BEFORE, { missing: 'not scorable' }] },
      { name: 'a2', data: [...AFTER, { missing: 'T1 only' }] },
      { name: 'b1', data: [...BEFORE, 12] },
      { name: 'b2', data: [...AFTER, { missing: 'T1 only' }] },
    );
    const { n } = runAnalysis('paired-t', partly, { before: ['a1', 'b1'], after: ['a2', 'b2'] });
    expect(n.missing).toEqual([{ reason: 'T1 only', n: 1 }]);
  });

  test('figures: mean change with interval, the means, and everybody', () => {
    expect(finding.figures.map((figure) => figure.kind)).toEqual([
      'interval',
      'line',
      'paired-lines',
      'paired-lines',
    ]);
    const [, , warmth] = finding.figures;
    if (warmth?.kind !== 'paired-lines') throw new Error('no lines');
    const { lines, people, means, change } = warmth;
    const n = lines.length;
    expect((people.better ?? 0) + (people.same ?? 0) + (people.worse ?? 0)).toBe(n);
    expect(lines.filter(({ direction }) => direction === 'better')).toHaveLength(
      people.better ?? 0,
    );
    expect((means[1]?.value ?? 0) - (means[0]?.value ?? 0)).toBeCloseTo(change?.value ?? 0, 12);
    expect(seriesOf(finding.figures[1]).map((series) => series.name)).toEqual([
      'Warmth',
      'Invasion',
    ]);
  });
});

test('below five pairs there is no t-test, and the reason is given', () => {
  const view = viewOf(
    'people',
    { name: 'pre', data: [1, 2, 3, 4] },
    { name: 'post', data: [2, 4, 4, 7] },
  );
  const finding = run({}, view);
  expect(finding.estimates.find((entry) => entry.key === 't')).toMatchObject({
    value: null,
    refused: 'fewer than 5 pairs',
  });
  expect(finding.notes.some((note) => note.kind === 'refused')).toBe(true);
  expect(value(finding, 'mean-change')).toBe(1.75);
});

test('who has only a first score is compared with the pairs', () => {
  const view = viewOf(
    'people',
    { name: 'pre', data: [...BEFORE, 14, 15, 13, 16, 12, 11] },
    { name: 'post', data: [...AFTER, null, null, null, null, null, null] },
  );
  const note = run({}, view).notes.find((entry) => entry.text.includes('began at'));
  expect(note?.kind).toBe('caution');
  expect(plainText(note?.text ?? '')).toContain('the 6 with a score at T1 only began at M = 13.50');
});

test('a change that rounds to nothing is no change, up or down', () => {
  const before = [3.1, 2.4, 2.9, 3.5, 2.2, 3.3, 2.8, 3.0];
  const moves = [0.2, -0.2, 0.1, -0.1, 0.3, -0.3, 0.15, -0.16];
  const view = viewOf(
    'people',
    { name: 'a', label: 'Score, T1', data: before },
    { name: 'b', label: 'Score, T2', data: before.map((value, i) => value + (moves[i] ?? 0)) },
  );
  const { plain, apa } = runAnalysis('paired-t', view, { before: ['a'], after: ['b'] }).sentences;
  expect(plain).toMatch(
    /^On average about no change \(95\u202f% CI from 0\.\d\d lower to 0\.\d\d higher/,
  );
  expect(apa).toContain('was about the same at T2');
  expect(apa).toContain('as at T1');
  expect(`${plain} ${apa}`).not.toMatch(/was lower|0\.00 points/);
});

describe('time points', () => {
  const called = (...labels: readonly (readonly [string, string])[]) => {
    const view = viewOf(
      'people',
      ...labels.flatMap(([first, last], i) => [
        { name: `pre${i}`, label: first, data: BEFORE },
        { name: `post${i}`, label: last, data: [...AFTER.slice(1), { missing: 'empty' }] },
      ]),
    );
    const names = (side: string) => labels.map((_, i) => `${side}${i}`);
    const finding = runAnalysis('paired-t', view, { before: names('pre'), after: names('post') });
    const headers = finding.tables[0]?.columns.map(({ header }) => plainText(header)) ?? [];
    return { finding, headers: headers.slice(3, 5), title: finding.tables[0]?.title };
  };

  test('are called as the labels call them', () => {
    const { finding, headers, title } = called(['Worry at start', 'Worry at end']);
    expect(title).toBe('Change from start to end');
    expect(headers).toEqual(['Start M (SD)', 'End M (SD)']);
    expect(plainText(finding.sentences.apa)).toMatch(/higher at end \(.*\) than at start \(/);
    expect(finding.n.missing).toEqual([{ reason: 'start only', n: 1 }]);
    expect(finding.figures.map((figure) => figure.title)).toContain(
      'Worry: everybody at start and end',
    );
    expect(finding.tables[1]?.columns.map(({ header }) => header)).toContain('Start only');
  });

  test('that say when by themselves are not “at before”', () => {
    const { finding, headers } = called(['Worry before', 'Worry after']);
    expect(headers).toEqual(['Before M (SD)', 'After M (SD)']);
    expect(plainText(finding.sentences.apa)).toMatch(/higher after \(.*\) than before \(/);
    expect(finding.estimates.map(({ label }) => label)).toContain('Worry: mean before');
  });

  test.each([
    [['Worry, start', 'Worry, end'], ['Calm, Start', 'Calm, End'], 'Start'],
    [['Worry, start', 'Worry, end'], ['Calm, intake', 'Calm, review'], 'T1'],
    [['Worry', 'Later worry'], ['Calm', 'Later calm'], 'T1'],
  ] as const)('of %j and %j head the columns as %s', (one, other, heading) => {
    expect(called(one, other).headers[0]).toBe(`${heading} M (SD)`);
  });
});
