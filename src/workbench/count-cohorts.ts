import { selectRows } from '../cohort/select.ts';
import { countDistinct } from '../columns/distinct.ts';
import type { Cohort, CohortCount, PeopleCount } from '../model/cohort.ts';
import { columnNamed, variableNamed } from '../model/frame.ts';
import { personVariable } from '../model/person-variable.ts';
import { Refusal } from '../model/refusal.ts';
import type { Result } from '../model/result.ts';
import { readCohorts } from '../store/cohorts.ts';
import { readResults } from '../store/results.ts';
import { readTables, type StoredTable } from '../store/tables.ts';
import { sentenceOf } from './cohort-history.ts';
import type { Context } from './context.ts';

/** Every cohort held against its table: rows, people, what uses it, and what has changed under it. */
export function countCohorts(context: Context): CohortCount[] {
  const { db } = context.project;
  const tables = readTables(db);
  const results = readResults(db);
  const cohorts = readCohorts(db);
  return cohorts.map((cohort) => {
    const { name } = cohort;
    const table = tables.find((each) => each.name === cohort.table);
    return {
      ...cohort,
      sentence: table ? sentenceOf(context, cohort.condition, table) : '',
      unit: table?.unit ?? 'rows',
      of: table?.rows ?? 0,
      ...counted(context, table, cohort),
      results: results.filter((result) => namesIn(result).includes(name)).map(({ id }) => id),
      tables: tables.filter((each) => cohortsOf(each).includes(name)).map((each) => each.name),
      stale: staleParts(cohort, cohorts),
    };
  });
}

function counted(
  context: Context,
  table: StoredTable | undefined,
  cohort: Cohort,
): Pick<CohortCount, 'n' | 'people' | 'refused'> {
  if (!table) {
    return { n: null, people: null, refused: `The table ${cohort.table} is gone.` };
  }
  try {
    const rows = selectRows(cohort.condition, context.frame(table), context.tables);
    return { n: rows.length, people: countPeople(context, table, rows), refused: null };
  } catch (error) {
    if (error instanceof Refusal) return { n: null, people: null, refused: error.message };
    throw error;
  }
}

/** The cohorts that a result was made with. */
function namesIn({ cohort, compared }: Result): (string | null)[] {
  return [cohort.name, ...(compared?.cohorts ?? []).map((each) => each.name)];
}

/** How many different people the rows are about; null where no variable says so. */
export function countPeople(
  context: Context,
  table: StoredTable,
  rows: Uint32Array,
): PeopleCount | null {
  const name = personVariable(table.variables);
  if (name === undefined) return null;
  const frame = context.frame(table);
  const column = columnNamed(frame, name);
  const everyone = Uint32Array.from({ length: frame.rows }, (_, row) => row);
  return {
    variable: variableNamed(frame, name).label,
    n: countDistinct(column, rows),
    of: countDistinct(column, everyone),
  };
}

/** Cohorts that the rule of a made table names. */
function cohortsOf({ origin }: StoredTable): string[] {
  if (origin.made !== 'pairs') return [];
  const { eligible, contacts } = origin.rule;
  return [eligible.cohort, contacts?.cohort].filter((name) => name !== undefined);
}

/** "“Accepted” is in version 3 now, and was combined in version 2." */
function staleParts({ combined }: Cohort, cohorts: readonly Cohort[]): string[] {
  return (combined?.parts ?? []).flatMap(({ name, label, version }) => {
    const now = cohorts.find((cohort) => cohort.name === name);
    if (now?.version === version) return [];
    return now === undefined
      ? [`“${label}” is gone.`]
      : [`“${label}” has changed: version ${version} was combined, ${now.version} is there now.`];
  });
}
