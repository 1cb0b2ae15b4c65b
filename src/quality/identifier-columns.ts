import type { IdentifierColumn } from '../model/quality-check.ts';
import { findIdentifiers, IDENTIFIER_LABEL } from './find-identifiers.ts';
import { isAddressHeading, isNameHeading, judgeColumn } from './judge-column.ts';
import { maskText } from './mask-text.ts';
import type { CheckedTable } from './rule-kind.ts';
import { maskValue } from './shown-text.ts';
import { columnFacts, isBirth } from './suggest/column-facts.ts';

/** With more different texts the first are looked at. */
const MOST_TEXTS = 50_000;

/** The columns of a table that say who somebody is, with what can be done about each. */
export function identifierColumns({ name, table }: CheckedTable): IdentifierColumn[] {
  return table.variables.flatMap((variable): IdentifierColumn[] => {
    const base = {
      table: name,
      variable: variable.name,
      label: variable.label,
      of: table.rows,
      looked: null,
    };
    if (variable.kind === 'date' && isBirth(variable)) {
      const { present } = columnFacts(table, variable);
      const offers = ['coarsen', 'shift', 'drop'] as const;
      return [{ ...base, kind: 'date of birth', isWhole: true, n: present, example: '', offers }];
    }
    if (!['identifier', 'text', 'category'].includes(variable.kind)) return [];
    const facts = columnFacts(table, variable);
    const values = facts.values(MOST_TEXTS);
    const judged = judgeColumn(variable, values);
    const first = values.find(({ n }) => n > 0)?.text ?? '';
    if (judged.length === 0) {
      const isNamed = isNameHeading(variable) || isAddressHeading(variable);
      if (!isNamed || facts.present === 0) return [];
      const kind = isNameHeading(variable) ? 'name' : 'address';
      const offers = ['drop', 'pseudonymise'] as const;
      return [{ ...base, kind, isWhole: true, n: facts.present, example: maskText(first), offers }];
    }
    const looked = values.reduce((sum, { n }) => sum + n, 0);
    return judged.map(({ kind, isWhole, n }) => ({
      ...base,
      kind: IDENTIFIER_LABEL[kind],
      isWhole,
      n: isWhole ? facts.present : n,
      looked: isWhole || looked === facts.present ? null : looked,
      example: exampleOf(kind, isWhole, values, variable),
      offers: isWhole
        ? kind === 'postcode'
          ? (['coarsen', 'drop'] as const)
          : (['pseudonymise', 'drop'] as const)
        : (['redact', 'drop'] as const),
    }));
  });
}

function exampleOf(
  kind: string,
  isWhole: boolean,
  values: readonly { text: string; n: number }[],
  variable: Parameters<typeof maskValue>[0],
): string {
  if (isWhole) return maskText(values.find(({ n }) => n > 0)?.text ?? '');
  const text = values.find(
    (each) => each.n > 0 && findIdentifiers(each.text).some((found) => found.kind === kind),
  )?.text;
  return text === undefined ? '' : maskValue(variable, text);
}
