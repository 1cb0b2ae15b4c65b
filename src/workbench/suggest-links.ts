import { linkCandidates } from '../cohort/link-candidates.ts';
import { keyCounts } from '../columns/key-counts.ts';
import { allRows } from '../columns/mask.ts';
import type { SuggestedLink } from '../contract/methods/cohorts.ts';
import type { Link } from '../model/condition.ts';
import { columnNamed } from '../model/frame.ts';
import { readTables, type StoredTable } from '../store/tables.ts';
import type { Context } from './context.ts';

/**
 * How rows of one table belong to rows of another, the likeliest first: by a key that stands once only
 * in one of the two, then by how many keys they share. What shares none is left out.
 */
export function suggestLinks(context: Context, own: StoredTable, to: StoredTable): SuggestedLink[] {
  return linkCandidates(own, to, readTables(context.project.db))
    .map((link) => weighed(context, own, to, link))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => Number(isOneSided(b)) - Number(isOneSided(a)) || b.shared - a.shared);
}

const isOneSided = ({ unique }: SuggestedLink) => unique !== 'neither';

function weighed(context: Context, own: StoredTable, to: StoredTable, link: Link): SuggestedLink {
  const counts = (table: StoredTable, key: string) =>
    keyCounts(columnNamed(context.frame(table), key), allRows(table.rows));
  const [ours, theirs] = [counts(own, link.key), counts(to, link.foreignKey)];
  const isUnique = (keys: Map<string, number>) => [...keys.values()].every((n) => n === 1);
  const shared = [...ours.keys()].filter((key) => theirs.has(key)).length;
  const [here, there] = [isUnique(ours), isUnique(theirs)];
  const unique = here ? (there ? 'both' : 'here') : there ? 'there' : 'neither';
  return { link, shared, of: ours.size, unique };
}
