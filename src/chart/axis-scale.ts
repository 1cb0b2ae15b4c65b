import type { ValueAxis } from '../model/figure.ts';
import { limitedScale, niceScale, type Scale } from './nice-scale.ts';

/** The scale of an axis: the given limits where the data keep to them, round numbers otherwise. */
export function axisScale(
  axis: Pick<ValueAxis, 'format' | 'zero' | 'low' | 'high'>,
  values: readonly (number | null | undefined)[],
  wanted = 5,
): Scale {
  const whole = axis.format === 'count' || axis.format === 'days';
  let low = axis.zero ? 0 : Number.POSITIVE_INFINITY;
  let high = axis.zero ? 0 : Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (typeof value !== 'number' || !Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const { low: lowLimit, high: highLimit } = axis;
  if (lowLimit !== undefined && highLimit !== undefined && lowLimit < highLimit) {
    if (low > high || (lowLimit <= low && highLimit >= high)) {
      return limitedScale(lowLimit, highLimit, whole);
    }
  }
  if (low > high) [low, high] = [0, 0];
  if (lowLimit !== undefined) low = Math.min(low, lowLimit);
  if (highLimit !== undefined) high = Math.max(high, highLimit);
  return niceScale(low, high, whole, wanted);
}
