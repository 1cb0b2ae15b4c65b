import { formatShare } from '../../model/format.ts';
import type { Rule } from '../../model/quality.ts';
import { countRule } from '../count-rule.ts';
import { type ColumnFacts, headingOf, isBirth } from './column-facts.ts';
import { NEARLY_ALWAYS } from './date-rules.ts';
import { draftRule } from './draft-rule.ts';
import type { MeasureForms } from './form-rules.ts';
import type { FactTable } from './suggest-rules.ts';

/** What somebody has for good, or nearly. */
const LASTING = /\b(ethnic\w*|sex|gender|imd|deprivation|nhs n(o|um|umber|r)?)\b/i;
const PERSON =
  /\b(client|patient|person|parent|mother|father|adult|child|infant|baby|service user|nhs)\b/i;

/** Where people have several rows, what does not change is the same in all of them. */
export function personRules({ data, columns }: FactTable, forms: readonly MeasureForms[]): Rule[] {
  const people = columns.filter(
    (facts) =>
      facts.variable.kind === 'identifier' &&
      facts.distinct < facts.present &&
      PERSON.test(headingOf(facts.variable)),
  );
  const raters = new Set(
    forms.flatMap(({ long, blocks }) => [long, ...blocks]).map((each) => each?.rater),
  );
  const person = people.toSorted((a, b) => b.present - a.present)[0];
  if (!person) return [];
  return columns
    .filter((facts) => facts !== person && facts.present > 0 && isLasting(facts, raters))
    .flatMap((facts): Rule[] => {
      const test = {
        kind: 'same-for',
        variable: facts.variable.name,
        per: person.variable.name,
      } as const;
      const { n: failing, of } = countRule({ test }, data);
      const why = `So in ${formatShare(of - failing, of)} rows.`;
      const isUsual = 1 - failing / of >= NEARLY_ALWAYS;
      return [draftRule(data.name, test, why, isUsual ? {} : { severity: 'info' })];
    });
}

function isLasting({ variable }: ColumnFacts, raters: ReadonlySet<string | undefined>): boolean {
  return raters.has(variable.name) || isBirth(variable) || LASTING.test(headingOf(variable));
}
