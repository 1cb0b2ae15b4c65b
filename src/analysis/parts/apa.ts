import { formatInterval, formatNumber, formatP } from '../../model/format.ts';
import type { NumberFormat } from '../../model/number-format.ts';
import { interval } from './estimate.ts';
import type { Bounds } from './quantity.ts';

/** "*t*(11) = 3.68, *p* = .004"; degrees of freedom whole or with two decimals. */
export function apaTest(
  symbol: string,
  df: readonly (number | null)[],
  value: number | null,
  p: number | null,
): string {
  const brackets = df.length > 0 ? `(${df.map(apaDf).join(', ')})` : '';
  const test = `${symbol}${brackets} = ${formatNumber(value, 'statistic')}`;
  return p === null ? test : `${test}, ${formatP(p)}`;
}

export function apaDf(df: number | null): string {
  return formatNumber(df, df !== null && Number.isInteger(df) ? 'count' : 'statistic');
}

/** "*d* = 0.46, 95 % CI [0.21, 0.70]" */
export function apaValue(
  symbol: string,
  value: number | null,
  format: NumberFormat,
  ci: Bounds | null = null,
  level = 0.95,
): string {
  return apaList(`${symbol} = ${formatNumber(value, format)}`, apaInterval(ci, format, level));
}

/** "95 % CI [0.21, 0.70]"; empty without bounds. */
export function apaInterval(ci: Bounds | null, format: NumberFormat, level: number): string {
  const bounds = interval(level, ci, '');
  return bounds ? formatInterval(bounds, format) : '';
}

/** Parts that are there, with commas. */
export function apaList(...parts: readonly (string | null | false)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(', ');
}
