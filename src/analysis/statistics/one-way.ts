import { mean, sumOfSquares } from '../numeric/moments.ts';
import { sum } from '../numeric/sum.ts';
import { fRatio, type Ratio } from './f-test.ts';
import { notComputable } from './read-input.ts';

/** Sums of squares of larger values would be infinite, of smaller ones nothing. */
const [LARGEST, SMALLEST] = [1e150, 1e-150];

export interface OneWay extends Ratio {
  ssBetween: number;
  ssWithin: number;
  df1: number;
  df2: number;
}

/**
 * The one-way analysis of variance. All values are first moved by their grand mean, which rounds next to
 * nothing and keeps the digits of values with a large common part. Sums of squares that the rounding of
 * the values alone can make count as 0.
 * @throws Refusal `not-computable` for values above 1e150 or all below 1e-150
 * @param groups none empty, more values than groups
 * @param size what the rounding is measured by, the largest value unless given
 */
export function oneWay(groups: readonly (readonly number[])[], size = largest(groups)): OneWay {
  if (size > LARGEST) {
    throw notComputable('Analysis of variance', 'the values are too large to be squared.');
  }
  if (size > 0 && size < SMALLEST) {
    throw notComputable('Analysis of variance', 'the values are too small to be squared.');
  }
  const all = groups.flat();
  const centre = mean(all);
  const moved = groups.map((group) => group.map((value) => value - centre));
  const means = moved.map(mean);
  const total = sum(moved.map((group, i) => group.length * (means[i] ?? 0))) / all.length;
  const noise = all.length * (4 * Number.EPSILON * size) ** 2;
  const beyondNoise = (ss: number) => (ss > noise ? ss : 0);
  const ssBetween = beyondNoise(
    sum(moved.map((group, i) => group.length * ((means[i] ?? 0) - total) ** 2)),
  );
  const ssWithin = beyondNoise(sum(moved.map((group, i) => sumOfSquares(group, means[i]))));
  const [df1, df2] = [groups.length - 1, all.length - groups.length];
  return { ssBetween, ssWithin, df1, df2, ...fRatio(ssBetween, df1, ssWithin, df2) };
}

/** The largest absolute value. */
export function largest(groups: readonly (readonly number[])[]): number {
  let most = 0;
  for (const group of groups) for (const value of group) most = Math.max(most, Math.abs(value));
  return most;
}
