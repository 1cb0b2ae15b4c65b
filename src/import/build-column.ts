import { type Column, columnType } from '../model/column.ts';
import type { ColumnDecision } from '../model/importing.ts';
import type { CellNote } from '../model/receipt.ts';
import { columnSource } from './column-source.ts';
import { countLoaded, type LoadedCounts } from './count-loaded.ts';
import { otherEntries, STATE } from './decoded.ts';
import { lazyColumn } from './lazy-column.ts';
import { noteCells, type Problem } from './note-cells.ts';
import type { ReadCells } from './read-cells.ts';

export interface BuiltColumn {
  column: Column;
  /** Rows by what became of their cell. */
  cells: { typed: number; missing: number; empty: number; asText: number };
  problems: readonly Problem[];
}

/**
 * A column over the rows that are loaded: how many cells are what, a note for each that its value leaves
 * something out of, and the values themselves when somebody takes them.
 * @param rows the regular rows of all loaded ones
 */
export function buildColumn(
  cells: ReadCells,
  { kind }: ColumnDecision,
  rows: Uint32Array,
  index: number,
  notes: CellNote[],
): BuiltColumn {
  const type = columnType(kind);
  const used = countLoaded(cells, rows);
  const problems = noteCells(cells, rows, used, index, notes);
  const source = columnSource(cells, type, rows, used);
  return {
    column: lazyColumn(type, rows.length, source),
    cells: sumOf(cells, used, rows.length),
    problems,
  };
}

function sumOf(cells: ReadCells, used: readonly LoadedCounts[], rows: number) {
  const sums = { typed: rows, missing: 0, empty: 0, asText: 0 };
  for (const [i, { decoded }] of cells.runs.entries()) {
    const { counts } = (used[i] as LoadedCounts).counts();
    for (const code of otherEntries(decoded.states)) {
      const n = counts[code] as number;
      sums[BECAME[decoded.states[code] as keyof typeof BECAME]] += n;
      sums.typed -= n;
    }
  }
  return sums;
}

/** What is said of a cell that is no value, by its {@link STATE}. */
const BECAME = {
  [STATE.empty]: 'empty',
  [STATE.missing]: 'missing',
  [STATE.problem]: 'asText',
  [STATE.asked]: 'asText',
} as const;
