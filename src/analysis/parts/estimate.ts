import type { NumberFormat } from '../../model/number-format.ts';
import type { Estimate } from '../../model/result.ts';

/** An estimate that never holds NaN or Infinity: what is not defined is null with a reason. */
export function estimate(
  key: string,
  label: string,
  symbol: string,
  value: number | null,
  format: NumberFormat,
  more: { ci?: Estimate['ci'] | null; refused?: string } = {},
): Estimate {
  const given = value !== null && Number.isFinite(value);
  return {
    key,
    label,
    symbol,
    value: given ? value : null,
    format,
    ...(given && more.ci ? { ci: more.ci } : {}),
    ...(given ? {} : { refused: more.refused ?? 'not defined for these values' }),
  };
}

/** A confidence interval, when both bounds are numbers. */
export function interval(
  level: number,
  bounds: readonly [number | null, number | null] | null,
  method: string,
): Estimate['ci'] | null {
  const [low, high] = bounds ?? [null, null];
  if (low === null || high === null || !Number.isFinite(low) || !Number.isFinite(high)) return null;
  return { level, low, high, method };
}
