import { expect, test } from 'vitest';
import { STATISTICS } from '../../src/analysis/statistics.ts';
import { Refusal } from '../../src/model/refusal.ts';

test.each<[why: string, name: string, input: unknown, message: RegExp]>([
  ['an empty group', 'mann_whitney', { x: [null], y: [1] }, /there are 0 and 1/],
  ['one group', 'anova_oneway', { groups: [[1, 2]] }, /at least 2 groups/],
  ['an empty group', 'anova_oneway', { groups: [[1, 2], [null]] }, /group 2 has no values/],
  ['single values', 'anova_oneway', { groups: [[1], [2]] }, /only 1 value/],
  ['values whose squares are none', 'anova_oneway', { groups: [[1, 2], [1e200]] }, /too large/],
  ['no groups', 'kruskal_wallis', {}, /list of lists/],
  ['one person', 'anova_repeated', { x: [[1, 2]] }, /at least 2 complete rows/],
  [
    'nothing changes',
    'anova_repeated',
    {
      x: [
        [1, 1],
        [2, 2],
      ],
    },
    /no value changes/,
  ],
  ['nobody complete', 'friedman', { x: [[1, null]] }, /at least 1 complete row/],
  ['rows of unequal length', 'friedman', { x: [[1, 2], [1]] }, /same number/],
  ['a 2', 'cochran_q', { x: [[0, 2]] }, /0 and 1 only/],
  ['single values', 'levene', { groups: [[1], [2]] }, /must have 2 values/],
  ['an empty cell', 'anova_twoway_type3', twoWay([1, 2, 3], 'xxy', 'pqp'), /1 of the 4/],
  ['single cells', 'anova_twoway_type3', twoWay([1, 2, 3, 4], 'xxyy', 'pqpq'), /only 1 value/],
  ['one level', 'anova_twoway_type3', twoWay([1, 2, 3, 4], 'xxxx', 'pqpq'), /at least 2 levels/],
  ['a flat outcome', 'anova_twoway_type3', twoWay([1, 1, 1, 1, 1], 'xxyyx', 'pqpqp'), /not vary/],
  ['one factor', 'anova_twoway_type3', { y: [1], a: ['x'] }, /three lists/i],
  ['no counts', 'chisq_gof', { counts: [0, 0] }, /all counts are 0/],
  ['half a person', 'chisq_gof', { counts: [1.5, 2] }, /whole number/],
  ['shares that are none', 'chisq_gof', { counts: [1, 2], p: [0.5, 0.4] }, /add up to 1/],
  ['a share of 0', 'chisq_gof', { counts: [1, 2], p: [1, 0] }, /expected to be empty/],
  [
    'an empty stratum',
    'mantel_haenszel',
    {
      strata: [
        [
          [0, 0],
          [0, 0],
        ],
      ],
    },
    /fewer than 2/,
  ],
  [
    'a wider stratum',
    'mantel_haenszel',
    {
      strata: [
        [
          [1, 2, 3],
          [1, 2, 3],
        ],
      ],
    },
    /2 columns/,
  ],
  [
    'one row in every stratum',
    'mantel_haenszel',
    {
      strata: [
        [
          [1, 2],
          [0, 0],
        ],
      ],
    },
    /both rows/,
  ],
  ['no events', 'cochran_armitage_trend', { events: [0, 0], totals: [3, 4] }, /all or none/],
  ['events without people', 'cochran_armitage_trend', { events: [5, 0], totals: [3, 4] }, /more/],
  ['no trials', 'binomial_test', { x: 0, n: 0, p0: 0.5 }, /no trials/],
  ['a share above 1', 'binomial_test', { x: 1, n: 2, p0: 1.5 }, /between 0 and 1/],
  ['more than all', 'two_proportions', { x: [9, 0], n: [5, 5] }, /9 of 5/],
  ['three groups', 'two_proportions', { x: [1, 2, 3], n: [5, 5, 5] }, /two counts/],
  [
    'nobody',
    'paired_proportions',
    {
      table: [
        [0, 0],
        [0, 0],
      ],
    },
    /at least one count/,
  ],
  ['no time', 'poisson_rate_ci', { x: 3, t: 0 }, /above 0/],
  ['a reliability of 1.2', 'reliable_change', scale({ reliability: 1.2 }), /at most 1/],
  ['no SD', 'reliable_change', scale({ sd_pre: null }), /“sd_pre” is missing/],
])('%s: %s refuses', (_why, name, input, message) => {
  const refusal = refusalOf(() => STATISTICS[name]?.(input, undefined));
  expect(refusal.message).toMatch(message);
  expect(['unreadable-input', 'not-computable']).toContain(refusal.code);
});

test('parts that a group of one does not allow are refused with the reason, the rest is there', () => {
  const result = STATISTICS.anova_oneway?.({ groups: [[1], [2, 3], [4, 5, 7]] }, undefined);
  expect(result).toMatchObject({
    df: [2, 3],
    sd: [null, expect.any(Number), expect.any(Number)],
    F: expect.closeTo(5.274193548387097, 12),
    welch: {
      F: null,
      df1: 2,
      refused: { message: expect.stringMatching(/group 1 has only 1 value/) },
    },
    brown_forsythe_F_star: { F: null, refused: { code: 'not-computable' } },
    bartlett: { K2: null, refused: { code: 'not-computable' } },
  });
});

test('groups that differ by rounding only do not vary', () => {
  const result = STATISTICS.anova_oneway?.({ groups: [[0.1 + 0.2, 0.3], [0.3]] }, undefined);
  expect(result).toMatchObject({ ss_between: 0, ss_within: 0, F: null, p: null, eta2: null });
});

test('p goes on below what a number holds', () => {
  const low = Array.from({ length: 200 }, (_, i) => i % 7);
  const groups = [low, low.map((value) => value + 1000)];
  const result = STATISTICS.anova_oneway?.({ groups }, undefined);
  expect(result).toMatchObject({ p: 0, log10_p: expect.closeTo(-956.015601793396, 6) });
});

test('p of a pair of groups keeps its digits where 1 − cdf has none', () => {
  const low = Array.from({ length: 60 }, (_, i) => i % 7);
  const groups = [low, low.map((value) => value + 40)];
  const result = STATISTICS.anova_oneway?.({ groups }, undefined) as {
    pairs: { tukey_p: number; t_pooled_p_unadjusted: number }[];
  };
  const { tukey_p, t_pooled_p_unadjusted } = result.pairs[0] ?? {};
  expect(tukey_p).toBeLessThan(1e-100);
  expect((tukey_p ?? 0) / (t_pooled_p_unadjusted ?? 0)).toBeCloseTo(1, 10);
});

test('two groups of the analysis of variance are the t test, unequal ones Welch’s', () => {
  const [x, y] = [
    [4.1, 5.2, 6.9, 5.5],
    [7.2, 8.1, 6.6, 9.4, 8.8],
  ];
  const t = STATISTICS.t_independent?.({ x, y }, undefined) as {
    student: { t: number; p: number };
    welch: { t: number; p: number };
  };
  expect(STATISTICS.anova_oneway?.({ groups: [x, y] }, undefined)).toMatchObject({
    F: expect.closeTo(t.student.t ** 2, 11),
    p: expect.closeTo(t.student.p, 13),
    welch: { F: expect.closeTo(t.welch.t ** 2, 11), p: expect.closeTo(t.welch.p, 13) },
    pairs: [
      { tukey_p: expect.closeTo(t.student.p, 10), games_howell_p: expect.closeTo(t.welch.p, 6) },
    ],
  });
});

test('two measurements of the analysis of variance are the paired t test, and always spherical', () => {
  const rows = [
    [1, 3],
    [2, 3],
    [4, 4],
    [3, 6],
  ];
  const columns = { x: rows.map(([a]) => a), y: rows.map(([, b]) => b) };
  const paired = STATISTICS.t_paired?.(columns, undefined);
  const { t, p } = paired as { t: number; p: number };
  expect(STATISTICS.anova_repeated?.({ x: rows }, undefined)).toMatchObject({
    F: expect.closeTo(t ** 2, 12),
    p: expect.closeTo(p, 13),
    greenhouse_geisser_eps: expect.closeTo(1, 14),
    p_gg: expect.closeTo(p, 13),
    mauchly_W: null,
  });
});

test('type III sums of squares of unequal cells, worked by hand from the cell means', () => {
  // Cell means 1.5, 4, 7, 10 with 2, 1, 1, 2 values: the contrast of A is (1.5 + 4 − 7 − 10) / 4.
  const input = twoWay([1, 2, 4, 7, 9, 11], 'xxxyyy', 'ppqpqq');
  const inverse = 1 / 2 + 1 + 1 + 1 / 2;
  const squares = (contrast: number) => contrast ** 2 / inverse;
  expect(STATISTICS.anova_twoway_type3?.(input, undefined)).toMatchObject({
    a: { ss: expect.closeTo(squares(1.5 + 4 - 7 - 10), 12), df: 1 },
    b: { ss: expect.closeTo(squares(1.5 - 4 + 7 - 10), 12), df: 1 },
    interaction: { ss: expect.closeTo(squares(1.5 - 4 - 7 + 10), 12), df: 1 },
    residual: { ss: expect.closeTo(2.5, 12), df: 2 },
  });
});

test('Mann–Whitney’s exact p with ties counts all choices of the smaller group', () => {
  // Ranks 1, 2.5, 2.5, 4, 5 with x = {1, 2}: of ten choices, 3.5 twice and 9 are at least 2.5 from the mean 6.
  expect(STATISTICS.mann_whitney?.({ x: [1, 2], y: [2, 3, 4] }, undefined)).toMatchObject({
    rank_sum: [3.5, 11.5],
    p_exact: expect.closeTo(0.3, 15),
  });
});

test('large groups have a shift and an interval, and no exact p', () => {
  const x = Array.from({ length: 30_000 }, (_, i) => (i * 7919) % 30_011);
  const y = x.map((value) => value + 500);
  const result = STATISTICS.mann_whitney?.({ x, y }, undefined) as {
    hl_ci_asymptotic_cc: number[];
  };
  expect(result).toMatchObject({ hodges_lehmann_shift: -500, p_exact: null });
  const [low = 0, high = 0] = result.hl_ci_asymptotic_cc;
  expect(low).toBeLessThan(-500);
  expect(high).toBeGreaterThan(-500);
});

test('an answer given twice counts once, and a case without answers is a case', () => {
  const sets = [['b', 'b', 'a'], null, [], ['a']];
  expect(STATISTICS.multiple_response?.({ sets, options: ['b', 'a', 'z'] }, undefined)).toEqual({
    options: ['b', 'a', 'z'],
    count: [1, 2, 0],
    percent_of_responses: [100 / 3, 200 / 3, 0],
    percent_of_cases_all: [25, 50, 0],
    percent_of_cases_answering: [50, 100, 0],
  });
});

test('the binomial test holds at the ends', () => {
  const run = (x: number, p0: number) => STATISTICS.binomial_test?.({ x, n: 10, p0 }, undefined);
  expect(run(0, 0)).toEqual({ p_two_sided: 1, p_less: 1, p_greater: 1 });
  expect(run(3, 1)).toEqual({ p_two_sided: 0, p_less: 0, p_greater: 1 });
  expect(run(5, 0.5)).toMatchObject({ p_two_sided: 1 });
});

test('higher scores can be the better ones', () => {
  const input = { ...scale({}), higher_is_worse: false, clin_mean: 40, clin_sd: 5 };
  expect(STATISTICS.reliable_change?.(input, undefined)).toMatchObject({
    direction: ['improved', 'none', 'deteriorated'],
    cutoff_a: 50,
  });
});

function twoWay(y: number[], a: string, b: string) {
  return { y, a: [...a], b: [...b] };
}

function scale(parts: Record<string, unknown>) {
  return { pre: [10, 10, 20], post: [20, 10, 10], sd_pre: 5, reliability: 0.8, ...parts };
}

function refusalOf(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
