import { rankDictionary } from '../rank.ts';
import type { SortKey } from '../sort-rows.ts';
import type { HotColumn } from './hot-column.ts';
import type { HotTable } from './hot-table.ts';

/** Bits of a key that one pass can take, and bits of a pass over longer keys. */
const AT_ONCE = 17;
const DIGIT = 11;

/**
 * Rows in the order of the keys, first key first, as `sortRows` gives them: stable, missing rows last in
 * both directions. A grid takes its pages from this list, at any place.
 *
 * @throws Refusal `unknown-variable`
 */
export function sortedList(
  table: HotTable,
  rows: Uint32Array,
  by: readonly SortKey[],
): Uint32Array {
  return by.toReversed().reduce((sorted, { variable, descending }) => {
    const column = table.column(variable);
    const isText = column.scale.by === 'text';
    const ranks = isText ? rankDictionary(column.variable, column.texts()) : undefined;
    return sortByCodes(sorted, column, descending, ranks);
  }, rows);
}

function sortByCodes(
  rows: Uint32Array,
  { codes, floor, size }: HotColumn,
  descending: boolean,
  ranks: Uint32Array | undefined,
): Uint32Array {
  const values = size - floor;
  const keys = new Uint32Array(rows.length);
  for (let i = 0; i < keys.length; i++) {
    const place = (codes[rows[i] as number] as number) - floor;
    if (place < 0) keys[i] = values;
    else {
      const rank = ranks ? (ranks[place] as number) : place;
      keys[i] = descending ? values - 1 - rank : rank;
    }
  }
  const bits = 32 - Math.clz32(values);
  const digit = bits <= AT_ONCE ? bits : DIGIT;
  let sorted: KeyedRows = { rows, keys };
  for (let from = 0; from < bits; from += digit) {
    sorted = placeRows(sorted, from, digit, from + digit >= bits);
  }
  return sorted.rows;
}

interface KeyedRows {
  rows: Uint32Array;
  keys: Uint32Array;
}

/** One stable pass of a counting sort, by some bits of the keys; after the last one these are not kept. */
function placeRows(
  { rows, keys }: KeyedRows,
  from: number,
  bits: number,
  isLast: boolean,
): KeyedRows {
  const mask = 2 ** bits - 1;
  const starts = new Uint32Array(mask + 2);
  for (let i = 0; i < keys.length; i++) {
    const next = (((keys[i] as number) >>> from) & mask) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let at = 1; at < starts.length; at++) {
    starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  }
  const placed = {
    rows: new Uint32Array(rows.length),
    keys: new Uint32Array(isLast ? 0 : rows.length),
  };
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    const at = (key >>> from) & mask;
    const to = starts[at] as number;
    placed.rows[to] = rows[i] as number;
    if (!isLast) placed.keys[to] = key;
    starts[at] = to + 1;
  }
  return placed;
}
