import { linkCandidates } from '../../../src/cohort/link-candidates.ts';
import type { Condition, Link } from '../../../src/model/condition.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { partsOf, together } from '../../cohort-words.ts';

/** Units that say nothing of what a row is. */
const NAMELESS = ['records', 'rows'];

/** Units that are offered. */
const MOST = 4;

/**
 * The tables that count something else of the same service: one for each unit, that share a key with
 * this one. Where tables were made from what came in, only those; of many units those of which most is
 * known; the fewest rows first.
 */
export function unitTables(table: TableInfo, all: readonly TableInfo[]): TableInfo[] {
  const related = all.filter(
    (other) =>
      other.name !== table.name &&
      !NAMELESS.includes(other.unit) &&
      isOfService(other, all) &&
      linkCandidates(table, other, all).length > 0,
  );
  const made = related.filter(({ origin }) => origin.made === 'recipe');
  const units = new Map<string, TableInfo>();
  for (const other of made.length > 0 ? made : related) {
    if (other.unit !== table.unit && !units.has(other.unit)) units.set(other.unit, other);
  }
  const richest = [...units.values()].sort((a, b) => b.variables.length - a.variables.length);
  return [table, ...richest.slice(0, MOST - 1)].sort((a, b) => a.rows - b.rows);
}

/** Whether a table is what came in, or cleaned from it; scores and pairs are results of their own. */
function isOfService({ origin }: TableInfo, all: readonly TableInfo[]): boolean {
  if (origin.made !== 'recipe') return origin.made === 'import';
  const from = all.find(({ name }) => name === origin.from);
  return from === undefined || isOfService(from, all);
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
