import type { Rule, RuleTest } from '../../model/quality.ts';
import { kindOf } from '../rule-kinds.ts';

export interface DraftOptions
  extends Partial<Pick<Rule, 'severity' | 'dimension' | 'most' | 'label'>> {
  /** Tells two rules of a kind on a variable apart. */
  as?: string;
}

/** A suggested rule, with what its kind says where nothing else is said. */
export function draftRule(
  table: string,
  test: RuleTest,
  why: string,
  { as, ...own }: DraftOptions = {},
): Rule {
  const { severity, dimension } = kindOf(test);
  const about =
    'variable' in test
      ? test.variable
      : 'variables' in test && test.variables.length > 0 && test.variables.length < 4
        ? test.variables.join('+')
        : '';
  const id = [table, about, test.kind, as].filter((part) => part).join('.');
  return { id, table, test, severity, dimension, ...own, why, from: 'suggested', on: true };
}
