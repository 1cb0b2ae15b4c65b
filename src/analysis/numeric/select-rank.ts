/** Where a number stands among many that are too many to be listed, such as all differences of two samples. */
export interface Standing {
  /** How many are at most this number. */
  count: number;
  /** The largest of them; −∞ where there are none. */
  below: number;
  /** The smallest of the others; ∞ where there are none. */
  above: number;
}

/** How far a guess by proportion goes to either side, so that both ends close in. */
const MARGIN = 0.01;

/**
 * The number of a rank, exactly, from questions where a number stands: guesses just below and just above by
 * proportion, then halfway, each moved on to the nearest number that there is.
 * @param rank from 1 @param lowest, highest of all the numbers, @param all how many they are
 */
export function selectRank(
  standing: (limit: number) => Standing,
  rank: number,
  [lowest, highest]: readonly [number, number],
  all: number,
): number {
  let [low, high] = [lowest, highest];
  // So many are below `low`, so many at most `high`.
  let [under, upTo] = [0, all];
  for (let round = 0; low < high; round++) {
    const proportion = (rank - under) / (upTo - under);
    const share = [proportion - MARGIN, proportion + MARGIN, 0.5][round % 3] as number;
    const inside = low + (high - low) * Math.max(0, share);
    const { count, below, above } = standing(inside < high ? inside : low);
    if (count >= rank) [high, upTo] = [below, count];
    else [low, under] = [above, count];
  }
  return high;
}
