import { findCells } from '../columns/hot/find-cells.ts';
import { sortedList } from '../columns/hot/sorted-list.ts';
import type { RowChoice } from '../contract/methods/rows.ts';
import { lastEntry } from '../store/journal.ts';
import { findNotes } from '../store/read-notes.ts';
import type { StoredTable } from '../store/tables.ts';
import { type Context, selectWithin } from './context.ts';

/** Rows (0-based) in the order they are looked at. */
export interface RowList {
  table: StoredTable;
  rows: Uint32Array;
  /** Rows of the cohort, before anything narrowed it. */
  cohort: number;
}

/**
 * Gives the rows that are looked at. The last list is kept, and the rows before they were sorted: a page of it
 * is a slice, and another order sorts what is there.
 */
export function createRowLists(context: Context): (choice: RowChoice) => RowList {
  const { db } = context.project;
  const kept = { chosen: once<RowList>(), sorted: once<RowList>() };

  const choose = ({ table: name, cohort, within, find }: RowChoice): RowList => {
    const table = context.table(name);
    const all = context.select(table, cohort);
    let { rows } = selectWithin(context, table, { cohort, within });
    if (find) {
      const columns = [...table.variables.keys()];
      const { counts } = findCells(context.hot(table), columns, find, findNotes(db, table, find));
      rows = rows.filter((row) => counts[row] !== 0);
    }
    return { table, rows, cohort: all.rows.length };
  };

  return ({ sort = [], ...choice }) => {
    const { table, cohort, within, find } = choice;
    const key = JSON.stringify([lastEntry(db), table, cohort, within, find]);
    const chosen = kept.chosen(key, () => choose(choice));
    if (sort.length === 0) return chosen;
    return kept.sorted(`${key}${JSON.stringify(sort)}`, () => ({
      ...chosen,
      rows: sortedList(context.hot(chosen.table), chosen.rows, sort),
    }));
  };
}

/** Remembers the last value, and what it was made for. */
function once<T>(): (key: string, make: () => T) => T {
  let last: { key: string; value: T } | undefined;
  return (key, make) => {
    if (last?.key !== key) last = { key, value: make() };
    return last.value;
  };
}
