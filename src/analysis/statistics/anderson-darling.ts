import type { Numbers } from '../numeric/floats.ts';
import { normalLog10UpperTail } from '../numeric/normal.ts';
import { sum } from '../numeric/sum.ts';
import { standardised } from './standardised.ts';

export interface AndersonDarling {
  n: number;
  A: number;
  /** For mean and SD taken from the values; never below 3.7e-24. */
  p: number;
}

/**
 * Anderson and Darling's test of normality (JASA 49, 1954), which looks at the tails more than Lilliefors'
 * does. p by the formulas of Stephens (D'Agostino & Stephens, Goodness-of-Fit Techniques, 1986, table 4.9).
 * @throws Refusal `not-computable` below eight values, and when they are all the same
 */
export function andersonDarling(values: Numbers): AndersonDarling {
  const z = standardised('Anderson–Darling', values, 8);
  const n = z.length;
  const [below, above] = [lnTails(z, -1), lnTails(z, 1)];
  const terms = below.map((value, i) => (2 * i + 1) * (value + (above[n - 1 - i] as number)));
  const A = -n - sum(terms) / n;
  return { n, A, p: pValue(A * (1 + 0.75 / n + 2.25 / (n * n))) };
}

/** ln of the probability on one side of each; values that are the same, as scores are, only once. */
function lnTails(z: Float64Array, side: 1 | -1): Float64Array {
  const tails = new Float64Array(z.length);
  for (let i = 0; i < z.length; i++) {
    tails[i] =
      i > 0 && z[i] === z[i - 1]
        ? (tails[i - 1] as number)
        : normalLog10UpperTail(side * (z[i] as number)) * Math.LN10;
  }
  return tails;
}

function pValue(a: number): number {
  if (a < 0.2) return -Math.expm1(-13.436 + 101.14 * a - 223.73 * a * a);
  if (a < 0.34) return -Math.expm1(-8.318 + 42.796 * a - 59.938 * a * a);
  if (a < 0.6) return Math.exp(0.9177 - 4.279 * a - 1.38 * a * a);
  return a < 10 ? Math.exp(1.2937 - 5.709 * a + 0.0186 * a * a) : 3.7e-24;
}
