import type { RowChoice, RowPage, RowRequest } from '../contract/methods/rows.ts';
import { valuesAt } from '../model/column.ts';
import { rowSource } from '../model/row-source.ts';
import type { SourceFile } from '../model/table.ts';
import { readNotes } from '../store/read-notes.ts';
import { type KeptSegments, readPage } from '../store/read-page.ts';
import type { Context } from './context.ts';
import type { RowList } from './row-list.ts';

/** Smaller tables are in memory before anybody notices. */
const LARGE = 200_000;

/** A page of the rows that are looked at. */
export function readRows(
  context: Context,
  listOf: (choice: RowChoice) => RowList,
  kept: KeptSegments,
  request: RowRequest,
): RowPage {
  const { table, frame, page, first, n, cohort } =
    unloaded(context, kept, request) ?? loaded(context, listOf, request);
  const sourceOf = rowSource(table.origin);
  const notes = Map.groupBy(readNotes(context.project.db, table, page), (note) => note.row);
  const own = page.map((row) => row - first);
  const columns = frame.columns.map((column) => valuesAt(column, own));
  return {
    n,
    cohort,
    of: table.rows,
    rows: Array.from(page, (row, at) => ({
      row: row + 1,
      cells: columns.map((values) => values[at] ?? null),
      ...withSource(sourceOf?.(row), frame.origin[row - first]),
      notes: (notes.get(row) ?? []).map(({ column, kind, raw, reason }) => ({
        column,
        kind,
        raw,
        reason,
      })),
    })),
  };
}

function loaded(
  context: Context,
  listOf: (choice: RowChoice) => RowList,
  { offset, limit, ...choice }: RowRequest,
) {
  const { table, rows, cohort } = listOf(choice);
  const page = rows.subarray(offset, offset + limit);
  return { table, frame: context.frame(table), page, n: rows.length, cohort, first: 0 };
}

/** The first sight of a large table: its rows as they come, before all of it is in memory. */
function unloaded(context: Context, kept: KeptSegments, { offset, limit, ...choice }: RowRequest) {
  const { cohort, within, sort, find } = choice;
  if (cohort !== undefined || within || find || sort?.length) return undefined;
  const table = context.table(choice.table);
  if (table.rows < LARGE || context.isLoaded(table)) return undefined;
  const first = Math.min(offset, table.rows);
  const frame = readPage(context.project.db, table, first, first + limit, kept);
  if (!frame) return undefined;
  const page = Uint32Array.from({ length: frame.rows }, (_, at) => first + at);
  return { table, frame, page, n: table.rows, cohort: table.rows, first };
}

function withSource(file: SourceFile | undefined, row: number | undefined) {
  return file && row !== undefined ? { source: { file: file.name, row } } : {};
}
