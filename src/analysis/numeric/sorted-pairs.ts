export interface PairCount {
  /** Pairs with x > y, half of those with x = y: Mann and Whitney's U. */
  wins: number;
  /** Σ (t³ − t) over the groups of equal values in both samples together. */
  tieTerm: number;
}

/** Counts the pairs of x − shift and y in one pass. @param x, y sorted ascending */
export function countPairs(x: Float64Array, y: Float64Array, shift = 0): PairCount {
  let [i, j, wins, tieTerm] = [0, 0, 0, 0];
  while (i < x.length || j < y.length) {
    const a = i < x.length ? at(x, i) - shift : Number.POSITIVE_INFINITY;
    const b = j < y.length ? at(y, j) : Number.POSITIVE_INFINITY;
    const value = Math.min(a, b);
    const [firstX, firstY] = [i, j];
    while (i < x.length && at(x, i) - shift === value) i++;
    while (j < y.length && at(y, j) === value) j++;
    const [mine, theirs] = [i - firstX, j - firstY];
    wins += mine * (firstY + theirs / 2);
    tieTerm += (mine + theirs) ** 3 - (mine + theirs);
  }
  return { wins, tieTerm };
}

/**
 * The difference x − y of a rank among all pairs, by bisection on its value: O((n + m) · 60).
 * @param x, y sorted ascending; @param rank from 1 to the number of pairs
 */
export function differenceOfRank(x: Float64Array, y: Float64Array, rank: number): number {
  let low = at(x, 0) - at(y, y.length - 1);
  let high = at(x, x.length - 1) - at(y, 0);
  if (upTo(x, y, low).count >= rank) return low;
  for (let round = 0; round < 100; round++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    const { count, largest } = upTo(x, y, middle);
    if (count >= rank) high = largest;
    else low = middle;
  }
  return high;
}

/** How many differences are at most `limit`, and the largest of them. */
function upTo(x: Float64Array, y: Float64Array, limit: number): { count: number; largest: number } {
  let count = 0;
  let largest = Number.NEGATIVE_INFINITY;
  let j = y.length;
  for (let i = x.length - 1; i >= 0; i--) {
    const value = at(x, i);
    // The y from j on are near enough to this x and to every smaller one.
    while (j > 0 && value - at(y, j - 1) <= limit) j--;
    if (j < y.length) largest = Math.max(largest, value - at(y, j));
    count += y.length - j;
  }
  return { count, largest };
}

function at(values: Float64Array, i: number): number {
  return values[i] ?? 0;
}
