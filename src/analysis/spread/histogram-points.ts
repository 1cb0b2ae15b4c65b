import { formatNumber } from '../../model/format.ts';
import type { FigurePoint } from '../../model/result.ts';
import { quantile } from '../numeric/quantile.ts';

const MOST_BARS = 40;

/**
 * Bars of a histogram: whole numbers of a small range get a bar each, others bins of a round width
 * near Freedman and Diaconis's 2 · IQR / n^⅓. A bin holds its lower end, the last one also its upper.
 */
export function histogramPoints(values: readonly number[]): FigurePoint[] {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) return [];
  if (high - low < 25 && sorted.every(Number.isInteger)) return wholeNumbers(sorted, low, high);
  if (low === high) return [{ label: number(low), value: sorted.length }];
  const iqr = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  const wanted = (2 * iqr) / Math.cbrt(sorted.length);
  const width = roundWidth(Math.max(wanted, (high - low) / MOST_BARS));
  const start = Math.floor(low / width) * width;
  const bins = Math.max(1, Math.ceil((high - start) / width));
  const counts = new Array<number>(bins).fill(0);
  for (const value of sorted) {
    const bin = Math.min(bins - 1, Math.floor((value - start) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((n, i) => ({
    label: `${number(start + i * width)} to ${number(start + (i + 1) * width)}`,
    value: n,
  }));
}

function wholeNumbers(sorted: readonly number[], low: number, high: number): FigurePoint[] {
  return Array.from({ length: high - low + 1 }, (_, i) => ({
    label: number(low + i),
    value: sorted.filter((value) => value === low + i).length,
  }));
}

/** The next of 1, 2, 2.5, 5 times a power of ten. */
function roundWidth(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= wanted * (1 - 1e-9)) ?? 10;
  return step * power;
}

function number(value: number): string {
  return formatNumber(Number(value.toPrecision(10)), 'number');
}
