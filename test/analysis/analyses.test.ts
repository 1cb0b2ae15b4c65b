import { describe, expect, test } from 'vitest';
import { ANALYSES, describeAnalyses, runAnalysis } from '../../src/analysis/analyses.ts';
import { Refusal } from '../../src/model/refusal.ts';
import type { OptionValue } from '../../src/model/result.ts';
import { viewOf } from './frame.ts';
import { expectSound } from './sound.ts';

const people = viewOf(
  'people',
  { name: 'id', label: 'Person', kind: 'identifier', data: ['001', '002', '003'] },
  { name: 'age', label: 'Age', kind: 'integer', data: [30, 31, 22] },
  { name: 'sex', label: 'Sex', kind: 'category', data: ['F', 'M', 'F'] },
  { name: 'born', label: 'Born', kind: 'date', data: ['2020-04-01', '2021-03-31', '2021-04-01'] },
);

function refusalOf(id: string, options: Record<string, OptionValue>): Refusal {
  try {
    runAnalysis(id, people, options);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('what is refused, and where', () => {
  test('an unknown analysis, with the ones there are', () => {
    const refusal = refusalOf('t-test', {});
    expect(refusal.code).toBe('unknown-analysis');
    expect(refusal.hint).toContain('paired-t');
  });

  test.each<[string, string, Record<string, OptionValue>, string, string]>([
    [
      'an unknown option',
      'frequencies',
      { variables: ['sex'], colour: 'red' },
      'unknown-option',
      'colour',
    ],
    ['nothing chosen', 'frequencies', {}, 'wrong-option', 'variables'],
    ['a required variable left out', 'crosstab', { rows: 'sex' }, 'wrong-option', 'columns'],
    [
      'an unknown variable',
      'descriptives',
      { variables: ['height'] },
      'unknown-variable',
      'variables',
    ],
    ['an identifier', 'frequencies', { variables: ['id'] }, 'wrong-kind', 'variables'],
    ['a date as a number', 'descriptives', { variables: ['born'] }, 'wrong-kind', 'variables'],
    ['a number as a date', 'counts-by-year', { date: 'age' }, 'wrong-kind', 'date'],
    [
      'a variable named twice',
      'descriptives',
      { variables: ['age', 'age'] },
      'wrong-option',
      'variables',
    ],
    [
      'a name where a list belongs',
      'descriptives',
      { variables: 'age' },
      'wrong-option',
      'variables',
    ],
    [
      'a choice there is not',
      'frequencies',
      { variables: ['sex'], order: 'random' },
      'wrong-option',
      'order',
    ],
    [
      'a number out of range',
      'descriptives',
      { variables: ['age'], confidence: 0.95 },
      'wrong-option',
      'confidence',
    ],
    [
      'a day that does not exist',
      'counts-by-year',
      { date: 'born', 'covered-to': '2021-02-30' },
      'wrong-option',
      'covered-to',
    ],
    [
      'a period that ends before it begins',
      'counts-by-year',
      { date: 'born', 'covered-from': '2022-01-01', 'covered-to': '2021-01-01' },
      'wrong-option',
      'covered-from',
    ],
    ['more before than after', 'paired-t', { before: ['age'], after: [] }, 'wrong-option', 'after'],
    [
      'a variable paired with itself',
      'paired-t',
      { before: ['age'], after: ['age'] },
      'wrong-option',
      'after',
    ],
    [
      'a category without an order',
      'wilcoxon',
      { before: 'sex', after: 'age' },
      'no-order',
      'before',
    ],
  ])('%s', (_what, id, options, code, option) => {
    const refusal = refusalOf(id, options);
    expect(refusal.code).toBe(code);
    expect(refusal.where.option).toBe(option);
    expect(refusal.hint).not.toBe('');
  });

  test('a wrong kind names variable and kind', () => {
    expect(refusalOf('descriptives', { variables: ['born'] }).message).toBe(
      '“born” is of kind date, and this needs: whole number, decimal.',
    );
  });

  test('categories that are no categories', () => {
    const texts = Array.from({ length: 300 }, (_, i) => `note ${i}`);
    const view = viewOf('people', { name: 'note', kind: 'text', data: texts });
    expect(() => runAnalysis('frequencies', view, { variables: ['note'] })).toThrow(
      '300 different values',
    );
  });
});

describe('every analysis', () => {
  test.each(describeAnalyses().map((entry) => [entry.id, entry] as const))(
    '%s is described',
    (_id, entry) => {
      expect(entry.answers).toMatch(/\?$/);
      for (const option of entry.options) {
        expect(option.help).toMatch(/^[^*~]*\.$/);
        expect(option.label).not.toBe('');
      }
      expect(new Set(entry.options.map((option) => option.key)).size).toBe(entry.options.length);
      const keys = entry.options.map((option) => option.key);
      for (const { when } of entry.options) if (when) expect(keys).toContain(when.option);
      expect(entry.words.length).toBeGreaterThan(1);
      expect(entry.guide.formula.length).toBeGreaterThan(0);
      expect(entry.guide.refuses.length).toBeGreaterThan(0);
    },
  );

  test('ids are unique', () => {
    expect(new Set(ANALYSES.map((analysis) => analysis.id)).size).toBe(ANALYSES.length);
  });
});

/** Data that break careless arithmetic. `a` and `b` are numbers, `c` a category, `d` a date. */
const NASTY: Record<string, [(number | null)[], (number | null)[]]> = {
  'no rows': [[], []],
  'one row': [[3], [4]],
  'two rows': [
    [3, 8],
    [4, 8],
  ],
  'all missing': [
    [null, null, null],
    [null, null, null],
  ],
  'never together': [
    [1, null, 2, null],
    [null, 1, null, 2],
  ],
  constant: [
    [5, 5, 5, 5, 5, 5, 5],
    [5, 5, 5, 5, 5, 5, 5],
  ],
  'constant change': [
    [0.1, 0.2, 0.3, 0.4, 0.5, 0.6],
    [0.2, 0.3, 0.4, 0.5, 0.6, 0.7],
  ],
  'one differs': [
    [1, 1, 1, 1, 1, 1],
    [1, 1, 1, 1, 1, 2],
  ],
  huge: [
    [1e150, -1e150, 3e150, 2e150, 5e149],
    [2e150, 1e150, -3e150, 1e150, 4e150],
  ],
  tiny: [
    [1e-200, 2e-200, 4e-200, 3e-200, 1e-200],
    [3e-200, 1e-200, 1e-200, 5e-200, 9e-200],
  ],
};

describe.each(Object.entries(NASTY))(
  '%s: no NaN, no Infinity, keys unique, rows add up',
  (_name, [a, b]) => {
    const words = ['x', 'y', null];
    const dates = ['2015-06-01', '2019-12-31', null, '2024-02-29'];
    const view = viewOf(
      'people',
      { name: 'a', kind: 'decimal', data: a },
      { name: 'b', kind: 'decimal', data: b },
      { name: 'c', kind: 'category', data: a.map((_, i) => words[i % words.length] ?? null) },
      {
        name: 'e',
        kind: 'yesno',
        data: b.map((value) => (value === null ? null : Number(value > 3))),
      },
      { name: 'd', kind: 'date', data: a.map((_, i) => dates[i % dates.length] ?? null) },
    );

    test.each<[string, Record<string, OptionValue>]>([
      ['frequencies', { variables: ['c', 'e'] }],
      ['frequencies', { variables: ['c'], base: 'all', order: 'frequent', chart: 'count' }],
      ['crosstab', { rows: 'c', columns: 'e' }],
      ['crosstab', { rows: 'c', columns: 'e', percent: 'column', primary: 'fisher' }],
      ['counts-by-year', { date: 'd' }],
      [
        'counts-by-year',
        { date: 'd', by: 'c', 'covered-from': '2016-01-15', 'covered-to': '2016-02-01' },
      ],
      ['descriptives', { variables: ['a', 'b'] }],
      ['descriptives', { variables: ['a'] }],
      ['descriptives', { variables: ['a'], group: 'c' }],
      ['paired-t', { before: ['a'], after: ['b'] }],
      [
        'paired-t',
        {
          before: ['a'],
          after: ['b'],
          'effect-size': 'd_z',
          hedges: true,
          adjust: 'BH',
          primary: 'wilcoxon',
        },
      ],
      [
        'paired-t',
        { before: ['a', 'b'], after: ['b', 'a'], 'effect-size': 'd_rm', adjust: 'holm' },
      ],
      ['wilcoxon', { before: 'a', after: 'b', better: 'lower' }],
    ])('%s %o', (id, options) => {
      expectSound(runAnalysis(id, view, options), view.rows.length);
    });
  },
);

test('200,000 rows, all different', () => {
  const many = Array.from({ length: 200_000 }, (_, i) => Math.sin(i) * 10);
  const view = viewOf('people', { name: 'a', data: many }, { name: 'b', data: many.toReversed() });
  expectSound(runAnalysis('descriptives', view, { variables: ['a'] }), many.length);
  expectSound(runAnalysis('paired-t', view, { before: ['a'], after: ['b'] }), many.length);
});
