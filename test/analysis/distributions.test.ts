import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { betaQuantile } from '../../src/analysis/numeric/beta-quantile.ts';
import { binomialCdf } from '../../src/analysis/numeric/binomial.ts';
import {
  chiSquareLog10UpperTail,
  chiSquareUpperTail,
} from '../../src/analysis/numeric/chi-square.ts';
import { chiSquareQuantile } from '../../src/analysis/numeric/chi-square-quantile.ts';
import { copenhaverHollandCdf } from '../../src/analysis/numeric/copenhaver-holland.ts';
import { copenhaverHollandQuantile } from '../../src/analysis/numeric/copenhaver-holland-quantile.ts';
import { fQuantile, fUpperTail } from '../../src/analysis/numeric/f-distribution.ts';
import { incompleteBeta } from '../../src/analysis/numeric/incomplete-beta.ts';
import { lowerGamma, upperGamma } from '../../src/analysis/numeric/incomplete-gamma.ts';
import { noncentralTCdf, noncentralTUpperTail } from '../../src/analysis/numeric/noncentral-t.ts';
import {
  normalLog10UpperTail,
  normalQuantile,
  normalUpperTail,
} from '../../src/analysis/numeric/normal.ts';
import { rankSumCdf, rankSumDistribution } from '../../src/analysis/numeric/rank-sum.ts';
import { signedRankCdf, signedRankDistribution } from '../../src/analysis/numeric/signed-rank.ts';
import {
  tLog10TwoSided,
  tQuantile,
  tTwoSided,
  tUpperTail,
} from '../../src/analysis/numeric/student-t.ts';
import {
  studentizedRangeQuantile,
  studentizedRangeUpperTail,
} from '../../src/analysis/numeric/studentized-range.ts';

interface Vector {
  fn: string;
  args?: number[];
  r: string;
  value: string;
}

const url = new URL('../reference/distribution-vectors.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(url, 'utf8')) as { vectors: Vector[] };

const FUNCTIONS: Record<
  string,
  { count: number; within: number; f: (...args: number[]) => number }
> = {
  norm_upper_tail: { count: 10, within: 1e-12, f: normalUpperTail },
  t_upper_tail: { count: 51, within: 1e-12, f: tUpperTail },
  chisq_upper_tail: { count: 36, within: 1e-12, f: chiSquareUpperTail },
  f_upper_tail: { count: 42, within: 1e-12, f: fUpperTail },
  f_quantile: { count: 3, within: 1e-12, f: fQuantile },
  beta_cdf: { count: 6, within: 1e-12, f: incompleteBeta },
  norm_quantile: { count: 7, within: 1e-13, f: normalQuantile },
  t_quantile: { count: 18, within: 1e-12, f: tQuantile },
  chisq_quantile: { count: 12, within: 1e-12, f: chiSquareQuantile },
  beta_quantile: { count: 3, within: 1e-12, f: betaQuantile },
  binom_cdf: { count: 4, within: 1e-11, f: binomialCdf },
  signed_rank_cdf: { count: 6, within: 1e-13, f: signedRank },
  rank_sum_U_cdf: { count: 5, within: 1e-12, f: rankSumU },
};

describe.each(Object.entries(FUNCTIONS))('%s', (name, { count, within, f }) => {
  const own = vectors.filter((vector) => vector.fn === name);

  test(`agrees with 25-digit arithmetic in ${count} points`, () => {
    expect(own).toHaveLength(count);
    for (const { args = [], value } of own) {
      const expected = Number(value);
      const error = Math.abs(f(...args) - expected);
      expect(error, `${name}(${args.join(', ')})`).toBeLessThanOrEqual(
        within * Math.abs(expected) + 1e-300,
      );
    }
  });
});

test('incomplete gamma and beta functions agree with 40-digit arithmetic, also for large parameters', () => {
  const file = new URL('../reference/gamma-beta-vectors.json', import.meta.url);
  const own = (JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] }).vectors;
  const functions: Record<string, (x: number, a: number, b: number) => number> = {
    upper_gamma: (x, a) => upperGamma(a, x),
    lower_gamma: (x, a) => lowerGamma(a, x),
    beta: incompleteBeta,
    beta_upper: (x, a, b) => incompleteBeta(1 - x, b, a, x),
  };
  expect(own).toHaveLength(120);
  for (const { fn, args: [x = 0, a = 1, b = 1] = [], value } of own) {
    const got = functions[fn]?.(x, a, b) ?? Number.NaN;
    expect(Math.abs(got / Number(value) - 1), `${fn}(${x}, ${a}, ${b})`).toBeLessThan(1e-12);
  }
});

test('the studentized range by Copenhaver & Holland agrees with R', () => {
  const [tails, quantiles] = [argumentsOf('R:ptukey'), argumentsOf('R:qtukey')];
  expect([tails.length, quantiles.length]).toEqual([5, 4]);
  for (const { args, r, value } of tails) {
    expect((1 - copenhaverHollandCdf(...args)) / value, r).toBeCloseTo(1, 9);
  }
  for (const { args, r, value } of quantiles) {
    expect(copenhaverHollandQuantile(...args) / value, r).toBeCloseTo(1, 10);
  }
});

test('the studentized range as a tail agrees with 20-digit arithmetic, and for two groups with t', () => {
  // By quadrature of the double integral; R itself is 3.5e-8 and 3.4e-9 off here.
  const [far, near] = [5.3533360658655e-4, 8.4322651656093e-3];
  expect(studentizedRangeUpperTail(8, 6, 15) / far).toBeCloseTo(1, 11);
  expect(studentizedRangeUpperTail(4.9, 5, 60) / near).toBeCloseTo(1, 11);
  for (const df of [1, 1.5, 7.5, 300, 1e6]) {
    for (const q of [0.01, 1, 4, 30, 1e4]) {
      const p = tTwoSided(q / Math.SQRT2, df);
      if (p > 1e-300) expect(studentizedRangeUpperTail(q, 2, df) / p).toBeCloseTo(1, 11);
    }
    const q = studentizedRangeQuantile(0.95, 2, df);
    expect(q / Math.SQRT2 / tQuantile(0.975, df)).toBeCloseTo(1, 10);
  }
});

test('noncentral t agrees with R', () => {
  const own = vectors.filter((vector) => vector.fn === 'R:pt');
  expect(own).toHaveLength(4);
  for (const { r, value } of own) {
    const [t = 0, df = 1, ncp = 0] = (/\((.*)\)/.exec(r)?.[1] ?? '').split(',').map(Number);
    expect(noncentralTCdf(t, df, ncp), r).toBeCloseTo(Number(value), 10);
    expect(noncentralTUpperTail(t, df, ncp), r).toBeCloseTo(1 - Number(value), 10);
  }
});

test('noncentral t is the central one at 0, and stays sound where the usual series fails', () => {
  for (const [t, df] of [
    [1.5, 3],
    [2.2, 1],
    [30, 40],
  ] as const) {
    expect(noncentralTUpperTail(t, df, 0) / tUpperTail(t, df)).toBeCloseTo(1, 9);
  }
  expect(noncentralTCdf(60, 200, 60) + noncentralTUpperTail(60, 200, 60)).toBeCloseTo(1, 10);
});

test('logarithms of tails go on where the tail is too small for a number', () => {
  expect(tLog10TwoSided(325.28074174997727, 299)).toBeCloseTo(-382.5712720002083, 6);
  expect(normalLog10UpperTail(38.73469639501136) + Math.log10(2)).toBeCloseTo(
    -327.48911090942465,
    9,
  );
  expect(chiSquareLog10UpperTail(1600, 1)).toBeCloseTo(normalLog10UpperTail(40) + Math.log10(2), 9);
});

function rankSumU(u: number, n: number, m: number): number {
  const scores = Array.from({ length: n + m }, (_, i) => i + 1);
  return rankSumCdf(rankSumDistribution(scores, n), u + (n * (n + 1)) / 2);
}

/** The numbers between the brackets of an R call with three of them. */
function argumentsOf(fn: string) {
  return vectors
    .filter((vector) => vector.fn === fn)
    .map(({ r, value }) => {
      const [a = 0, b = 0, c = 0] = (/\((.*)\)/.exec(r)?.[1] ?? '').split(',').map(Number);
      return { args: [a, b, c] as const, r, value: Number(value) };
    });
}

function signedRank(w: number, n: number): number {
  return signedRankCdf(signedRankDistribution(Array.from({ length: n }, (_, i) => i + 1)), w);
}
