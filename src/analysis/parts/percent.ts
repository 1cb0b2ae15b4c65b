import { formatNumber } from '../../model/format.ts';
import type { Cell, NumberFormat } from '../../model/result.ts';

/** Percentages of fewer than 100 are whole, others have one decimal (SAMPL guidelines). */
export function percentFormat(base: number): NumberFormat {
  return base < 100 ? 'percent0' : 'percent1';
}

/** Share in percent; null when there is nothing to be a share of. */
export function percentOf(n: number, base: number): number | null {
  return base > 0 ? (100 * n) / base : null;
}

/** "60.0 %" with the decimals that its base allows. */
export function percentText(n: number, base: number): string {
  return formatNumber(percentOf(n, base), percentFormat(base));
}

/** A percentage under a header that says "%": "60.0". */
export function percentCell(n: number, base: number): Cell {
  const value = percentOf(n, base);
  if (value === null) return { value, text: '–' };
  return { value, text: value.toFixed(base < 100 ? 0 : 1) };
}

/** "171 (60.0)", for a header that says "n (%)". */
export function countPercentCell(n: number, base: number): Cell {
  const count = formatNumber(n, 'count');
  return { value: n, text: base > 0 ? `${count} (${percentCell(n, base).text})` : count };
}

/** "171 of 285 people (60.0 %)" */
export function shareWords(n: number, base: number, unit: string): string {
  const counts = `${formatNumber(n, 'count')} of ${formatNumber(base, 'count')} ${unit}`;
  return base > 0 ? `${counts} (${percentText(n, base)})` : counts;
}
