import type { RuleTest } from '../../model/quality.ts';
import type { CheckedTable } from '../rule-kind.ts';
import { kindOf } from '../rule-kinds.ts';

/** How many rows a test asks now, and how many of them fail it. */
export function howItHolds(test: RuleTest, data: CheckedTable): { failing: number; of: number } {
  const kind = kindOf(test);
  if (kind.asks === 'items') {
    const { items, of } = kind.check(test, data);
    return { failing: items.length, of };
  }
  const { rows, of } = kind.check(test, data);
  const failing = data.table.kernel.count(rows);
  data.table.kernel.release(rows);
  return { failing, of };
}
