export interface Ranks {
  /** Mid-ranks, 1-based, in the order of the values. */
  ranks: number[];
  /** Sizes of the groups of equal values that have more than one member. */
  ties: number[];
}

/**
 * Mid-ranks. Values no further apart than `tolerance` count as equal, because differences of
 * decimal scores that are equal on paper (5.4 − 5.2 and 4.4 − 4.2) are not equal in binary.
 */
export function midRanks(values: readonly number[], tolerance = 0): Ranks {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  const ties: number[] = [];
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && at(values, order, end) - at(values, order, end - 1) <= tolerance)
      end++;
    for (let k = start; k < end; k++) ranks[order[k] ?? 0] = (start + 1 + end) / 2;
    if (end - start > 1) ties.push(end - start);
    start = end;
  }
  return { ranks, ties };
}

/** Σ (t³ − t) over the groups of ties: the term that every tie correction uses. */
export function tieTerm(ties: readonly number[]): number {
  return ties.reduce((total, t) => total + t ** 3 - t, 0);
}

function at(values: readonly number[], order: readonly number[], k: number): number {
  return values[order[k] ?? 0] ?? 0;
}
