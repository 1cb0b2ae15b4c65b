import type { SortKey } from '../../src/columns/hot/sorted-list.ts';
import { type Ranks, rankDictionary, rankNumbers } from '../../src/columns/rank.ts';
import type { CodeColumn, Column } from '../../src/model/column.ts';
import { type Frame, variableIndex } from '../../src/model/frame.ts';
import type { Variable } from '../../src/model/variable.ts';

/**
 * The given rows in the order of the keys, first key first. Stable; missing values come last in
 * both directions. Categories with declared values keep their declared order.
 * One counting sort a key, last key first: time grows with rows plus distinct values.
 *
 * @throws Refusal for an unknown variable
 */
export function sortRows(frame: Frame, rows: Uint32Array, by: readonly SortKey[]): Uint32Array {
  return by.toReversed().reduce((sorted, key) => sortByOne(frame, sorted, key), rows);
}

function sortByOne(frame: Frame, rows: Uint32Array, key: SortKey): Uint32Array {
  const index = variableIndex(frame, key.variable);
  const variable = frame.variables[index];
  const column = frame.columns[index];
  if (variable === undefined || column === undefined) return rows;
  const { ranks, size } = rankRows(variable, column, rows);
  const last = size - 1;
  const place = (rank: number) => (key.descending && rank < size ? last - rank : rank);

  const starts = new Uint32Array(size + 2);
  for (const rank of ranks) {
    const next = place(rank) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const at = place(ranks[i] ?? 0);
    const to = starts[at] ?? 0;
    sorted[to] = rows[i] ?? 0;
    starts[at] = to + 1;
  }
  return sorted;
}

/** Ranks of the given rows: numbers and dates by size, declared categories in their order, text collated. */
function rankRows(variable: Variable, column: Column, rows: Uint32Array): Ranks {
  return column.type === 'codes'
    ? rankCodes(column, rankDictionary(variable, column.dictionary), rows)
    : rankNumbers(column.values, column.missing, rows);
}

function rankCodes(column: CodeColumn, places: Uint32Array, rows: Uint32Array): Ranks {
  const size = places.length;
  const ranks = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    ranks[i] = column.missing[row] === 0 ? (places[column.codes[row] ?? 0] ?? size) : size;
  }
  return { ranks, size };
}
