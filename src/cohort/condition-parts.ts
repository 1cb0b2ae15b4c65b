import { type Condition, EVERYONE } from '../model/condition.ts';
import type { Variable } from '../model/variable.ts';
import { conditionSentence } from './sentence.ts';
import { NO_TABLES, type Tables } from './tables.ts';

/** The parts of a condition that stand side by side: one chip each. */
export function partsOf(condition: Condition): readonly Condition[] {
  return 'all' in condition ? condition.all : [condition];
}

/** All of the parts, as one condition. */
export function together(parts: readonly Condition[]): Condition {
  const [only] = parts;
  if (only === undefined) return EVERYONE;
  return parts.length === 1 ? only : { all: parts };
}

/** A condition without what its rows are called: "Outcome is Accepted". */
export function conditionClause(
  condition: Condition,
  variables: readonly Variable[],
  unit: string,
  tables: Tables = NO_TABLES,
): string {
  const sentence = conditionSentence(condition, variables, unit, tables);
  const lead = `${unit} where `;
  return sentence.startsWith(lead) ? sentence.slice(lead.length) : sentence;
}
