import type { Cohort } from '../model/cohort.ts';
import type { StaleSource, TableInfo } from '../model/table.ts';

/**
 * What has changed since each made table was made: tables that it was made from and that have another
 * version now, are gone, or are out of date themselves, and cohorts that its rule names. Tables with nothing
 * to tell are left out.
 */
export function outOfDate(
  tables: readonly TableInfo[],
  cohorts: readonly Cohort[],
): Map<string, readonly StaleSource[]> {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const found = new Map<string, readonly StaleSource[]>();
  const judge = (table: TableInfo, trail: readonly string[]): readonly StaleSource[] => {
    const known = found.get(table.name);
    if (known || trail.includes(table.name)) return known ?? [];
    const { origin } = table;
    const sources = origin.made === 'import' ? [] : (origin.madeFrom ?? []);
    const madeWith = origin.made === 'import' ? [] : (origin.madeWith ?? []);
    const staleTables = sources.flatMap(({ table: name, version: used }): StaleSource[] => {
      const source = byName.get(name);
      const now = source?.version ?? null;
      const isStale = source !== undefined && judge(source, [...trail, table.name]).length > 0;
      return now !== used || isStale ? [{ table: name, used, now }] : [];
    });
    const stale = [...staleTables, ...madeWith.flatMap((used) => cohortSince(used, cohorts))];
    found.set(table.name, stale);
    return stale;
  };
  for (const table of tables) judge(table, []);
  for (const [name, stale] of found) if (stale.length === 0) found.delete(name);
  return found;
}

function cohortSince(
  { cohort: name, version: used }: { cohort: string; version: number },
  cohorts: readonly Cohort[],
): StaleSource[] {
  const now = cohorts.find((cohort) => cohort.name === name);
  if (now?.version === used) return [];
  const { table = '', label = name, version = null } = now ?? {};
  return [{ table, cohort: label, used, now: version }];
}
