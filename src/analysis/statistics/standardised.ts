import { mean, standardDeviation } from '../numeric/moments.ts';
import { notComputable } from './read-input.ts';

/**
 * The values in ascending order, from their mean in units of their standard deviation.
 * @throws Refusal `not-computable` below `least` values, and when they are all the same
 */
export function standardised(
  statistic: string,
  values: readonly number[],
  least: number,
): Float64Array {
  const n = values.length;
  if (n < least) {
    throw notComputable(statistic, `at least ${least} values are required, and there are ${n}.`);
  }
  const centre = mean(values);
  const sd = standardDeviation(values) ?? 0;
  if (!(sd > 0)) throw notComputable(statistic, 'all values are the same.');
  return Float64Array.from(values, (value) => (value - centre) / sd).sort();
}
