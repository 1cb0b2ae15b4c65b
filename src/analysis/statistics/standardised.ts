import type { Numbers } from '../numeric/floats.ts';
import { mean, standardDeviation } from '../numeric/moments.ts';
import { notComputable } from './read-input.ts';

/**
 * The values in ascending order, from their mean in units of their standard deviation.
 * @throws Refusal `not-computable` below `least` values, and when they are all the same
 */
export function standardised(statistic: string, values: Numbers, least: number): Float64Array {
  const n = values.length;
  if (n < least) {
    throw notComputable(statistic, `at least ${least} values are required, and there are ${n}.`);
  }
  const centre = mean(values);
  const sd = standardDeviation(values) ?? 0;
  if (!(sd > 0)) throw notComputable(statistic, 'all values are the same.');
  const z = new Float64Array(values);
  for (let i = 0; i < n; i++) z[i] = ((z[i] as number) - centre) / sd;
  return z.sort();
}
