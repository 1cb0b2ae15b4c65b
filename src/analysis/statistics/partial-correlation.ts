import { leastSquares } from '../numeric/least-squares.ts';
import { type Pearson, pearson } from '../numeric/moments.ts';
import { normalQuantile } from '../numeric/normal.ts';
import { tLog10TwoSided, tTwoSided } from '../numeric/student-t.ts';
import { tOf } from './correlation.ts';
import { designOf } from './design.ts';
import type { ModelInput } from './model-input.ts';
import { notComputable } from './read-input.ts';

/** A correlation with its t-test; t and log10 p are null where it is perfect. */
export interface TestedCorrelation {
  n: number;
  r: number;
  t: number | null;
  df: number;
  p: number;
  log10_p: number | null;
  /** Fisher's z; null below two degrees of freedom. */
  ci: [number, number] | null;
}

/** What is left of the variation of a variable when the controls explain all of it. */
const NOTHING = 1e-24;

/**
 * The correlation of x and y without what the controls explain of each: Pearson's r of the residuals of
 * two regressions (R. A. Fisher, Metron 3, 1924: as r with one pair less for each control).
 * @param input responses x and y, the controls as terms
 * @throws Refusal `not-computable` for too few rows, and when the controls determine x or y
 */
export function partialCorrelation(input: ModelInput, level = 0.95): TestedCorrelation {
  const { x = new Float64Array(), y = new Float64Array() } = input.responses;
  const { qr } = designOf('Partial correlation', input.terms, x.length);
  const residuals = [x, y].map((values) => {
    const { residuals, rss } = leastSquares(qr, values);
    const whole = values.reduce((total, value) => total + value * value, 0);
    if (rss <= NOTHING * whole) {
      throw notComputable('Partial correlation', 'the controls determine one of the variables.');
    }
    return [...residuals];
  });
  const found = pearson(residuals[0] ?? [], residuals[1] ?? []);
  return testedCorrelation('Partial correlation', found, x.length, input.terms.length, level);
}

/**
 * Pearson's r of a variable with two values and a number: the lower value counts 0, the higher 1.
 * @throws Refusal `not-computable` below three pairs, for more than two values, or without variation
 */
export function pointBiserial(
  x: readonly number[],
  y: readonly number[],
  level = 0.95,
): TestedCorrelation {
  const values = new Set(x).size;
  if (values !== 2) {
    throw notComputable('Point-biserial', `“x” must have two values, and has ${values}.`);
  }
  return testedCorrelation('Point-biserial', pearson(x, y), x.length, 0, level);
}

function testedCorrelation(
  statistic: string,
  found: Pearson | null,
  n: number,
  controls: number,
  level: number,
): TestedCorrelation {
  const df = n - 2 - controls;
  if (df < 1) {
    const least = controls + 3;
    throw notComputable(
      statistic,
      `at least ${least} complete rows are required, and there are ${n}.`,
    );
  }
  if (found === null) throw notComputable(statistic, 'one of the variables does not vary.');
  const { r } = found;
  const t = tOf(found, df);
  const half = normalQuantile(0.5 + level / 2) / Math.sqrt(df - 1);
  return {
    n,
    r,
    t,
    df,
    p: t === null ? 0 : tTwoSided(t, df),
    log10_p: t === null ? null : tLog10TwoSided(t, df),
    ci: df < 2 ? null : [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)],
  };
}
