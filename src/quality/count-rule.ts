import type { Rule } from '../model/quality.ts';
import type { PointCount } from '../model/quality-comparison.ts';
import type { CheckedTable } from './rule-kind.ts';
import { kindOf } from './rule-kinds.ts';

/** How many fail a rule, excused ones among them, of how many that it asks. @throws Refusal when it does not fit the table */
export function countRule(
  { test }: Pick<Rule, 'test'>,
  data: CheckedTable,
): PointCount & { unit: string } {
  const kind = kindOf(test);
  if (kind.asks === 'items') {
    const { items, of, unit } = kind.check(test, data);
    return { n: items.length, of, unit };
  }
  const { kernel } = data.table;
  const { rows, of } = kind.check(test, data);
  const n = kernel.count(rows);
  kernel.release(rows);
  return { n, of, unit: data.unit };
}
