import { formatNumber } from '../../../../src/model/format.ts';

/** A round number for an axis: 800, 12k, 1.5m. */
export function compactNumber(value: number): string {
  if (Math.abs(value) >= 1_000_000) return `${formatNumber(value / 1_000_000, 'number')}m`;
  if (Math.abs(value) >= 10_000) return `${formatNumber(value / 1_000, 'number')}k`;
  return formatNumber(value, 'number');
}
