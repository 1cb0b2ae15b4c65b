import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/model/refusal.ts';
import { frameOf } from '../../columns/frames.ts';
import { analysed, cellsOf, DEMO, numberAt, pairsOf } from './pairs.ts';

// Twelve pairs, checked in R 4.2.2 and SciPy 1.17.1.
const BEFORE = [24, 31, 18, 27, 35, 22, 29, 16, 33, 26, 20, 30];
const AFTER = [28, 33, 17, 31, 34, 27, 29, 21, 35, 30, 26, 31];
const source = { text: 'A test', status: 'verified' } as const;

describe('the table of twelve pairs', () => {
  const frame = pairsOf({ total: { subscale: DEMO, before: BEFORE, after: AFTER } });
  const finding = analysed('outcome-change', frame);

  test('has exactly the columns that are printed', () => {
    expect(finding.tables[0]?.columns.map(({ header }) => header)).toEqual([
      'Measure',
      '*n* eligible',
      '*n* paired (%)',
      'T1 *M* (*SD*)',
      'T2 *M* (*SD*)',
      'Mean change [95\u202f% CI]',
      '*t*(*df*)',
      '*p*',
      '*p* adj',
      '*d*~av~ [95\u202f% CI]',
      'Wilcoxon *p*',
      'Reliably improved / no change / deteriorated *n* (%)',
      'Crossed cut-off *n*',
    ]);
  });

  test('is headed by what the time points are called', () => {
    const variables = frame.variables.map((each) =>
      each.score?.side
        ? {
            ...each,
            score: { ...each.score, time: { before: 'start', after: 'end' }[each.score.side] },
          }
        : each,
    );
    const { tables, figures } = analysed('outcome-change', { ...frame, variables });
    expect(tables[0]?.title).toBe('Change in DEMO scores from start to end');
    expect(tables[0]?.columns[3]?.header).toBe('Start *M* (*SD*)');
    expect(tables[1]?.columns.map(({ header }) => header)).toEqual(
      expect.arrayContaining(['Start only', 'End only', 'Median days start–end']),
    );
    expect(figures[0]).toMatchObject({ sides: { low: 'Lower at end', high: 'Higher at end' } });
  });

  test('has the numbers of R', () => {
    expect(cellsOf(finding, 'change')).toEqual([
      [
        'Demo (0–45, higher better)',
        12,
        '12 (100)',
        '25.92 (6.04)',
        '28.50 (5.27)',
        '2.58 [1.04, 4.13]',
        '3.68(11)',
        expect.closeTo(0.00360224, 7),
        expect.closeTo(0.00360224, 7),
        '0.46 [0.21, 0.70]',
        expect.closeTo(0.006836, 6),
        '–',
        '–',
      ],
    ]);
  });

  test('says why there is no reliable change, and takes a reliability that is given', () => {
    expect(finding.tables[0]?.notes.join(' ')).toContain(
      'Demo: no reliable change, its measure has no reliable change that may be used',
    );
    const given = analysed('outcome-change', frame, { reliability: 0.9 });
    // 1.96 · √2 · 6.0371 · √0.1 = 5.2917: only the change of 6 is more.
    expect(numberAt(given, 'reliable-points')).toBeCloseTo(5.2917, 3);
    expect(cellsOf(given, 'change')[0]?.[11]).toBe('1 (8) / 11 (92) / 0 (0)');
  });
});

describe('what the change is worth', () => {
  const clinical = {
    ...DEMO,
    direction: 'lower' as const,
    cutoffs: [{ label: 'caseness', at: 20, side: 'from' as const, source }],
    reliableChange: [{ points: 5, source }],
  };
  const frame = pairsOf({
    total: {
      subscale: clinical,
      before: [25, 25, 25, 22, 10, 10, 30, null, 12],
      after: [20, 19, 26, 19, 20, 9, 36, 20, null],
    },
  });
  const finding = analysed('outcome-change', frame);

  test('a change of exactly the points counts; lower is better', () => {
    // −5, −6, +1, −3, +10, −1, +6.
    expect(cellsOf(finding, 'change')[0]?.[11]).toBe('2 (29) / 3 (43) / 2 (29)');
    expect(numberAt(finding, 'improved')).toBe(2);
    expect(numberAt(finding, 'deteriorated')).toBe(2);
  });

  test('crossing is counted of those on the side of concern, and the other way apart', () => {
    expect(cellsOf(finding, 'change')[0]?.[12]).toBe('2 of 5');
    expect(numberAt(finding, 'crossed-back')).toBe(1);
    expect(finding.tables[0]?.notes.join(' ')).toContain(
      'cut-off 20 or above (caseness), counted of those there before; 1 crossed the other way.',
    );
  });

  test('the pairs are accounted for', () => {
    expect(cellsOf(finding, 'pairs')).toEqual([
      ['Demo', 9, '1 (11)', '1 (11)', '7 (78)', '0 (0)', '0', null],
    ]);
    expect(finding.n).toMatchObject({ total: 9, used: 7 });
  });
});

describe('several scores', () => {
  const frame = pairsOf({
    a: { subscale: DEMO, before: BEFORE, after: AFTER },
    b: {
      subscale: { ...DEMO, name: 'Other', direction: 'not-monotone' },
      before: BEFORE,
      after: BEFORE.map((value, i) => value + (i % 2 === 0 ? 1 : -1)),
    },
    c: {
      subscale: {
        ...DEMO,
        name: 'Level',
        range: { low: 0, high: 4 },
        level: 'ordinal',
        direction: 'lower',
      },
      before: BEFORE.map((_, i) => (i % 4) + 1),
      after: BEFORE.map((_, i) => Math.max(1, i % 4)),
    },
  });
  const finding = analysed('outcome-change', frame);

  test('p is adjusted over the t-tests', () => {
    const [first, second, third] = cellsOf(finding, 'change');
    expect(first?.[8]).toBeCloseTo(2 * 0.00360224, 7);
    expect(second?.[8]).toBe(1);
    expect(third?.[8]).toBeNull();
  });

  test('ordered levels have ranks and no means, and it is said', () => {
    expect(cellsOf(finding, 'change')[2]).toEqual([
      'Level (0–4, lower better)',
      12,
      '12 (100)',
      '–',
      '–',
      '–',
      '–',
      null,
      null,
      '–',
      expect.any(Number),
      '–',
      '–',
    ]);
    expect(finding.notes.filter(({ kind }) => kind === 'refused')).toEqual([
      {
        kind: 'refused',
        text: expect.stringContaining('levels are ordered and not evenly spaced'),
      },
    ]);
    expect(finding.sentences.plain).toContain('Level is a rating on ordered levels: of 12 pairs');
  });

  test('a score without a better end is neither better nor worse', () => {
    expect(cellsOf(finding, 'change')[1]?.[0]).toBe('Other (0–45, neither end better)');
    const given = analysed('outcome-change', frame, { reliability: 0.9 });
    expect(cellsOf(given, 'change')[1]?.[11]).toBe('–');
    expect(given.tables[0]?.notes.join(' ')).toContain(
      'Other: no reliable change, which end is better is not stated',
    );
  });

  test('a forest of all, and lines and changes of each', () => {
    expect(finding.figures.map(({ kind }) => kind)).toEqual([
      'forest',
      'paired-lines',
      'histogram',
      'paired-lines',
      'histogram',
    ]);
  });

  test('some of them', () => {
    const one = analysed('outcome-change', frame, { scores: ['b_before'] });
    expect(cellsOf(one, 'change')).toHaveLength(1);
    expect(() => analysed('outcome-change', frame, { scores: ['b_after'] })).toThrow(Refusal);
  });
});

describe('few pairs', () => {
  const few = (n: number) =>
    analysed(
      'outcome-change',
      pairsOf({
        total: { subscale: DEMO, before: BEFORE.slice(0, n), after: AFTER.slice(0, n) },
      }),
    );

  test('no t below five, a caution below twenty, and never “impact”', () => {
    expect(cellsOf(few(4), 'change')[0]?.slice(6, 8)).toEqual(['–', null]);
    expect(few(4).notes).toContainEqual({
      kind: 'refused',
      text: expect.stringContaining('fewer than 5 pairs'),
    });
    expect(cellsOf(few(5), 'change')[0]?.[7]).toEqual(expect.any(Number));
    expect(few(12).notes).toContainEqual({
      kind: 'caution',
      text: expect.stringContaining('only 12 pairs'),
    });
    expect(JSON.stringify(few(12))).not.toMatch(/impact/i);
  });

  test('no pairs at all', () => {
    const none = analysed(
      'outcome-change',
      pairsOf({ total: { subscale: DEMO, before: [1, null], after: [null, 2] } }),
    );
    expect(cellsOf(none, 'change')[0]?.slice(2, 7)).toEqual(['0 (0)', '–', '–', '–', '–']);
    expect(none.figures).toEqual([]);
  });
});

test('a table without scores before and after is refused', () => {
  const frame = frameOf({ x: { kind: 'integer', values: [1] } });
  expect(() => analysed('outcome-change', frame)).toThrow(
    'The table has no scores before and after.',
  );
});
