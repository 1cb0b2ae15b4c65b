import type { Runs } from './runs.ts';
import { type Standing, selectRank } from './select-rank.ts';

export interface PairCount {
  /** Pairs with x > y, half of those with x = y: Mann and Whitney's U. */
  wins: number;
  /** Σ (t³ − t) over the groups of equal values in both samples together. */
  tieTerm: number;
}

/** Counts the pairs of x − shift and y in one pass. */
export function countPairs(x: Runs, y: Runs, shift = 0): PairCount {
  const [n, m] = [x.values.length, y.values.length];
  let i = 0;
  let j = 0;
  let wins = 0;
  let tieTerm = 0;
  let below = 0;
  while (i < n || j < m) {
    const a = i < n ? (x.values[i] as number) - shift : Number.POSITIVE_INFINITY;
    const b = j < m ? (y.values[j] as number) : Number.POSITIVE_INFINITY;
    const value = Math.min(a, b);
    let mine = 0;
    // Different values can be equal once they are shifted.
    while (i < n && (x.values[i] as number) - shift === value) mine += x.counts[i++] as number;
    const theirs = j < m && b === value ? (y.counts[j++] as number) : 0;
    wins += mine * (below + theirs / 2);
    below += theirs;
    const t = mine + theirs;
    if (t > 1) tieTerm += t * t * t - t;
  }
  return { wins, tieTerm };
}

/** The difference x − y of a rank among all pairs. @param rank from 1 to the number of pairs */
export function differenceOfRank(x: Runs, y: Runs, rank: number): number {
  return selectRank((limit) => differenceStanding(x, y, limit), rank, extremes(x, y), x.n * y.n);
}

/** The smallest and the largest difference x − y. */
export function extremes(x: Runs, y: Runs): [number, number] {
  const [n, m] = [x.values.length, y.values.length];
  return [
    (x.values[0] as number) - (y.values[m - 1] as number),
    (x.values[n - 1] as number) - (y.values[0] as number),
  ];
}

function differenceStanding(x: Runs, y: Runs, limit: number): Standing {
  const m = y.values.length;
  let count = 0;
  let below = Number.NEGATIVE_INFINITY;
  let above = Number.POSITIVE_INFINITY;
  let j = m;
  for (let i = x.values.length - 1; i >= 0; i--) {
    const value = x.values[i] as number;
    // The y from j on are near enough to this x and to every smaller one.
    while (j > 0 && value - (y.values[j - 1] as number) <= limit) j--;
    if (j < m) below = Math.max(below, value - (y.values[j] as number));
    if (j > 0) above = Math.min(above, value - (y.values[j - 1] as number));
    count += (x.counts[i] as number) * (y.n - (j > 0 ? (y.upTo[j - 1] as number) : 0));
  }
  return { count, below, above };
}
