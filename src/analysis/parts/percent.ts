import { formatNumber } from '../../model/format.ts';
import type { NumberFormat } from '../../model/number-format.ts';
import type { Cell } from '../../model/result.ts';

/** Percentages of fewer than 100 are whole, others have one decimal (SAMPL guidelines). */
export function percentFormat(base: number): NumberFormat {
  return base < 100 ? 'percent0' : 'percent1';
}

/** Share in percent; null when there is nothing to be a share of. */
export function percentOf(n: number, base: number): number | null {
  return base > 0 ? (100 * n) / base : null;
}

/** "60.0 %" with the decimals that its base allows, or the smallest base of a table. */
export function percentText(n: number, base: number, smallest = base): string {
  return formatNumber(percentOf(n, base), percentFormat(smallest));
}

/** A percentage under a header that says "%": "60.0". */
export function percentCell(n: number, base: number, smallest = base): Cell {
  const value = percentOf(n, base);
  if (value === null) return { value, text: '–' };
  return { value, text: value.toFixed(smallest < 100 ? 0 : 1) };
}

/** "171 (60.0)", for a header that says "n (%)". */
export function countPercentCell(n: number, base: number, smallest = base): Cell {
  const count = formatNumber(n, 'count');
  return { value: n, text: base > 0 ? `${count} (${percentCell(n, base, smallest).text})` : count };
}

/** "171 of 285 people (60.0 %)"; without a unit "171 of 285 (60.0 %)". */
export function shareWords(n: number, base: number, unit: string, smallest = base): string {
  const counts = `${formatNumber(n, 'count')} of ${formatNumber(base, 'count')}`;
  const words = unit === '' ? counts : `${counts} ${unit}`;
  return base > 0 ? `${words} (${percentText(n, base, smallest)})` : words;
}
