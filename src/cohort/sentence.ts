import type { Condition } from '../model/condition.ts';
import type { Variable } from '../model/variable.ts';
import { bindTest } from './bind-test.ts';

/**
 * A condition in words: "referrals where Outcome is Accepted and Referral date is between
 * 1 April 2022 and 31 March 2023"; without any condition "all referrals".
 *
 * @param unit what a row is, in the plural
 * @throws Refusal when the condition does not fit the table (bind-test.ts)
 */
export function conditionSentence(
  condition: Condition,
  variables: readonly Variable[],
  unit: string,
): string {
  const always = constantOf(condition);
  if (always !== undefined) return always ? `all ${unit}` : `no ${unit}`;
  if ('not' in condition) return `${unit} except those where ${clause(condition.not, variables)}`;
  return `${unit} where ${clause(condition, variables)}`;
}

/** Whether an empty list, or its opposite, holds of every row or of none; undefined for all else. */
function constantOf(condition: Condition): boolean | undefined {
  if ('all' in condition) return condition.all.length === 0 ? true : undefined;
  if ('any' in condition) return condition.any.length === 0 ? false : undefined;
  if (!('not' in condition)) return undefined;
  const inner = constantOf(condition.not);
  return inner === undefined ? undefined : !inner;
}

function clause(condition: Condition, variables: readonly Variable[]): string {
  if ('all' in condition) return join(condition.all, ' and ', 'any row', variables);
  if ('any' in condition) return join(condition.any, ' or ', 'no row', variables);
  if ('not' in condition) return `not (${clause(condition.not, variables)})`;
  const { operator, test, variable } = bindTest(condition, variables);
  return `${variable.label} ${operator.phrase(test, variable)}`;
}

function join(
  parts: readonly Condition[],
  joint: ' and ' | ' or ',
  empty: string,
  variables: readonly Variable[],
): string {
  if (parts.length === 0) return empty;
  const alone = parts.length === 1;
  return parts
    .map((part) => {
      const words = clause(part, variables);
      return isList(part) && !alone ? `(${words})` : words;
    })
    .join(joint);
}

function isList(condition: Condition): boolean {
  if ('all' in condition) return condition.all.length > 1;
  return 'any' in condition && condition.any.length > 1;
}
