import type { Condition } from '../model/condition.ts';
import type { Variable } from '../model/variable.ts';
import { bindTest } from './bind-test.ts';
import type { SqlText } from './operators.ts';

/**
 * A condition as an SQL expression over the physical columns c1…cn, with bound parameters:
 * true of exactly the rows that `selectRows` keeps. No text of a file or a person enters the SQL.
 *
 * @throws Refusal when the condition does not fit the table (bind-test.ts)
 */
export function conditionSql(condition: Condition, variables: readonly Variable[]): SqlText {
  if ('all' in condition) return join(condition.all, ' AND ', '1', variables);
  if ('any' in condition) return join(condition.any, ' OR ', '0', variables);
  if ('not' in condition) {
    const { sql, params } = conditionSql(condition.not, variables);
    return { sql: `NOT coalesce(${sql}, 0)`, params };
  }
  const { operator, test, index } = bindTest(condition, variables);
  return operator.sql(test, `c${index + 1}`);
}

function join(
  parts: readonly Condition[],
  joint: ' AND ' | ' OR ',
  empty: '1' | '0',
  variables: readonly Variable[],
): SqlText {
  const texts = parts.map((part) => conditionSql(part, variables));
  return {
    sql: texts.length === 0 ? empty : texts.map((text) => `(${text.sql})`).join(joint),
    params: texts.flatMap((text) => text.params),
  };
}
