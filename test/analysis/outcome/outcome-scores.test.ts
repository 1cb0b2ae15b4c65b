import { describe, expect, test } from 'vitest';
import { anovaRepeated } from '../../../src/analysis/statistics/anova-repeated.ts';
import { scoreFrame } from '../../../src/measures/score.ts';
import type { Measure } from '../../../src/model/measure.ts';
import { frameOf } from '../../columns/frames.ts';
import { analysed, cellsOf, DEMO, numberAt, pairsOf } from './pairs.ts';

const source = { text: 'A test', status: 'verified' } as const;

describe('reliable and clinically significant change', () => {
  const scale = {
    ...DEMO,
    direction: 'lower' as const,
    cutoffs: [{ label: 'caseness', at: 10, side: 'from' as const, source }],
    reliableChange: [{ points: 6, source }],
  };
  // Recovered, improved but still a case, improved below the cut-off, unchanged, worse, unpaired.
  const before = [15, 24, 9, 12, 8, 20];
  const after = [8, 16, 2, 9, 14, null];
  const frame = pairsOf({ a: { subscale: scale, before, after } });
  const finding = analysed('outcome-reliable', frame);

  test('recovered is told from improved', () => {
    expect(cellsOf(finding, 'reliable')).toEqual([
      ['Demo', 6, 5, '1 (20)', '2 (40)', '1 (20)', '1 (20)'],
    ]);
    expect(cellsOf(finding, 'cut-off')).toEqual([
      ['Demo', '10 or above (caseness)', '3 (60)', 2, '2 (67)', '1 (50)'],
    ]);
  });

  test('the plot has the band and the cut-off', () => {
    const [plot] = finding.figures;
    expect(plot).toMatchObject({
      kind: 'scatter',
      square: true,
      n: 5,
      bands: [{ along: 'diagonal', low: -6, high: 6 }],
      series: [
        { name: 'Reliably improved', points: [{}, {}, {}] },
        { name: 'No reliable change', points: [{ x: 12, y: 9 }] },
        { name: 'Reliably deteriorated', points: [{ x: 8, y: 14 }] },
      ],
    });
  });

  test('over several scores: improved when any is and none deteriorated', () => {
    const both = pairsOf({
      a: { subscale: scale, before, after },
      b: {
        subscale: { ...scale, name: 'B' },
        before: [9, 9, 9, 20, 20, 20],
        after: [20, 9, 9, 10, 20, 20],
      },
    });
    const overall = cellsOf(analysed('outcome-reliable', both), 'reliable').at(-1);
    // Person 1 is better in one and worse in the other, person 4 better in the second only.
    expect(overall).toEqual([
      'Any score (NHS England rule)',
      null,
      6,
      '–',
      '3 (50)',
      '1 (17)',
      '2 (33)',
    ]);
  });

  test('no threshold is no verdict', () => {
    const none = analysed('outcome-reliable', pairsOf({ a: { subscale: DEMO, before, after } }));
    expect(cellsOf(none, 'reliable')[0]?.slice(3)).toEqual(['–', '–', '–', '–']);
    expect(none.notes[0]).toMatchObject({ kind: 'refused' });
    expect(none.figures).toEqual([]);
  });
});

test('the account of pairs', () => {
  const frame = pairsOf({
    total: { subscale: DEMO, before: [1, 2, 3, null, null], after: [2, 3, null, 4, null] },
  });
  const finding = analysed('outcome-pairs', frame);
  expect(
    ['eligible', 'both', 'before-only', 'after-only', 'neither', 'excluded'].map((key) =>
      numberAt(finding, key),
    ),
  ).toEqual([5, 2, 1, 1, 1, 0]);
  expect(finding.figures[0]).toMatchObject({
    kind: 'flow',
    steps: [
      { label: 'Eligible', n: 5, lost: [{ reason: 'no score', n: 1 }] },
      { n: 4, lost: [{ reason: 'T2 only', n: 1 }] },
      { n: 3, lost: [{ reason: 'no score at T2', n: 1 }] },
      { label: 'Paired', n: 2 },
    ],
  });
});

describe('several time points', () => {
  const rows = [
    [10, 12, 15],
    [20, 21, 22],
    [14, 13, 19],
    [9, 12, 12],
  ];
  const flat = rows.flatMap((row, i) => row.map((value, k) => ({ i, k, value })));
  const frame = frameOf({
    person: { kind: 'identifier', values: [...flat.map(({ i }) => `p${i}`), 'late', 'p0'] },
    time: {
      kind: 'category',
      values: [...flat.map(({ k }) => `T${k + 1}`), 'T1', 'T1'],
      order: ['T1', 'T2', 'T3'],
    },
    total: { kind: 'decimal', values: [...flat.map(({ value }) => value), 30, 99] },
  });
  const finding = analysed('outcome-times', frame, {
    score: 'total',
    person: 'person',
    time: 'time',
  });

  test('those with all scores are tested, and the first of two scores is used', () => {
    const expected = anovaRepeated({ rows, width: 3, incomplete: 0 });
    expect(numberAt(finding, 'n')).toBe(4);
    expect(numberAt(finding, 'people')).toBe(5);
    expect(numberAt(finding, 'F')).toBeCloseTo(expected.F ?? 0, 10);
    expect(numberAt(finding, 'p-gg')).toBeCloseTo(expected.p_gg ?? 0, 10);
    expect(numberAt(finding, 'friedman')).not.toBeNull();
    expect(cellsOf(finding, 'times').map((row) => [row[1], row[3]])).toEqual([
      [5, 4],
      [4, 4],
      [4, 4],
    ]);
  });

  test('lines of people do not say who they are', () => {
    expect(finding.figures[0]).toMatchObject({ kind: 'paired-lines', times: ['T1', 'T2', 'T3'] });
    expect(JSON.stringify(finding)).not.toMatch(/"p[0-9]"/);
  });
});

describe('scoring summary', () => {
  // Cronbach's alpha of these six forms is 0.8920863 (R: psych::alpha).
  const FORMS = [
    [1, 2, 1],
    [3, 2, 2],
    [4, 3, 5],
    [2, 1, 2],
    [3, 4, 3],
    [5, 4, 4],
  ];
  const measure: Measure = {
    id: 'demo',
    version: '1',
    name: 'Demo',
    short: 'DEMO',
    reference: '',
    licence: '',
    stage: '',
    cautions: [],
    answers: 'raw',
    items: [1, 2, 3].map((item) => ({ item, min: 1, max: 5, reverse: false })),
    key: source,
    subscales: [
      {
        ...DEMO,
        items: [1, 2, 3],
        score: 'sum',
        range: { low: 3, high: 15 },
        missing: { minItems: 3, prorate: false },
      },
    ],
  };
  const received = [...FORMS, [9, 1, 1], [1, null, 1]];
  const { frame } = scoreFrame(
    frameOf({
      id: { kind: 'identifier', values: received.map((_, i) => `p${i}`) },
      when: { kind: 'category', values: received.map(() => 'T1') },
      ...Object.fromEntries(
        [0, 1, 2].map((k) => [
          `q${k + 1}`,
          { kind: 'integer' as const, values: received.map((form) => form[k] ?? null) },
        ]),
      ),
    }),
    { measure: 'demo', person: 'id', layout: { form: 'rows', items: 'q{item}', time: 'when' } },
    { measures: [measure] },
  );
  const finding = analysed('outcome-scoring', frame);

  test('α, what is scored, and why the rest is not', () => {
    expect(numberAt(finding, 'alpha[Demo, T1]')).toBeCloseTo(0.8920863, 7);
    expect(numberAt(finding, 'forms[Demo, T1]')).toBe(8);
    expect(numberAt(finding, 'n[Demo, T1]')).toBe(6);
    expect(finding.tables[0]?.notes.at(-1)).toBe(
      'Demo at T1: 2 missing (1 item out of range, 1 too few items answered).',
    );
    expect(finding.n).toMatchObject({ total: 8, used: 6 });
  });

  test('answers to each item, blank and out of range apart', () => {
    expect(cellsOf(finding, 'items')).toEqual([
      ['1', 'T1', 2, 1, 2, 1, 1, 0, 1],
      ['2', 'T1', 2, 2, 1, 2, 0, 1, 0],
      ['3', 'T1', 3, 2, 1, 1, 1, 0, 0],
    ]);
    expect(finding.figures.map(({ kind }) => kind)).toEqual(['stacked-bar']);
  });

  test('floor and ceiling', () => {
    expect(numberAt(finding, 'floor-percent[Demo, T1]')).toBe(0);
    const low = analysed(
      'outcome-scoring',
      scoreFrame(
        frameOf({
          id: { kind: 'identifier', values: ['a', 'b'] },
          when: { kind: 'category', values: ['T1', 'T1'] },
          q1: { kind: 'integer', values: [1, 2] },
          q2: { kind: 'integer', values: [1, 2] },
          q3: { kind: 'integer', values: [1, 3] },
        }),
        { measure: 'demo', person: 'id', layout: { form: 'rows', items: 'q{item}', time: 'when' } },
        { measures: [measure] },
      ).frame,
    );
    expect(numberAt(low, 'floor-percent[Demo, T1]')).toBe(50);
    expect(low.notes).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('have the lowest possible score') }),
    );
  });
});

describe('from referral to paired', () => {
  const frame = pairsOf(
    {
      a: {
        subscale: DEMO,
        before: [1, 2, 3, null, 5, null, null, null],
        after: [2, 3, null, 4, 6, null, null, null],
      },
    },
    {
      accepted: {
        kind: 'category',
        label: 'Accepted',
        values: ['Yes', 'Yes', 'Yes', 'yes', 'Yes', 'Yes', 'Rejected', null],
      },
      attended: { kind: 'integer', label: 'Sessions', values: [4, 3, 1, 2, 9, 0, null, null] },
    },
  );
  const finding = analysed('outcome-pairs', frame, { stages: ['accepted', 'attended'] });

  test('each stage counts those of the one before who reached it, and says why the others did not', () => {
    expect(cellsOf(finding, 'stages')).toEqual([
      ['All', '8 (100)', ''],
      ['Accepted', '6 (75)', '1 Accepted: Rejected; 1 Accepted: empty'],
      ['Sessions', '5 (63)', '1 Sessions: 0'],
      ['A score at any time', '5 (63)', ''],
      ['A score at T1', '4 (50)', '1 T2 only'],
      ['Paired', '3 (38)', '1 no score at T2'],
    ]);
    expect(numberAt(finding, 'stage[Accepted]')).toBe(6);
    expect(numberAt(finding, 'eligible')).toBe(5);
    const { total, used, missing } = finding.n;
    expect([total, used]).toEqual([8, 3]);
    expect(missing.reduce((sum, { n }) => sum + n, used)).toBe(total);
  });

  test('the figure has the same numbers, with the losses beside the step they leave from', () => {
    expect(finding.figures[0]).toMatchObject({
      kind: 'flow',
      steps: [
        { n: 8, lost: [{ n: 1 }, { n: 1 }] },
        { label: 'Accepted', n: 6, lost: [{ reason: 'Sessions: 0', n: 1 }] },
        { n: 5 },
        { n: 5 },
        { n: 4 },
        { label: 'Paired', n: 3 },
      ],
    });
  });
});
