import { type FoundCells, findCells } from '../columns/hot/find-cells.ts';
import type { CellSearch, FoundCell, RowChoice } from '../contract/methods/rows.ts';
import { variableIndex } from '../model/frame.ts';
import { findNotes } from '../store/read-notes.ts';
import type { Context } from './context.ts';
import type { RowList } from './row-list.ts';

/** What a search found in a list of rows: `before[i]` cells stand in rows before that at `positions[i]`. */
interface Search {
  found: FoundCells;
  positions: Uint32Array;
  before: Uint32Array;
  cells: number;
}

/** Goes through a list of rows from one cell that holds a text to the next; keeps the last search. */
export function createCellFinder(
  context: Context,
  listOf: (choice: RowChoice) => RowList,
): (input: CellSearch) => FoundCell {
  let last: { rows: Uint32Array; key: string; search: Search } | undefined;

  return ({ text, variables, from, back = false, ...choice }) => {
    const list = listOf(choice);
    const columns = variables.map((name) => variableIndex(list.table, name));
    const key = JSON.stringify([text, columns]);
    if (last?.rows !== list.rows || last.key !== key) {
      last = { rows: list.rows, key, search: search(context, list, columns, text) };
    }
    const { found, positions, before, cells } = last.search;
    if (cells === 0) return { cells, at: null };

    const hitsIn = (position: number) =>
      [...columns.keys()].filter((at) =>
        found.has(list.rows[position] as number, columns[at] as number),
      );
    const start = from && { position: from.position, at: variables.indexOf(from.variable) };
    // Cells up to and including where we are, or before it: how far through all of them that is.
    const passed = start
      ? passedCells(start, back, positions, before, cells, hitsIn)
      : back
        ? cells
        : 0;
    const nth = back ? (passed === 0 ? cells : passed) : passed === cells ? 1 : passed + 1;
    const row = lastAtMost(before, nth - 1);
    const position = positions[row] as number;
    const at = hitsIn(position)[nth - 1 - (before[row] as number)] as number;
    return { cells, at: { nth, position, variable: variables[at] as string } };
  };
}

function search(
  context: Context,
  { table, rows }: RowList,
  columns: readonly number[],
  text: string,
): Search {
  const noted = findNotes(context.project.db, table, text);
  const found = findCells(context.hot(table), columns, text, noted);
  let hits = 0;
  for (const row of rows) if (found.counts[row] !== 0) hits++;
  const positions = new Uint32Array(hits);
  const before = new Uint32Array(hits);
  let cells = 0;
  let next = 0;
  for (const [position, row] of rows.entries()) {
    const n = found.counts[row] as number;
    if (n === 0) continue;
    positions[next] = position;
    before[next++] = cells;
    cells += n;
  }
  return { found, positions, before, cells };
}

function passedCells(
  start: { position: number; at: number },
  back: boolean,
  positions: Uint32Array,
  before: Uint32Array,
  cells: number,
  hitsIn: (position: number) => number[],
): number {
  const row = firstAtLeast(positions, start.position);
  if (row === positions.length) return cells;
  const passed = before[row] as number;
  if (positions[row] !== start.position) return passed;
  const own = hitsIn(start.position);
  return passed + own.filter((at) => (back ? at < start.at : at <= start.at)).length;
}

/** The first place of an ascending list that is not below a number. */
function firstAtLeast(ascending: Uint32Array, least: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ascending[middle] as number) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

function lastAtMost(ascending: Uint32Array, most: number): number {
  return firstAtLeast(ascending, most + 1) - 1;
}
