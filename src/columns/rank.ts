import type { Variable } from '../model/variable.ts';
import { compareText } from './collate.ts';

/** Positions of rows in the order of a variable: 0 to `size - 1`; missing rows have `size`. */
export interface Ranks {
  ranks: Uint32Array;
  size: number;
}

/**
 * The place of each dictionary entry: declared values in their declared order, then the others collated.
 * Remembered for a dictionary, because sorting it is the dear part and frames share dictionaries.
 */
export function rankDictionary(variable: Variable, dictionary: readonly string[]): Uint32Array {
  const known = remembered.get(dictionary);
  if (known?.values === variable.values) return known.ranks;
  const declared = new Map(variable.values.map((entry, place) => [entry.value, place]));
  const last = variable.values.length;
  const places = dictionary.map((text) => declared.get(text) ?? last);
  const order = dictionary.map((_, code) => code);
  order.sort(
    (a, b) =>
      (places[a] ?? last) - (places[b] ?? last) ||
      compareText(dictionary[a] ?? '', dictionary[b] ?? ''),
  );
  const ranks = new Uint32Array(dictionary.length);
  for (const [rank, code] of order.entries()) ranks[code] = rank;
  remembered.set(dictionary, { values: variable.values, ranks });
  return ranks;
}

const remembered = new WeakMap<
  readonly string[],
  { values: Variable['values']; ranks: Uint32Array }
>();

/** Ranks of numbers or day numbers. */
export function rankNumbers(
  values: Float64Array | Int32Array,
  missing: Uint8Array,
  rows: Uint32Array,
): Ranks {
  const present = new Float64Array(rows.length);
  let n = 0;
  for (const row of rows) if (missing[row] === 0) present[n++] = values[row] ?? 0;
  const found = present.subarray(0, n);
  const { size, rankOf } = rankWhole(found) ?? rankSorted(found);
  const ranks = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    ranks[i] = missing[row] === 0 ? rankOf(values[row] ?? 0) : size;
  }
  return { ranks, size };
}

interface Ranking {
  size: number;
  rankOf(value: number): number;
}

/** Whole numbers that lie close together, as most do, are their own ranks. */
function rankWhole(values: Float64Array): Ranking | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isInteger(value)) return undefined;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const size = high - low + 1;
  return size > 0 && size <= 2 * values.length
    ? { size, rankOf: (value) => value - low }
    : undefined;
}

function rankSorted(values: Float64Array): Ranking {
  const distinct = values.slice().sort();
  let size = 0;
  for (const value of distinct) {
    if (size === 0 || value !== distinct[size - 1]) distinct[size++] = value;
  }
  const rankOf = (value: number) => {
    let from = 0;
    let to = size - 1;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((distinct[middle] ?? 0) < value) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return { size, rankOf };
}
