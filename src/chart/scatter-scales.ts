import type { ReferenceBand, ReferenceLine, ScatterFigure } from '../model/figure.ts';
import { axisScale } from './axis-scale.ts';
import type { Scale } from './nice-scale.ts';

/** The scales of both axes; the same one where both measure the same. */
export function scatterScales(figure: ScatterFigure): { x: Scale; y: Scale } {
  const { x: across, y: up, lines = [], bands = [], fit } = figure;
  const all = figure.series.flatMap(({ points }) => points);
  const xs = [...all.map(({ x }) => x), ...reach('x', lines, bands)];
  const ys = [
    ...all.map(({ y }) => y),
    ...reach('y', lines, bands),
    ...(fit?.points ?? []).flatMap(({ value, low, high }) => [value, low, high]),
  ];
  if (figure.square) {
    const both = axisScale(across, [...xs, ...ys, across.low, across.high]);
    return { x: both, y: both };
  }
  return { x: axisScale(across, xs, 6), y: axisScale(up, ys) };
}

/** Reference lines and bands that stand along an axis belong into its range. */
function reach(
  axis: 'x' | 'y',
  lines: readonly ReferenceLine[],
  bands: readonly ReferenceBand[],
): number[] {
  return [
    ...lines.filter((line) => line.along === axis).map(({ at }) => at),
    ...bands.filter((band) => band.along === axis).flatMap(({ low, high }) => [low, high]),
  ];
}
