import type { BoxGroup } from '../model/figure.ts';
import { formatNumber } from '../model/format.ts';
import type { NumberFormat } from '../model/number-format.ts';
import { intervalWords } from './interval-words.ts';

/** "Video (n = 34): median 14, quartiles 11 to 18, whiskers 4 to 27, mean 14.2 [12.9, 15.5]" */
export function boxWords({ label, n, box, mean }: BoxGroup, format: NumberFormat): string {
  const lead = `${label} (n = ${formatNumber(n, 'count')})`;
  if (box === null) return `${lead}: no values`;
  const { low, lower, median, upper, high } = box;
  const [a, b, c, d, e] = [median, lower, upper, low, high].map((value) =>
    formatNumber(value, format),
  );
  const words = `${lead}: median ${a}, quartiles ${b} to ${c}, whiskers ${d} to ${e}`;
  return mean === undefined ? words : `${words}, mean ${intervalWords(mean, format)}`;
}
