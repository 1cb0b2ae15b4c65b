import { formatNumber } from '../../model/format.ts';

/** "95 %" */
export function percentLevel(level: number): string {
  return `${formatNumber(100 * level, 'number')}\u202f%`;
}

/** "3,690" */
export function count(n: number): string {
  return formatNumber(n, 'count');
}

/** How many decimals a lay sentence needs: one, or two for changes below one point. */
export function pointFormat(values: readonly number[]): (value: number) => string {
  const decimals = Math.max(...values.map(Math.abs)) >= 1 ? 1 : 2;
  return (value) => Math.abs(value).toFixed(decimals);
}

/** "*M* = 24.46, *SD* = 5.29" */
export function meanSd({ mean, sd }: { mean: number | null; sd: number | null }): string {
  return `*M* = ${formatNumber(mean, 'mean')}, *SD* = ${formatNumber(sd, 'mean')}`;
}

/** With a capital letter, for the beginning of a title. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
