import type { ForestFigure } from '../model/figure.ts';
import { axisScale } from './axis-scale.ts';
import { logScale } from './log-scale.ts';
import type { Scale } from './nice-scale.ts';

/**
 * The axis of a forest: values, intervals and the reference, on a log axis for ratios. Limits that are given hold:
 * intervals that reach beyond end with an arrow.
 */
export function forestScale(
  { x: axis, rows, reference }: ForestFigure,
  from: number,
  to: number,
): { scale: Scale; place: (value: number) => number } {
  const within = (value: number | null | undefined) =>
    typeof value === 'number' &&
    value >= (axis.low ?? Number.NEGATIVE_INFINITY) &&
    value <= (axis.high ?? Number.POSITIVE_INFINITY);
  const values = [
    reference.at,
    ...rows.flatMap(({ value, low, high }) => [value, low, high]).filter(within),
  ];
  const scale = axis.log
    ? logScale(values.filter((value) => value !== null && value !== undefined))
    : axisScale(axis, values);
  const { low, high } = scale;
  return {
    scale,
    place: (value) =>
      from + (((axis.log ? Math.log10(value) : value) - low) / (high - low)) * (to - from),
  };
}
