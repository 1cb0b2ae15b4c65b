import type { Link } from '../model/condition.ts';
import { sharedKeys } from '../model/shared-keys.ts';
import type { TableInfo } from '../model/table.ts';
import { TEXTS } from './operator.ts';

/** How rows of one table may belong to rows of another: by each key that stands in both. */
export function linkCandidates(
  own: TableInfo,
  other: TableInfo,
  project: readonly TableInfo[],
): Link[] {
  if (own.name === other.name) return [];
  return own.variables
    .filter(({ kind }) => TEXTS.includes(kind))
    .flatMap(({ name: key }) =>
      sharedKeys(project, { table: own.name, variable: key })
        .filter(({ table }) => table === other.name)
        .map(({ variable }) => ({ table: other.name, key, foreignKey: variable })),
    );
}
