import type { DataView as View } from '../analysis.ts';
import { numberValues } from '../parts/number-values.ts';

/** Days from before to after in a table of pairs, NaN where unknown; null where the forms have no dates. */
export function daysBetween(view: View): Float64Array | null {
  const has = view.frame.variables.some(({ name }) => name === 'days_between');
  return has ? numberValues(view, 'days_between').values : null;
}
