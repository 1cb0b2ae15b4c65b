import { basename } from 'node:path';
import { conditionBitmap } from '../cohort/condition-bitmap.ts';
import { partsOf, together } from '../cohort/condition-parts.ts';
import { linkedTables } from '../cohort/linked-tables.ts';
import { selectRows } from '../cohort/select.ts';
import { conditionSentence } from '../cohort/sentence.ts';
import type { Tables } from '../cohort/tables.ts';
import { frameColumns } from '../columns/hot/frame-columns.ts';
import { type HotTable, openHotTable } from '../columns/hot/hot-table.ts';
import type { StoredColumn } from '../columns/hot/stored-column.ts';
import type { Condition } from '../model/condition.ts';
import { EVERYONE } from '../model/condition.ts';
import type { Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import type { CohortInUse } from '../model/table.ts';
import { readCohorts } from '../store/cohorts.ts';
import type { ProjectFile } from '../store/project-file.ts';
import { readFrame } from '../store/read-table.ts';
import { storedColumns } from '../store/stored-columns.ts';
import { readTables, type StoredTable, tableNamed } from '../store/tables.ts';
import { acrossTables } from './across-tables.ts';

/** An open project with its tables in memory: what every method of the workbench works on. */
export interface Context {
  project: ProjectFile;
  table(name: string): StoredTable;
  /** The table's rows, read once a version. */
  frame(table: StoredTable): Frame;
  /** Any table's rows by its name, for conditions on linked rows. */
  tables: Tables<Frame>;
  /** Whether they are in memory already. */
  isLoaded(table: StoredTable): boolean;
  /** The table in the column engine, from its segments or, where these do not fit it, from its rows. */
  hot(table: StoredTable): HotTable;
  /** The rows of a cohort (0-based) and the cohort in words; without a name, every row. */
  select(table: StoredTable, cohort?: string): Selection;
  /** When nothing will be asked any more. */
  close(): void;
}

export interface Selection {
  rows: Uint32Array;
  cohort: CohortInUse;
}

export function createContext(project: ProjectFile): Context {
  const frames = new Map<number, { version: number; frame: Frame }>();
  let hot: { id: number; version: number; table: HotTable } | undefined;
  const context: Context = {
    project,
    table: (name) => tableNamed(project.db, name),
    frame: (table) => {
      const known = frames.get(table.id);
      if (known?.version === table.version) return known.frame;
      const frame = readFrame(project.db, table);
      // Tables that were replaced or removed since are not read again.
      const shown = new Set(readTables(project.db).map(({ id }) => id));
      for (const id of frames.keys()) if (!shown.has(id)) frames.delete(id);
      frames.set(table.id, { version: table.version, frame });
      return frame;
    },
    tables: (name) => context.frame(context.table(name)),
    isLoaded: (table) => frames.get(table.id)?.version === table.version,
    hot: (table) => {
      if (hot?.id === table.id && hot.version === table.version) return hot.table;
      // One at a time: the memory of the one before is given back first.
      hot = undefined;
      const opened = openHotTable(table.rows, storedOrFrame(context, table));
      hot = { id: table.id, version: table.version, table: opened };
      return opened;
    },
    close: () => {
      hot?.table.kernel.close();
      hot = undefined;
    },
    select: (table, name) => {
      if (name === undefined) return selectCondition(context, table, EVERYONE);
      const wanted = name.toLowerCase();
      const cohort = readCohorts(project.db).find((each) => each.name.toLowerCase() === wanted);
      if (!cohort) {
        throw new Refusal('unknown-cohort', `There is no cohort called “${name}”.`, {
          where: { option: 'cohort' },
        });
      }
      const condition =
        cohort.table === table.name ? cohort.condition : acrossTables(context, table, cohort);
      return selectCondition(context, table, condition, cohort);
    },
  };
  return context;
}

/** The columns of a table as the column engine reads them. */
export function storedOrFrame(context: Context, table: StoredTable): StoredColumn[] {
  return storedColumns(context.project.db, table) ?? frameColumns(context.frame(table));
}

/** The rows that meet a condition, named or not. */
export function selectCondition(
  context: Context,
  table: StoredTable,
  condition: Condition,
  named?: { name: string; label: string; version: number },
): Selection {
  const rows = selectRows(condition, context.frame(table), context.tables);
  return { rows, cohort: inUse(context, table, condition, rows.length, named) };
}

/** Smaller tables are in memory before anybody notices. */
const LARGE = 200_000;

/** How many rows meet a condition. Of a large table the column engine says it, which reads only what is asked. */
export function countCondition(
  context: Context,
  table: StoredTable,
  condition: Condition,
): CohortInUse {
  if (table.rows < LARGE) return selectCondition(context, table, condition).cohort;
  const hot = context.hot(table);
  const rows = conditionBitmap(condition, hot, context.tables);
  const n = hot.kernel.count(rows);
  hot.kernel.release(rows);
  return inUse(context, table, condition, n);
}

function inUse(
  context: Context,
  table: StoredTable,
  condition: Condition,
  n: number,
  named?: { name: string; label: string; version: number },
): CohortInUse {
  const sentence = conditionSentence(condition, table.variables, table.unit, context.table);
  return {
    name: named?.name ?? null,
    label: named?.label ?? sentence,
    sentence,
    condition,
    version: named?.version ?? 0,
    table: table.name,
    unit: table.unit,
    n,
    of: table.rows,
    ...linkedVersions(context, condition),
  };
}

/** The versions of the other tables that a condition asks about. */
function linkedVersions(context: Context, condition: Condition): Pick<CohortInUse, 'linked'> {
  const linked = linkedTables(condition).map((name) => {
    const { name: table, version } = context.table(name);
    return { table, version };
  });
  return linked.length > 0 ? { linked } : {};
}

/** The rows of a cohort, and of these the ones that meet a condition too. */
export function selectWithin(
  context: Context,
  table: StoredTable,
  { cohort, within }: { cohort?: string | undefined; within?: Condition | undefined },
): Selection {
  const selection = context.select(table, cohort);
  if (within === undefined) return selection;
  const parts = [...partsOf(selection.cohort.condition), ...partsOf(within)];
  return selectCondition(context, table, together(parts));
}

export function projectName(context: Context): string {
  return basename(context.project.path);
}
