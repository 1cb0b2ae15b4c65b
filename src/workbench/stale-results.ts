import { longDate, parseIsoDate } from '../model/calendar.ts';
import { formatNumber } from '../model/format.ts';
import { Refusal } from '../model/refusal.ts';
import type { Result } from '../model/result.ts';
import type { ResultChange, StaleResult } from '../model/stale-result.ts';
import type { CohortInUse, SourceFile, StaleSource } from '../model/table.ts';
import { readCohorts, storedCohort } from '../store/cohorts.ts';
import { readResults } from '../store/results.ts';
import { readTables, type StoredTable } from '../store/tables.ts';
import { type Context, selectCondition } from './context.ts';
import { outOfDate } from './out-of-date.ts';

/** The results that no longer hold, each with what has changed since, in words. */
export function staleResults(context: Context): readonly StaleResult[] {
  const tables = readTables(context.project.db);
  const stale = outOfDate(tables, readCohorts(context.project.db));
  return readResults(context.project.db).flatMap((result): StaleResult[] => {
    const table = tables.find(({ name }) => name === result.table);
    if (!table)
      return [{ id: result.id, changes: [tableGone(result)], canRerun: false, needsTable: false }];
    const changes = [
      ...tableChange(result, table),
      ...(stale.get(table.name) ?? []).map((source) => ({
        of: 'source' as const,
        name: source.cohort ?? source.table,
        text: sourceWords(table, source, tables),
      })),
      ...[result.cohort, ...(result.compared?.cohorts ?? [])].flatMap((cohort) => [
        ...cohortChange(context, table, cohort),
        ...linkedChanges(tables, cohort),
      ]),
    ];
    if (changes.length === 0) return [];
    const isGone = changes.some(({ of }) => of === 'cohort-gone' || of === 'table-gone');
    const isNew = changes.some(({ of }) => of === 'table' || of === 'cohort');
    const needsTable = !isGone && (stale.get(table.name) ?? []).some(({ now }) => now !== null);
    return [{ id: result.id, changes, canRerun: !isGone && isNew, needsTable }];
  });
}

function tableGone({ table }: Result): ResultChange {
  return { of: 'table-gone', name: table, text: `The table ${table} is gone.` };
}

/** "Referrals was imported again (march.csv, 12 March 2024): 1,038 → 1,102 referrals." */
function tableChange(result: Result, table: StoredTable): ResultChange[] {
  if (table.version === result.tableVersion) return [];
  const rows = rowsWords(result.cohort.of, table);
  return [
    { of: 'table', name: table.name, text: `${table.label} ${happened(result, table)}: ${rows}.` },
  ];
}

function happened(result: Result, { origin, version }: StoredTable): string {
  if (version < result.tableVersion) return 'is again what it was before an import was undone';
  if (origin.made !== 'import') return 'was made again, or its variables were changed';
  const since = origin.files.filter(({ importedAt }) => importedAt > result.madeAt);
  return since.length === 0
    ? 'has changed in what its variables are called or stand for'
    : `was imported again (${since.map(fileWords).join('; ')})`;
}

function fileWords({ name, importedAt }: SourceFile): string {
  const day = parseIsoDate(importedAt.slice(0, 10));
  return day === undefined ? name : `${name}, ${longDate(day)}`;
}

function rowsWords(before: number, { rows, unit }: StoredTable): string {
  return rows === before
    ? `${count(rows)} ${unit} as before`
    : `${count(before)} → ${count(rows)} ${unit}`;
}

function sourceWords(
  { label }: StoredTable,
  { table, cohort, now }: StaleSource,
  tables: readonly StoredTable[],
): string {
  const source =
    cohort === undefined
      ? `from ${tables.find(({ name }) => name === table)?.label ?? table}`
      : `with the cohort “${cohort}”`;
  return now === null
    ? `${label} was made ${source}, which is gone.`
    : `${label} was made ${source}, which has changed since: make ${label} again first.`;
}

function cohortChange(context: Context, table: StoredTable, used: CohortInUse): ResultChange[] {
  const { name, label } = used;
  if (name === null) return [];
  const cohort = storedCohort(context.project.db, name);
  if (!cohort || cohort.removedAt !== null) {
    return [{ of: 'cohort-gone', name, text: `The cohort “${label}” was removed.` }];
  }
  if (cohort.version === used.version) return [];
  const text = `The cohort “${label}” has changed`;
  try {
    const now = selectCondition(context, table, cohort.condition, cohort).cohort;
    const [was, is] = [used, now].map(
      ({ sentence, version }) => `${sentence} (version ${version})`,
    );
    return [
      { of: 'cohort', name, text: `${text}: was ${was}, is ${is}; ${moreWords(used, now)}.` },
    ];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [{ of: 'cohort', name, text: `${text}, and does not fit the table: ${error.message}` }];
  }
}

/** Of the tables whose rows a cohort asks about. */
function linkedChanges(tables: readonly StoredTable[], used: CohortInUse): ResultChange[] {
  return (used.linked ?? []).flatMap(({ table: name, version }): ResultChange[] => {
    const asked = `The cohort “${used.label}” asks about rows of`;
    const now = tables.find((each) => each.name === name);
    if (!now) return [{ of: 'table-gone', name, text: `${asked} ${name}, which is gone.` }];
    if (now.version === version) return [];
    return [{ of: 'table', name, text: `${asked} ${now.label}, which has changed since.` }];
  });
}

/** "12 rows more: 285 → 297" */
function moreWords(used: CohortInUse, now: CohortInUse): string {
  const more = now.n - used.n;
  if (more === 0) return `${count(now.n)} ${now.unit} as before`;
  const difference = `${count(Math.abs(more))} ${more > 0 ? 'more' : 'fewer'}`;
  return `${difference}: ${count(used.n)} → ${count(now.n)} ${now.unit}`;
}

function count(n: number): string {
  return formatNumber(n, 'count');
}
