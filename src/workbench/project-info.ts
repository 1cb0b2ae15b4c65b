import { statSync } from 'node:fs';
import type { ProjectInfo } from '../model/project.ts';
import type { TableInfo } from '../model/table.ts';
import { readCohorts } from '../store/cohorts.ts';
import { readMeta } from '../store/meta.ts';
import { readResults } from '../store/results.ts';
import { readTables, type StoredTable } from '../store/tables.ts';
import { type Context, projectName } from './context.ts';
import { outOfDate } from './out-of-date.ts';

export function projectInfo(context: Context): ProjectInfo {
  const { db, path, readOnly } = context.project;
  const tables = readTables(db).map(tableInfo);
  const cohorts = readCohorts(db);
  const stale = outOfDate(tables, cohorts);
  return {
    name: projectName(context),
    title: readMeta(db, 'title') ?? projectName(context),
    bytes: statSync(path).size,
    encrypted: false,
    readOnly,
    createdAt: readMeta(db, 'created-at') ?? '',
    tables: tables.map((table) => {
      const sources = stale.get(table.name);
      return sources ? { ...table, outOfDate: sources } : table;
    }),
    cohorts,
    results: readResults(db).length,
  };
}

/** The table as the window knows it: without its number in the store. */
export function tableInfo({ id: _, ...table }: StoredTable): TableInfo {
  return table;
}
