import type { MissingCount } from '../../model/result.ts';
import { combineReasons, countReasons, type Reasons } from '../parts/reasons.ts';

/** Rows that are a pair in no measure, with what their reasons have in common: "T1 only". */
export function unusedRows(pairs: readonly Reasons[]): MissingCount[] {
  const reasons = combineReasons(pairs, (each) => {
    if (each.includes(null)) return null;
    const [first, ...others] = each.map((reason) => (reason ?? '').split(', '));
    const shared = first?.filter((part) => others.every((parts) => parts.includes(part))) ?? [];
    return shared.length > 0 ? shared.join(', ') : 'no pair in any measure';
  });
  return countReasons(reasons);
}
