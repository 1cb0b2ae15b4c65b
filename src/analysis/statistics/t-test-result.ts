import { tLog10TwoSided, tQuantile, tTwoSided } from '../numeric/student-t.ts';

export interface TTestResult {
  t: number;
  df: number;
  p: number;
  /** Of what `centre` estimates. */
  ci: readonly [number, number];
  stderr: number;
  log10_p: number;
}

/** A t statistic with two-sided p and interval. @param distance from the hypothesis, @param centre of the interval */
export function tTestResult(
  distance: number,
  centre: number,
  stderr: number,
  df: number,
  level: number,
): TTestResult {
  const t = distance / stderr;
  const half = tQuantile(0.5 + level / 2, df) * stderr;
  return {
    t,
    df,
    p: tTwoSided(t, df),
    ci: [centre - half, centre + half],
    stderr,
    log10_p: tLog10TwoSided(t, df),
  };
}
