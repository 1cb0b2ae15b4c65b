import { ascending, type Numbers } from './floats.ts';

export interface Ranks {
  /** Mid-ranks, 1-based, in the order of the values. */
  ranks: Float64Array;
  /** Sizes of the groups of equal values that have more than one member. */
  ties: number[];
}

/**
 * Mid-ranks. Values no further apart than `tolerance` count as equal, because differences of
 * decimal scores that are equal on paper (5.4 − 5.2 and 4.4 − 4.2) are not equal in binary.
 * The values are sorted by themselves, and each then finds its group: quicker than to sort their order.
 */
export function midRanks(values: Numbers, tolerance = 0): Ranks {
  const sorted = ascending(values);
  const n = sorted.length;
  const [smallest, rank] = [new Float64Array(n), new Float64Array(n)];
  const ties: number[] = [];
  let groups = 0;
  for (let start = 0; start < n; groups++) {
    let end = start + 1;
    while (end < n && (sorted[end] as number) - (sorted[end - 1] as number) <= tolerance) end++;
    smallest[groups] = sorted[start] as number;
    rank[groups] = (start + 1 + end) / 2;
    if (end - start > 1) ties.push(end - start);
    start = end;
  }
  const ranks = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    ranks[i] = rank[lastUpTo(smallest, groups, values[i] as number)] as number;
  }
  return { ranks, ties };
}

/** Σ (t³ − t) over the groups of ties: the term that every tie correction uses. */
export function tieTerm(ties: readonly number[]): number {
  return ties.reduce((total, t) => total + t ** 3 - t, 0);
}

/** The last of the first `count` numbers, ascending, that is at most `value`; 0 where none is. */
function lastUpTo(numbers: Float64Array, count: number, value: number): number {
  let [low, high] = [0, count];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= value) low = middle;
    else high = middle;
  }
  return low;
}
