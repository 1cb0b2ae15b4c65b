import { addTo, complement, keepIn, type RowMask, rowsOf, uniformMask } from '../columns/mask.ts';
import type { Column } from '../model/column.ts';
import type { Condition } from '../model/condition.ts';
import type { Frame } from '../model/frame.ts';
import { bindTest } from './bind-test.ts';

/**
 * The rows that meet a condition, 0-based, in table order.
 * `not` is the complement over all rows: it holds the rows of which the test could not be true.
 *
 * @throws Refusal when the condition does not fit the table (bind-test.ts)
 */
export function selectRows(condition: Condition, frame: Frame): Uint32Array {
  return rowsOf(conditionMask(condition, frame));
}

/** The same rows as a mask. */
export function conditionMask(condition: Condition, frame: Frame): RowMask {
  if ('all' in condition) {
    return condition.all.reduce(
      (mask, part) => keepIn(mask, conditionMask(part, frame)),
      uniformMask(frame.rows, 1),
    );
  }
  if ('any' in condition) {
    return condition.any.reduce(
      (mask, part) => addTo(mask, conditionMask(part, frame)),
      uniformMask(frame.rows, 0),
    );
  }
  if ('not' in condition) return complement(conditionMask(condition.not, frame));
  const { operator, test, index } = bindTest(condition, frame.variables);
  return operator.mask(test, frame.columns[index] as Column);
}
