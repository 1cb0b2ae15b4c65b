import type { Bounds } from './quantity.ts';
import { percentLevel, pointFormat } from './words.ts';

/**
 * "2.6 higher in A than in B (95 % CI 1.0 to 4.1)"; where the interval holds zero, "(95 % CI from 0.2
 * lower to 1.4 higher, so no difference is possible too)".
 * @param than what stands after "higher": "in A than in B"
 * @param same what stands after "the same": "in A and B"
 * @param nothing what an interval around zero leaves possible: "difference", "change"
 */
export function differenceWords(
  difference: number,
  [low, high]: Bounds,
  level: number,
  { than, same, nothing = 'difference' }: { than: string; same: string; nothing?: string },
): string {
  const points = pointFormat([difference]);
  const rounded = !/[1-9]/.test(points(difference));
  const size =
    difference === 0
      ? `the same ${same}`
      : rounded
        ? `about the same ${same}`
        : `${points(difference)} ${difference > 0 ? 'higher' : 'lower'} ${than}`;
  if (low === null || high === null) return size;
  const ci = `${percentLevel(level)} CI`;
  if (low >= 0) return `${size} (${ci} ${points(low)} to ${points(high)})`;
  if (high <= 0) return `${size} (${ci} ${points(high)} to ${points(low)})`;
  return `${size} (${ci} from ${points(low)} lower to ${points(high)} higher, so no ${nothing} is possible too)`;
}
