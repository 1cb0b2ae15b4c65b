import { expect, test } from 'vitest';
import { cohenKappa } from '../../src/analysis/statistics/cohen-kappa.ts';
import { correlation } from '../../src/analysis/statistics/correlation.ts';

const X = [67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51];
const Y = [21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19];

test('Spearman’s interval is that of Bonett and Wright, as in the example of R’s statpsych', () => {
  const { rho, ci_bonett_wright: ci } = correlation(X, Y).spearman;
  expect(rho).toBeCloseTo(0.8699639, 7);
  expect(ci?.[0]).toBeCloseTo(0.5840951, 7);
  expect(ci?.[1]).toBeCloseTo(0.9638297, 7);
});

test('Kendall’s interval has the standard error of Fieller, Hartley and Pearson', () => {
  // R: tanh(atanh(tau) + c(-1, 1) * qnorm(.975) * sqrt(.437 / (15 - 4)))
  const { tau_b: tau, ci_fieller: ci } = correlation(X, Y).kendall;
  expect(tau).toBeCloseTo(0.728292649884324, 12);
  expect(ci?.[0]).toBeCloseTo(0.488758359579298, 12);
  expect(ci?.[1]).toBeCloseTo(0.865719614701075, 12);
});

test('intervals of ranks need four and five pairs', () => {
  const few = (n: number) => correlation(X.slice(0, n), Y.slice(0, n));
  expect(few(3).spearman.ci_bonett_wright).toBeNull();
  expect(few(4).spearman.ci_bonett_wright).not.toBeNull();
  expect(few(4).kendall.ci_fieller).toBeNull();
  expect(few(5).kendall.ci_fieller).not.toBeNull();
});

/** Counts of two raters. */
const RATINGS = [
  [44, 5, 1, 3],
  [7, 20, 6, 1],
  [2, 8, 17, 4],
  [0, 2, 5, 25],
];

test('weighted κ has the interval of the delta method', () => {
  // R: the gradient of κ in the cells by central differences g, sqrt((sum(p g²) − sum(p g)²) / n).
  const { ci, kappa_linear_ci: linear, kappa_quadratic_ci: quadratic } = cohenKappa(RATINGS);
  for (const [bounds, low, high] of [
    [ci, 0.50378443523, 0.698439667272],
    [linear, 0.62401933554, 0.793819738547],
    [quadratic, 0.696192841384, 0.876456731266],
  ] as const) {
    expect(bounds[0]).toBeCloseTo(low, 9);
    expect(bounds[1]).toBeCloseTo(high, 9);
  }
});
