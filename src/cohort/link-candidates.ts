import type { Link } from '../model/condition.ts';
import type { Variable } from '../model/variable.ts';
import { TEXTS } from './operator.ts';

interface Table {
  name: string;
  variables: readonly Variable[];
}

/**
 * How rows of one table may belong to rows of another: by variables of the same name or label, if
 * anywhere in the project a variable called so is an identifier. `client_id` and “Client ID” are one name.
 */
export function linkCandidates(own: Table, other: Table, project: readonly Table[]): Link[] {
  if (own.name === other.name) return [];
  const identifiers = new Set(
    project.flatMap(({ variables }) =>
      variables.filter(({ kind }) => kind === 'identifier').flatMap(namesOf),
    ),
  );
  const keys = ({ variables }: Table) =>
    variables.filter(({ kind }) => TEXTS.includes(kind) || kind === 'integer');
  return keys(own).flatMap((key) =>
    keys(other)
      .filter((foreign) =>
        namesOf(key).some((name) => identifiers.has(name) && namesOf(foreign).includes(name)),
      )
      .map((foreign) => ({ table: other.name, key: key.name, foreignKey: foreign.name })),
  );
}

/** Name and label as letters and digits alone. */
function namesOf({ name, label }: Variable): string[] {
  return [name, label]
    .map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((text) => text !== '');
}
