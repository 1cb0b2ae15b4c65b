import { tableToCorrect } from '../src/model/cleaned-table.ts';
import { personVariable } from '../src/model/person-variable.ts';
import type { IdentifierColumn } from '../src/model/quality-check.ts';
import type { Step, TableInfo } from '../src/model/table.ts';
import { blankStep } from './step-fields.ts';

type Offer = IdentifierColumn['offers'][number];

export const OFFER_WORDS: Readonly<Record<Offer, string>> = {
  pseudonymise: 'Pseudonymise',
  redact: 'Redact',
  drop: 'Leave out',
  coarsen: 'Coarsen',
  shift: 'Shift',
};

/** The step that settles a column which says who somebody is, filled in as far as it is plain. */
export function settlingStep(
  offer: Offer,
  variable: string,
  { variables }: Pick<TableInfo, 'variables'>,
): Step {
  const one = [variable];
  switch (offer) {
    case 'pseudonymise':
      return { ...blankStep('pseudonymise'), variables: one };
    case 'redact':
      return { ...blankStep('redact'), variables: one };
    case 'drop':
      return { ...blankStep('drop-variables'), variables: one };
    case 'coarsen':
      return variables.find(({ name }) => name === variable)?.kind === 'date'
        ? { ...blankStep('coarsen-dates'), variables: one }
        : outwardPart(variable);
    case 'shift': {
      const person = personVariable(variables);
      return { ...blankStep('shift-dates'), variables: one, ...(person && { person }) };
    }
  }
}

/** “SE5 8AZ” becomes “SE5”: the district, of some thousand households. */
function outwardPart(variable: string): Step {
  return {
    op: 'find-replace',
    variables: [variable],
    find: '\\s*\\d[A-Za-z][A-Za-z]\\s*$',
    replace: '',
    pattern: true,
  };
}

/** Where a column is settled: in the cleaned table; undefined where that does not have it any more. */
export function tableToSettle(
  tables: readonly TableInfo[],
  { table, variable }: IdentifierColumn,
): TableInfo | undefined {
  const cleaned = tables.filter(({ origin }) => origin.made === 'recipe' && origin.from === table);
  const found = tableToCorrect(tables, table, [variable]);
  return found?.name === table && cleaned.length > 0 ? undefined : found;
}
