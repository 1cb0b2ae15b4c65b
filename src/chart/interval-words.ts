import { formatBounds, formatNumber } from '../model/format.ts';
import type { NumberFormat } from '../model/number-format.ts';

/** "2.58 [1.04, 4.13]" */
export function intervalWords(
  { value, low, high }: { value: number; low?: number | undefined; high?: number | undefined },
  format: NumberFormat,
): string {
  const written = formatNumber(value, format);
  return low === undefined || high === undefined
    ? written
    : `${written} ${formatBounds(low, high, format)}`;
}
