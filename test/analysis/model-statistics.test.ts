import { expect, test } from 'vitest';
import { STATISTICS } from '../../src/analysis/statistics.ts';
import { Refusal } from '../../src/model/refusal.ts';

const ONE_TO_SIX = [1, 2, 3, 4, 5, 6];

test.each<[why: string, name: string, input: unknown, message: RegExp]>([
  [
    'predictors that determine each other',
    'linear_regression',
    { y: [1, 3, 2, 5, 4, 6], a: ONE_TO_SIX, b: ONE_TO_SIX.map((a) => 100 - 0.1 * a) },
    /“b” follows exactly/,
  ],
  ['a flat predictor', 'linear_regression', { y: ONE_TO_SIX, x: [2, 2, 2, 2, 2, 2] }, /not vary/],
  ['a flat outcome', 'linear_regression', { y: [2, 2, 2, 2], x: [1, 2, 3, 4] }, /not vary/],
  ['too few rows', 'linear_regression', { y: [1, 4], x: [1, 2] }, /leave nothing over/],
  ['lists of unequal length', 'linear_regression', { y: [1, 2, 3], x: [1, 2] }, /has 2 values/],
  [
    'text as outcome',
    'linear_regression',
    { y: ['a', 'b', 'c'], x: [1, 2, 3] },
    /must hold numbers/,
  ],
  ['no input', 'linear_regression', {}, /missing/],
  [
    'complete separation',
    'logistic_regression',
    { y: [0, 0, 0, 1, 1, 1], x: ONE_TO_SIX },
    /complete separation/,
  ],
  [
    'a group with one outcome only',
    'logistic_regression',
    { y: [0, 1, 0, 1, 1, 1, 1], g: ['a', 'a', 'a', 'a', 'b', 'b', 'b'] },
    /quasi-complete separation/,
  ],
  ['one outcome', 'logistic_regression', { y: [1, 1, 1], x: [1, 2, 3] }, /both outcomes/],
  ['an outcome of three values', 'logistic_regression', { y: [0, 1, 2], x: [1, 3, 2] }, /0 or 1/],
  ['a negative time', 'kaplan_meier', { time: [-1, 2], event: [1, 0] }, /negative/],
  ['an event of 2', 'kaplan_meier', { time: [1, 2], event: [1, 2] }, /0 \(not seen\) or 1/],
  ['nothing observed', 'kaplan_meier', { time: [null], event: [1] }, /no row/],
  ['one group', 'logrank', { time: [1, 2], event: [1, 1], group: ['a', 'a'] }, /two groups/],
  [
    'groups never at risk together',
    'logrank',
    { time: [1, 2, 3], event: [0, 1, 1], group: ['a', 'b', 'b'] },
    /two groups/,
  ],
  [
    'an infinite hazard ratio',
    'cox',
    { time: ONE_TO_SIX, event: [1, 1, 1, 0, 0, 0], x: [1, 1, 1, 0, 0, 0] },
    /hazard ratio would be infinite/,
  ],
  ['no events', 'cox', { time: [1, 2, 3], event: [0, 0, 0], x: [1, 3, 2] }, /none of the 3 rows/],
  ['one item', 'reliability', { items: [[1], [2], [3]] }, /2 items/],
  [
    'items that cancel',
    'reliability',
    {
      items: [
        [1, 3],
        [2, 2],
        [3, 1],
      ],
    },
    /total does not vary/,
  ],
  [
    'halves without variation',
    'split_half',
    {
      items: [
        [1, 1],
        [1, 2],
      ],
    },
    /both halves/,
  ],
  ['one rater', 'icc', { x: [[1], [2]] }, /at least 2 ratings/],
  [
    'people who do not differ',
    'icc',
    {
      x: [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
    },
    /people do not differ/,
  ],
  [
    'one category',
    'cohen_kappa',
    {
      table: [
        [5, 0],
        [0, 0],
      ],
    },
    /same one category/,
  ],
  [
    'a table that is not square',
    'cohen_kappa',
    {
      table: [
        [5, 0, 1],
        [0, 0, 1],
      ],
    },
    /square/,
  ],
  [
    'unequal numbers of raters',
    'fleiss_kappa',
    {
      counts: [
        [2, 1],
        [2, 2],
      ],
    },
    /same number/,
  ],
  [
    'a control that determines x',
    'partial_correlation',
    { x: ONE_TO_SIX, y: [2, 1, 4, 3, 6, 5], z: ONE_TO_SIX.map((x) => 2 * x + 1) },
    /controls determine/,
  ],
  ['three groups', 'point_biserial', { x: [1, 2, 3], y: [1, 2, 3] }, /two values/],
  ['four values', 'lilliefors', { x: [1, 2, 3, 4] }, /at least 5/],
  ['all values the same', 'anderson_darling', { x: [1, 1, 1, 1, 1, 1, 1, 1] }, /all values/],
  ['an empty sample', 'ks_two_sample', { x: [1], y: [] }, /two samples/],
])('%s: %s refuses', (_why, name, input, message) => {
  const refusal = refusalOf(() => STATISTICS[name]?.(input, undefined));
  expect(refusal.message).toMatch(message);
  expect(['unreadable-input', 'not-computable']).toContain(refusal.code);
});

test('a perfect fit has coefficients, and says what it has not', () => {
  const result = STATISTICS.linear_regression?.(
    { y: [3, 5, 7, 9, 11], x: [1, 2, 3, 4, 5] },
    undefined,
  );
  expect(result).toMatchObject({
    coef: [1, 2],
    se: [0, 0],
    t: [null, null],
    F: { refused: { code: 'not-computable' } },
    hc3: { refused: { code: 'not-computable' } },
  });
});

test('HC3 errors are those of the formula, worked by hand for a mean', () => {
  const y = [1, 2, 4, 9];
  const result = STATISTICS.linear_regression?.({ y, X: y.map(() => []) }, undefined);
  // h = ¼ in every row: the variance is Σ (e / ¾)² / 16.
  const squares = y.reduce((total, value) => total + ((value - 4) / 0.75) ** 2, 0);
  expect(result).toHaveProperty('hc3.se.0', expect.closeTo(Math.sqrt(squares / 16), 12));
});

test('HC3 errors and Cook’s distance are those of the matrices', () => {
  const input = { y: [3, 7, 2, 9, 4, 8, 12, 1], a: [1, 2, 3, 4, 5, 6, 7, 9], g: [...'pqpqrrqp'] };
  expect(STATISTICS.linear_regression?.(input, undefined)).toMatchObject({
    terms: ['(Intercept)', 'a', 'gq', 'gr'],
    max_cooks: expect.closeTo(2.21157727, 8),
    hc3: { se: [2.62518687, 0.85512448, 3.42255599, 4.54528135].map((x) => expect.closeTo(x, 8)) },
  });
});

test('a row that stands far out is named by its position among all rows', () => {
  const y = [1.1, null, 2.9, 4.2, 5, 6.1, 7, 30];
  const result = STATISTICS.linear_regression?.({ y, x: [1, 2, 3, 4, 5, 6, 7, 8] }, undefined);
  expect(result).toHaveProperty('influential.0.row', 8);
});

test('the exact profile interval is where the deviance is χ² above its minimum', () => {
  const result = STATISTICS.logistic_regression?.(
    {
      y: [0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1],
      a: [1, 2, 3, 4, 5, 6, 7, 9, 2, 3, 1, 5],
      z: [2, 1, 4, 3, 2, 5, 1, 2, 6, 2, 1, 1],
    },
    undefined,
  ) as { or_ci_profile: number[][]; or_ci_profile_exact: number[][] };
  // Found with another Newton's method and Brent's.
  const found = [
    0.007864234120376633, 5.656230887966307, 0.6977949789515596, 2.023411321242031,
    0.6418212492364432, 3.237773111024805,
  ];
  result.or_ci_profile_exact.flat().forEach((bound, i) => {
    expect(bound / (found[i] ?? 0)).toBeCloseTo(1, 9);
    expect((result.or_ci_profile.flat()[i] ?? 0) / bound).toBeCloseTo(1, 2);
  });
});

test('ω of a scale is refused in part where one factor does not fit', () => {
  const items = [
    [1, 1, 4],
    [2, 2, 1],
    [3, 3, 3],
    [4, 4, 2],
    [5, 5, 2.5],
  ];
  expect(STATISTICS.reliability?.({ items }, undefined)).toMatchObject({
    k: 3,
    omega_total_cfa_ml_raw: { refused: { code: 'not-computable' } },
  });
});

test('times that are equal on paper are one time', () => {
  const result = STATISTICS.kaplan_meier?.(
    { time: [0.1 + 0.2, 0.3, 1], event: [1, 1, 1] },
    undefined,
  );
  expect(result).toMatchObject({ n_event: [2, 1] });
});

test('the exact Kolmogorov–Smirnov p is a count of orders, with and without ties', () => {
  const apart = { x: Array.from({ length: 20 }, (_, i) => i), y: [50, 51, 52, 53] };
  expect(STATISTICS.ks_two_sample?.(apart, undefined)).toMatchObject({
    D: 1,
    p_exact: expect.closeTo(2 / 10626, 15),
  });
  // Two samples cannot share three 1s evenly, so every order reaches ⅓ there.
  const tied = STATISTICS.ks_two_sample?.({ x: [1, 1, 2], y: [1, 2, 2] }, undefined);
  expect(tied).toMatchObject({ D: expect.closeTo(1 / 3, 15), p_exact: expect.closeTo(1, 12) });
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
