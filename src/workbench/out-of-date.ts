import type { StaleSource, TableInfo } from '../model/table.ts';

/**
 * What has changed since each made table was made: tables that it was made from and that have another
 * version now, are gone, or are out of date themselves. Tables with nothing to tell are left out.
 */
export function outOfDate(tables: readonly TableInfo[]): Map<string, readonly StaleSource[]> {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const found = new Map<string, readonly StaleSource[]>();
  const judge = (table: TableInfo, trail: readonly string[]): readonly StaleSource[] => {
    const known = found.get(table.name);
    if (known || trail.includes(table.name)) return known ?? [];
    const { origin } = table;
    const sources = origin.made === 'import' ? [] : (origin.madeFrom ?? []);
    const stale = sources.flatMap(({ table: name, version: used }): StaleSource[] => {
      const source = byName.get(name);
      const now = source?.version ?? null;
      const isStale = source !== undefined && judge(source, [...trail, table.name]).length > 0;
      return now !== used || isStale ? [{ table: name, used, now }] : [];
    });
    found.set(table.name, stale);
    return stale;
  };
  for (const table of tables) judge(table, []);
  for (const [name, stale] of found) if (stale.length === 0) found.delete(name);
  return found;
}
