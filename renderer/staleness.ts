import type { ProjectInfo } from '../src/model/project.ts';
import type { Result } from '../src/model/result.ts';

/** What has changed since a result was made, in words; null while it holds. */
export function staleness(
  result: Result,
  { tables, cohorts }: Pick<ProjectInfo, 'tables' | 'cohorts'>,
): string | null {
  const table = tables.find(({ name }) => name === result.table);
  if (table === undefined) return `The table ${result.table} is gone.`;
  if (table.version !== result.tableVersion) {
    return `${table.label} has changed: version ${result.tableVersion} then, ${table.version} now.`;
  }
  const { name, label, version, linked = [] } = result.cohort;
  for (const then of linked) {
    const now = tables.find((entry) => entry.name === then.table);
    if (now === undefined)
      return `The table ${then.table} is gone, and the cohort asks about its rows.`;
    if (now.version !== then.version) {
      return `${now.label} has changed, and the cohort asks about its rows: version ${then.version} then, ${now.version} now.`;
    }
  }
  if (name === null) return null;
  const cohort = cohorts.find((entry) => entry.name === name);
  if (cohort === undefined) return `The cohort “${label}” is gone.`;
  return cohort.version === version
    ? null
    : `The cohort “${label}” has changed: version ${version} then, ${cohort.version} now.`;
}
