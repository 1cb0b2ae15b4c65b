import { linkedTables } from '../cohort/linked-tables.ts';
import { sortedList } from '../columns/hot/sorted-list.ts';
import { findRows } from '../columns/search.ts';
import type { RowPage, RowRequest } from '../contract/workbench.ts';
import { valueAt } from '../model/column.ts';
import { rowSource } from '../model/row-source.ts';
import type { SourceFile } from '../model/table.ts';
import { readNotes } from '../store/read-notes.ts';
import { readPage } from '../store/read-page.ts';
import type { StoredTable } from '../store/tables.ts';
import { type Context, selectWithin } from './context.ts';

/** Smaller tables are in memory before anybody notices. */
const LARGE = 200_000;

/** Gives pages of a table; keeps the last order, so that scrolling does not sort again. */
export function createRowReader(context: Context): (request: RowRequest) => RowPage {
  let last: { key: string; rows: Uint32Array } | undefined;

  const ordered = (table: StoredTable, request: RowRequest): Uint32Array => {
    const { cohort, where, sort, find } = request;
    const selection = selectWithin(context, table, request);
    const key = JSON.stringify([
      table.id,
      table.version,
      cohort,
      selection.cohort.version,
      linkedTables(selection.cohort.condition).map((name) => context.table(name).version),
      where,
      sort,
      find,
    ]);
    if (last?.key === key) return last.rows;
    const frame = context.frame(table);
    let rows = selection.rows;
    if (find) rows = findRows(frame, rows, find);
    if (sort && sort.length > 0) rows = sortedList(context.hot(table), rows, sort);
    last = { key, rows };
    return rows;
  };

  /** The first sight of a large table: its rows as they come, before all of it is in memory. */
  const unloaded = (
    table: StoredTable,
    { cohort, where, sort, find, offset, limit }: RowRequest,
  ) => {
    const isPlain = !cohort && !where && !find && !sort?.length;
    if (!isPlain || table.rows < LARGE || context.isLoaded(table)) return undefined;
    const first = Math.min(offset, table.rows);
    const frame = readPage(context.project.db, table, first, first + limit);
    if (!frame) return undefined;
    const page = Uint32Array.from({ length: frame.rows }, (_, at) => first + at);
    return { frame, page, n: table.rows, first };
  };

  const loaded = (table: StoredTable, request: RowRequest) => {
    const frame = context.frame(table);
    const rows = ordered(table, request);
    const page = rows.subarray(request.offset, request.offset + request.limit);
    return { frame, page, n: rows.length, first: 0 };
  };

  return (request) => {
    const table = context.table(request.table);
    const { frame, page, n, first } = unloaded(table, request) ?? loaded(table, request);
    const sourceOf = rowSource(table.origin);
    const notes = Map.groupBy(readNotes(context.project.db, table, page), (note) => note.row);
    return {
      n,
      of: table.rows,
      rows: Array.from(page, (row) => ({
        row: row + 1,
        cells: frame.columns.map((column) => valueAt(column, row - first)),
        ...withSource(sourceOf?.(row), frame.origin[row - first]),
        notes: (notes.get(row) ?? []).map(({ column, kind, raw, reason }) => ({
          column,
          kind,
          raw,
          reason,
        })),
      })),
    };
  };
}

function withSource(file: SourceFile | undefined, row: number | undefined) {
  return file && row !== undefined ? { source: { file: file.name, row } } : {};
}
