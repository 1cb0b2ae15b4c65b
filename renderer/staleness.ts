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
  const { name, label, version } = result.cohort;
  if (name === null) return null;
  const cohort = cohorts.find((entry) => entry.name === name);
  if (cohort === undefined) return `The cohort “${label}” is gone.`;
  return cohort.version === version
    ? null
    : `The cohort “${label}” has changed: version ${version} then, ${cohort.version} now.`;
}
