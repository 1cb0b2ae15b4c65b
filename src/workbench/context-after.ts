import { frameColumns } from '../columns/hot/frame-columns.ts';
import { type HotTable, openHotTable } from '../columns/hot/hot-table.ts';
import type { Frame } from '../model/frame.ts';
import type { Step } from '../model/table.ts';
import { frameAfter } from '../recipe/frame-after.ts';
import { readTables, type StoredTable } from '../store/tables.ts';
import { type Context, selectCondition } from './context.ts';
import { projectDigest } from './pseudonym-key.ts';

/** A table as it is after some steps of a recipe; without steps as it is kept. */
export interface TableState {
  table: string;
  after?: readonly Step[];
}

/** No table that is kept has this number, so that nothing kept by number is taken for one of this. */
const NOT_KEPT = -1;

/**
 * Gives the project with one of its tables as it is after some steps. That table is computed and stays in memory;
 * whatever asks about tables can be asked about it. The last one is kept for the next question.
 */
export function createContextAfter(context: Context): (state: TableState) => Context {
  let known: { key: string; context: Context } | undefined;
  return ({ table: name, after }) => {
    if (after === undefined) return context;
    const source = context.table(name);
    const versions = readTables(context.project.db).map(({ id, version }) => [id, version]);
    const key = JSON.stringify([source.id, versions, after]);
    if (known?.key !== key) known = { key, context: withFrame(context, source, after) };
    return known.context;
  };
}

/** The same for one question, and not kept for another. */
export function contextAfter(context: Context, { table, after = [] }: TableState): Context {
  return withFrame(context, context.table(table), after);
}

function withFrame(context: Context, source: StoredTable, after: readonly Step[]): Context {
  const { unit, name } = source;
  const words = { unit, source: name, digest: projectDigest(context) };
  const frame: Frame = frameAfter(context.frame(source), after, context.tables, words);
  const { rows, variables } = frame;
  const state: StoredTable = { ...source, id: NOT_KEPT, rows, variables };
  let hot: HotTable | undefined;
  const changed: Context = {
    ...context,
    table: (wanted) =>
      wanted.toLowerCase() === name.toLowerCase() ? state : context.table(wanted),
    frame: (table) => (table.id === NOT_KEPT ? frame : context.frame(table)),
    tables: (wanted) => changed.frame(changed.table(wanted)),
    isLoaded: (table) => table.id === NOT_KEPT || context.isLoaded(table),
    hot: (table) => {
      if (table.id !== NOT_KEPT) return context.hot(table);
      hot ??= openHotTable(rows, frameColumns(frame));
      return hot;
    },
    select: (table, cohort) =>
      table.id === NOT_KEPT && cohort === undefined
        ? selectCondition(changed, table, { all: [] })
        : context.select(table, cohort),
  };
  return changed;
}
