import type { Numbers } from '../numeric/floats.ts';
import { mean, standardDeviation } from '../numeric/moments.ts';
import { noncentralityInterval } from '../numeric/noncentral-t.ts';
import { tUpperTail } from '../numeric/student-t.ts';
import { hedgesJ } from './hedges-j.ts';
import { notComputable } from './read-input.ts';
import { type TTestResult, tTestResult } from './t-test-result.ts';

export interface OneSampleT extends TTestResult {
  p_less: number;
  p_greater: number;
  n: number;
  mean_diff: number;
  cohens_d: number;
  d_ci_noncentral_t: readonly [number, number];
  hedges_g_exactJ: number;
  g_ci_exactJ: readonly [number, number];
}

/**
 * The t-test of a mean against `mu`; the interval is that of the mean.
 * @throws Refusal `not-computable` below two values, and for values that do not vary
 */
export function tOneSample(values: Numbers, mu: number, level = 0.95): OneSampleT {
  const n = values.length;
  const sd = standardDeviation(values);
  if (sd === null)
    throw notComputable('One-sample t-test', `at least 2 values are required, and there are ${n}.`);
  const centre = mean(values);
  const stderr = sd / Math.sqrt(n);
  if (!(stderr > 1e-14 * Math.abs(centre))) {
    throw notComputable('One-sample t-test', 'the values do not vary.');
  }
  const distance = centre - mu;
  const result = tTestResult(distance, centre, stderr, n - 1, level);
  const [low, high] = noncentralityInterval(result.t, n - 1, level);
  const [from, to] = [low / Math.sqrt(n), high / Math.sqrt(n)];
  const j = hedgesJ(n - 1);
  return {
    ...result,
    p_less: tUpperTail(-result.t, n - 1),
    p_greater: tUpperTail(result.t, n - 1),
    n,
    mean_diff: distance,
    cohens_d: distance / sd,
    d_ci_noncentral_t: [from, to],
    hedges_g_exactJ: (j * distance) / sd,
    g_ci_exactJ: [j * from, j * to],
  };
}
