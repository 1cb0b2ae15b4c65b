import { firstWhere } from './first-where.ts';
import type { Runs } from './runs.ts';

export interface SignedRankSums {
  /** Of the numbers that differ from the shift. */
  n: number;
  /** The sum of the ranks of those above it. */
  plus: number;
  /** How many are above it. */
  above: number;
  /** Σ (t³ − t) over the groups of equal distances. */
  tieTerm: number;
}

/**
 * Ranks the distances of sorted numbers from `shift`, ties by their mean rank: one walk outwards from it,
 * to both sides in turn. Distances no further apart than `tolerance` count as equal.
 */
export function signedRankSums(runs: Runs, shift: number, tolerance: number): SignedRankSums {
  const { values, counts } = runs;
  const size = values.length;
  let up = firstWhere(0, size, (i) => (values[i] as number) > shift);
  let down = up - 1;
  while (down >= 0 && values[down] === shift) down--;
  let [n, plus, above, tieTerm] = [0, 0, 0, 0];
  let last = Number.NEGATIVE_INFINITY;
  // Of the group that is under way.
  let [all, mine] = [0, 0];
  while (down >= 0 || up < size) {
    const below = down >= 0 ? shift - (values[down] as number) : Number.POSITIVE_INFINITY;
    const beyond = up < size ? (values[up] as number) - shift : Number.POSITIVE_INFINITY;
    const distance = Math.min(below, beyond);
    if (distance - last > tolerance) {
      plus += mine * (n - all + (all + 1) / 2);
      if (all > 1) tieTerm += all * all * all - all;
      all = 0;
      mine = 0;
    }
    last = distance;
    const isAbove = beyond <= below;
    const count = (isAbove ? counts[up++] : counts[down--]) as number;
    n += count;
    all += count;
    if (isAbove) {
      mine += count;
      above += count;
    }
  }
  plus += mine * (n - all + (all + 1) / 2);
  if (all > 1) tieTerm += all * all * all - all;
  return { n, plus, above, tieTerm };
}
