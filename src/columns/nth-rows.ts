/** Rows with what they are grouped and put in order by, a number each. */
export interface OrderedRows {
  /** Ascending: among equals the first of them is the first. */
  rows: Uint32Array;
  keyOf: (row: number) => number;
  orderOf: (row: number) => number;
}

/** Of each group its nth row in order, or its last. */
export function nthRows({ rows, keyOf, orderOf }: OrderedRows, nth: number | 'last'): number[] {
  if (nth === 'last') return ends(rows, keyOf, (row, best) => orderOf(row) >= orderOf(best));
  if (nth === 1) return ends(rows, keyOf, (row, best) => orderOf(row) < orderOf(best));
  const seen = new Map<number, number>();
  // Sorting keeps equals in their order.
  const sorted = Array.from(rows).sort((a, b) => orderOf(a) - orderOf(b));
  return sorted.filter((row) => {
    const n = (seen.get(keyOf(row)) ?? 0) + 1;
    seen.set(keyOf(row), n);
    return n === nth;
  });
}

function ends(
  rows: Uint32Array,
  keyOf: OrderedRows['keyOf'],
  isBetter: (row: number, best: number) => boolean,
): number[] {
  const best = new Map<number, number>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = best.get(key);
    if (known === undefined || isBetter(row, known)) best.set(key, row);
  }
  return [...best.values()];
}

/** The place of each text among all of them; the same for the same text. */
export function textRanks(texts: readonly string[]): Uint32Array {
  const places = new Map([...new Set(texts)].sort().map((text, place) => [text, place]));
  return Uint32Array.from(texts, (text) => places.get(text) ?? 0);
}
