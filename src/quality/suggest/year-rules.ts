import type { Rule } from '../../model/quality.ts';
import { countRule } from '../count-rule.ts';
import { beginningOf } from './date-rules.ts';
import { draftRule } from './draft-rule.ts';
import type { FactTable } from './suggest-rules.ts';

/** Variables that are there in every year alike; where one was brought in or given up, for information. */
export function yearRules(table: FactTable): Rule[] {
  const by = beginningOf(table)?.variable.name;
  if (by === undefined) return [];
  const { name } = table.data;
  const variables = table.columns
    .filter(({ variable, present }) => variable.name !== by && present > 0)
    .map(({ variable }) => variable.name);
  if (variables.length === 0) return [];
  const test = { kind: 'every-year', variables, by } as const;
  const { n: failing, of } = countRule({ test }, table.data);
  if (of < 2) return [];
  return [
    failing === 0
      ? draftRule(name, test, `So in all ${of} years.`)
      : draftRule(
          name,
          test,
          `Not so in ${failing} of ${of} years: a measure may have come in or gone.`,
          { severity: 'info' },
        ),
  ];
}
