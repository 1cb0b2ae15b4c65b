import type { Runs } from './runs.ts';
import { type Standing, selectRank } from './select-rank.ts';

/**
 * The median of the means of all pairs of numbers, each with itself as well, exactly and without making
 * the list of them, which grows with n².
 */
export function walshMedian(runs: Runs): number {
  const { values, n } = runs;
  const all = (n * (n + 1)) / 2;
  const bounds = [values[0] as number, values[values.length - 1] as number] as const;
  const standing = (limit: number) => walshStanding(runs, limit);
  const low = selectRank(standing, Math.ceil(all / 2), bounds, all);
  if (all % 2 === 1) return low;
  const { count, above } = standing(low);
  const high = count > all / 2 ? low : above;
  return low + (high - low) * 0.5;
}

function walshStanding({ values, counts, upTo }: Runs, limit: number): Standing {
  let count = 0;
  let below = Number.NEGATIVE_INFINITY;
  let above = Number.POSITIVE_INFINITY;
  let j = values.length - 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    // Beyond j all are too large for this one and every larger one.
    while (j >= i && (value + (values[j] as number)) / 2 > limit) {
      above = Math.min(above, (value + (values[j] as number)) / 2);
      j--;
    }
    if (j < i) {
      above = Math.min(above, value);
      break;
    }
    below = Math.max(below, (value + (values[j] as number)) / 2);
    if (j + 1 < values.length) above = Math.min(above, (value + (values[j + 1] as number)) / 2);
    const mine = counts[i] as number;
    count += mine * ((upTo[j] as number) - (upTo[i] as number)) + (mine * (mine + 1)) / 2;
  }
  return { count, below, above };
}
