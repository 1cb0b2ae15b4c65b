import { type Column, columnType } from '../model/column.ts';
import type { ColumnDecision } from '../model/importing.ts';
import type { CellNote } from '../model/receipt.ts';
import { columnSource } from './column-source.ts';
import { countLoaded, type LoadedCounts } from './count-loaded.ts';
import { STATE } from './decoded.ts';
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
    cells: sumOf(cells, used),
    problems,
  };
}

function sumOf(cells: ReadCells, used: readonly LoadedCounts[]): BuiltColumn['cells'] {
  const sums = new Float64Array(Object.keys(STATE).length);
  for (const [i, { decoded }] of cells.runs.entries()) {
    const { counts: count, keys } = used[i] as LoadedCounts;
    addCounts(count().counts, decoded.states, sums);
    (sums[STATE.value] as number) += keys;
  }
  const [typed = 0, empty = 0, missing = 0, problem = 0, asked = 0] = sums;
  return { typed, missing, empty, asText: problem + asked };
}

function addCounts(counts: Uint32Array, states: Uint8Array, sums: Float64Array): void {
  for (let code = 0; code < counts.length; code++) {
    (sums[states[code] as number] as number) += counts[code] as number;
  }
}
