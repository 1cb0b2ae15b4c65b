import type { RefusalRecord } from '../../model/refusal.ts';
import { defined } from '../numeric/defined.ts';
import { fUpperTail } from '../numeric/f-distribution.ts';
import { mean, standardDeviation } from '../numeric/moments.ts';
import { noncentralityInterval } from '../numeric/noncentral-t.ts';
import { satterthwaiteDf } from '../numeric/satterthwaite.ts';
import { tUpperTail } from '../numeric/student-t.ts';
import { hedgesJ, hedgesJApproximate } from './hedges-j.ts';
import { notComputable } from './read-input.ts';
import { type TTestResult, tTestResult } from './t-test-result.ts';

export interface IndependentT {
  n: readonly [number, number];
  mean: readonly [number, number];
  sd: readonly [number | null, number | null];
  mean_diff: number;
  student: TTestResult;
  welch: TTestResult | { refused: RefusalRecord };
  student_p_less: number;
  welch_p_greater: number | null;
  cohens_d_pooled: number;
  d_ci_noncentral_t: readonly [number, number];
  hedges_g_exactJ: number;
  g_ci_exactJ: readonly [number, number];
  hedges_g_approxJ: number;
  glass_delta_sd2: number | null;
  d_average_variance: number | null;
  var_test_F: { F: number; p: number } | null;
}

/**
 * Two independent means, x − y: Student's and Welch's t-test, standardised differences (d by the pooled
 * SD with the noncentral t interval, Glass's Δ by the SD of y, d by the root mean variance), and the
 * F-test of the variances.
 * @throws Refusal `not-computable` when a group is empty, both have one value, or nothing varies
 */
export function tIndependent(
  x: readonly number[],
  y: readonly number[],
  level = 0.95,
): IndependentT {
  const [n1, n2] = [x.length, y.length];
  const df = n1 + n2 - 2;
  if (n1 === 0 || n2 === 0 || df < 1) {
    throw notComputable(
      'Independent t-test',
      `at least 3 values in two groups are required, and there are ${n1} and ${n2}.`,
    );
  }
  const [m1, m2] = [mean(x), mean(y)];
  const [s1, s2] = [standardDeviation(x), standardDeviation(y)];
  const difference = m1 - m2;
  const pooled = Math.hypot(
    s1 === null ? 0 : s1 * Math.sqrt((n1 - 1) / df),
    s2 === null ? 0 : s2 * Math.sqrt((n2 - 1) / df),
  );
  if (!(pooled > 1e-14 * Math.max(Math.abs(m1), Math.abs(m2)))) {
    throw notComputable('Independent t-test', 'the values do not vary within the groups.');
  }
  const scale = Math.sqrt(1 / n1 + 1 / n2);
  const student = tTestResult(difference, difference, pooled * scale, df, level);
  const welch = welchTest(difference, s1, s2, n1, n2, level);
  const d = difference / pooled;
  const [low, high] = noncentralityInterval(student.t, df, level);
  const j = hedgesJ(df);
  return {
    n: [n1, n2],
    mean: [m1, m2],
    sd: [s1, s2],
    mean_diff: difference,
    student,
    welch,
    student_p_less: tUpperTail(-student.t, df),
    welch_p_greater: 'refused' in welch ? null : tUpperTail(welch.t, welch.df),
    cohens_d_pooled: d,
    d_ci_noncentral_t: [low * scale, high * scale],
    hedges_g_exactJ: d * j,
    g_ci_exactJ: [low * scale * j, high * scale * j],
    hedges_g_approxJ: d * hedgesJApproximate(df),
    glass_delta_sd2: s2 === null ? null : defined(difference / s2),
    d_average_variance:
      s1 === null || s2 === null ? null : defined(difference / Math.sqrt((s1 * s1 + s2 * s2) / 2)),
    var_test_F: s1 === null || s2 === null || s2 === 0 ? null : varianceRatio(s1, s2, n1, n2),
  };
}

function welchTest(
  difference: number,
  s1: number | null,
  s2: number | null,
  n1: number,
  n2: number,
  level: number,
): IndependentT['welch'] {
  if (s1 === null || s2 === null) {
    return {
      refused: notComputable('Welch', 'at least 2 values in each group are required.').toRecord(),
    };
  }
  const [e1, e2] = [s1 / Math.sqrt(n1), s2 / Math.sqrt(n2)];
  const stderr = Math.hypot(e1, e2);
  const df = satterthwaiteDf([(e1 / stderr) ** 2, (e2 / stderr) ** 2], [n1 - 1, n2 - 1]);
  return tTestResult(difference, difference, stderr, df, level);
}

function varianceRatio(s1: number, s2: number, n1: number, n2: number): { F: number; p: number } {
  const F = (s1 / s2) ** 2;
  const [a, b] = [n1 - 1, n2 - 1];
  const [upper, lower] = [fUpperTail(F, a, b), fUpperTail(1 / F, b, a)];
  return { F, p: Math.min(1, 2 * Math.min(upper, lower)) };
}
