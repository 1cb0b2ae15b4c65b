import { expect, test } from 'vitest';
import { STATISTICS } from '../../src/analysis/statistics.ts';
import { Refusal } from '../../src/model/refusal.ts';

test.each<[string, string, unknown]>([
  ['text among numbers', 'descriptives', { x: [1, 'two'] }],
  ['no input', 'descriptives', undefined],
  ['a list as input', 'descriptives', [1, 2, 3]],
  ['only missing values', 'descriptives', { x: [null, null] }],
  ['pairs of unequal length', 't_paired', { x: [1, 2, 3], y: [1, 2] }],
  ['one pair', 't_paired', { x: [1], y: [2] }],
  [
    'half a person',
    'crosstab',
    {
      table: [
        [1.5, 2],
        [3, 4],
      ],
    },
  ],
  [
    'a negative count',
    'crosstab',
    {
      table: [
        [-1, 2],
        [3, 4],
      ],
    },
  ],
  ['rows of unequal length', 'crosstab', { table: [[1, 2], [3]] }],
  [
    'no counts',
    'crosstab',
    {
      table: [
        [0, 0],
        [0, 0],
      ],
    },
  ],
  ['all values the same', 'shapiro_wilk', { x: [2, 2, 2, 2] }],
  ['a p above 1', 'p_adjust', { p: [0.1, 1.2] }],
  ['more than all', 'proportion_ci', { x: 5, n: 4 }],
  ['no variation', 'correlation', { x: [1, 2, 3, 4], y: [5, 5, 5, 5] }],
])('%s is refused with a reason (%s)', (_what, name, input) => {
  const refusal = refusalOf(() => STATISTICS[name]?.(input, undefined));
  expect(['unreadable-input', 'not-computable']).toContain(refusal.code);
  expect(refusal.message).toMatch(/\.$/);
});

test.each<[string, unknown, unknown, RegExp]>([
  [
    't_paired',
    { x: [1, 2], y: [3, 5], z: [1, 1] },
    {},
    /“z” is unknown: “t_paired” takes “x”, “y”/,
  ],
  ['t_paired', { x: [1, 2], y: [3, 5] }, { level: 0.9 }, /“level” is unknown.*takes “conf”/],
  ['t_paired', { x: [1, 2], y: [3, 5] }, { conf: 95 }, /“conf” must lie between 0 and 1/],
  ['shapiro_wilk', { x: [1, 2, 4] }, { conf: 0.9 }, /“shapiro_wilk” takes none/],
  ['linear_regression', { y: [1, 2, 4], x: [1, 2, 3] }, { intercept: 'no' }, /true or false/],
  ['reliable_change', { pre: [1], post: [2], reliability: 0.8 }, {}, /“sd_pre” is missing/],
  ['wilcoxon_signed_rank', { x: [null, null] }, {}, /not computable because at least 1 difference/],
  ['descriptives', { x: [null] }, {}, /^Description: not computable because .*all are missing\.$/],
  ['anova_oneway', { groups: [[1e-200, 2e-200], [3e-200]] }, {}, /too small to be squared/],
])('%s of %j with %j is refused', (name, input, options, message) => {
  expect(refusalOf(() => STATISTICS[name]?.(input, options)).message).toMatch(message);
});

test('a t-test holds at every scale that numbers have', () => {
  const x = [3, 5, 8, 4, 7];
  const y = [2, 5, 5, 1, 6, 4];
  const at = (scale: number) =>
    STATISTICS.t_independent?.({ x: x.map((v) => v * scale), y: y.map((v) => v * scale) }, {});
  const { student, welch } = at(1) as { student: { t: number }; welch: { t: number; df: number } };
  for (const scale of [1e-290, 1e-150, 1e150, 1e290]) {
    expect(at(scale)).toMatchObject({
      student: { t: expect.closeTo(student.t, 12) },
      welch: { t: expect.closeTo(welch.t, 12), df: expect.closeTo(welch.df, 10) },
    });
  }
});

test('differences that are equal on paper are tied, though not in binary', () => {
  const result = STATISTICS.wilcoxon_signed_rank?.(
    { x: [5.4, 4.4, 3], y: [5.2, 4.2, 3] },
    undefined,
  );
  expect(result).toMatchObject({ n_zero: 1, n_used: 2, ties: true, W_plus: 3 });
});

test('Fisher’s exact test of a table that is too large is refused, the rest is there', () => {
  const table = Array.from({ length: 6 }, (_, i) =>
    Array.from({ length: 6 }, (_, j) => 20 + ((i * 7 + j * 5) % 11)),
  );
  expect(STATISTICS.crosstab?.({ table }, undefined)).toMatchObject({
    pearson: { df: 25 },
    fisher: { refused: { code: 'not-computable' } },
  });
});

function refusalOf(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
