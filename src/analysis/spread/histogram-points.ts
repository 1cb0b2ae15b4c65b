import type { FigurePoint } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { ascending, type Numbers } from '../numeric/floats.ts';
import { quantile } from '../numeric/quantile.ts';

const MOST_BARS = 40;

/**
 * Bars of a histogram: whole numbers of a small range get a bar each, others bins of a round width
 * near Freedman and Diaconis's 2 · IQR / n^⅓. A bin holds its lower end, the last one also its upper.
 * Bins of whole numbers have a whole width, so that each holds as many different numbers, and say
 * which: "15 to 19".
 */
export function histogramPoints(values: Numbers): FigurePoint[] {
  const sorted = ascending(values);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) return [];
  const areWhole = sorted.every((value) => Number.isInteger(value));
  if (high - low < 25 && areWhole) return wholeNumbers(sorted, low, high);
  if (low === high) return [{ label: number(low), value: sorted.length }];
  const iqr = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  const wanted = (2 * iqr) / Math.cbrt(sorted.length);
  const width = roundWidth(Math.max(wanted, (high - low) / MOST_BARS), areWhole);
  const start = Math.floor(low / width) * width;
  const last = areWhole ? high + 1 : high;
  const bins = Math.max(1, Math.ceil((last - start) / width));
  const counts = new Array<number>(bins).fill(0);
  for (const value of sorted) {
    const bin = Math.min(bins - 1, Math.floor((value - start) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((n, i) => ({
    label: binLabel(start + i * width, start + (i + 1) * width - (areWhole ? 1 : 0)),
    value: n,
  }));
}

function wholeNumbers(sorted: Float64Array, low: number, high: number): FigurePoint[] {
  return Array.from({ length: high - low + 1 }, (_, i) => ({
    label: number(low + i),
    value: sorted.filter((value) => value === low + i).length,
  }));
}

/** The next of 1, 2, 2.5, 5 times a power of ten; for whole numbers only whole widths. */
function roundWidth(wanted: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  const widths = [1, 2, 2.5, 5, 10].map((factor) => factor * power);
  const fits = (width: number) =>
    width >= wanted * (1 - 1e-9) && (!isWhole || Number.isInteger(width));
  return widths.find(fits) ?? (isWhole ? 1 : 10 * power);
}

function binLabel(low: number, high: number): string {
  return low === high ? number(low) : `${number(low)} to ${number(high)}`;
}

function number(value: number): string {
  return formatNumber(Number(value.toPrecision(10)), 'number');
}
