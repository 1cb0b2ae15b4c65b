import { type Condition, EVERYONE } from '../model/condition.ts';
import type { Variable } from '../model/variable.ts';
import { conditionSentence } from './sentence.ts';

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
): string {
  const sentence = conditionSentence(condition, variables, unit);
  const lead = `${unit} where `;
  return sentence.startsWith(lead) ? sentence.slice(lead.length) : sentence;
}
