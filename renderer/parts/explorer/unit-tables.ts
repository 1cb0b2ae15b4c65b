import { linkCandidates } from '../../../src/cohort/link-candidates.ts';
import type { Condition, Link } from '../../../src/model/condition.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { partsOf, together } from '../../cohort-words.ts';

/** Units that say nothing of what a row is. */
const NAMELESS = ['records', 'rows'];

/**
 * The tables that count something else of the same service: one for each unit, that share a key with
 * this one, the fewest rows first. Where tables were made from what came in, only those.
 */
export function unitTables(table: TableInfo, all: readonly TableInfo[]): TableInfo[] {
  const related = all.filter(
    (other) =>
      other.name !== table.name &&
      !NAMELESS.includes(other.unit) &&
      (other.origin.made === 'recipe' || other.origin.made === 'import') &&
      linkCandidates(table, other, all).length > 0,
  );
  const made = related.filter(({ origin }) => origin.made === 'recipe');
  const units = new Map([[table.unit, table]]);
  for (const other of made.length > 0 ? made : related) {
    if (!units.has(other.unit)) units.set(other.unit, other);
  }
  return [...units.values()].sort((a, b) => a.rows - b.rows);
}

/**
 * The conditions of one table as conditions of another: rows that belong to a row that meets them. What
 * came over in this way goes back as it was.
 */
export function carriedOver(
  parts: readonly Condition[],
  to: string,
  link: Link | undefined,
): readonly Condition[] {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && 'linked' in only) {
    const { linked, least, most, where } = only;
    const isPlain = (least ?? 1) === 1 && most === undefined;
    if (linked.table === to && isPlain && where !== undefined) return partsOf(where);
  }
  return parts.length === 0 || link === undefined ? [] : [{ linked: link, where: together(parts) }];
}
