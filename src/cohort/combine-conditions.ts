import type { CombineBy } from '../model/cohort.ts';
import type { Condition } from '../model/condition.ts';
import { partsOf, together } from './condition-parts.ts';

/**
 * The rows in all of the conditions, in any of them, or in the first and none of the others. Rows of which
 * one of the others cannot be said, because a value is missing, are not in it, and so they stay.
 */
export function combineConditions(by: CombineBy, conditions: readonly Condition[]): Condition {
  switch (by) {
    case 'and':
      return together(conditions.flatMap(partsOf));
    case 'or':
      return { any: conditions };
    case 'but-not': {
      const [first, ...others] = conditions;
      const [only] = others;
      const none: Condition = {
        not: others.length === 1 && only !== undefined ? only : { any: others },
      };
      return together([...(first === undefined ? [] : partsOf(first)), none]);
    }
  }
}
