import type { CategoryFigure } from '../model/figure.ts';
import { formatNumber } from '../model/format.ts';
import type { NumberFormat } from '../model/number-format.ts';
import { axisScale } from './axis-scale.ts';
import type { Scale } from './nice-scale.ts';

/** Bars are read by their length: they always start at zero. */
export function hasBars(figure: CategoryFigure): boolean {
  return figure.kind === 'bar' || figure.kind === 'grouped-bar' || figure.kind === 'histogram';
}

/** The value axis of a figure. */
export function valueScale(figure: CategoryFigure): Scale {
  const values = figure.series.flatMap(({ points }) =>
    points.flatMap(({ value, low, high }) => [value, low, high]),
  );
  return axisScale({ ...figure.y, zero: hasBars(figure) || figure.y.zero }, values);
}

/** A tick's label: as many decimals as the step needs, and the unit of the format. */
export function tickLabel(value: number, step: number, format: NumberFormat): string {
  const decimals = stepDecimals(step);
  const whole = formatNumber(Math.trunc(Math.abs(value)), 'count');
  const fraction = decimals > 0 ? Math.abs(value).toFixed(decimals).replace(/^\d+/, '') : '';
  const unit = format === 'percent0' || format === 'percent1' ? '\u202f%' : '';
  return `${value < 0 ? '−' : ''}${whole}${fraction}${unit}`;
}

/** How many decimals the ticks of a step need. */
export function stepDecimals(step: number): number {
  const power = Math.floor(Math.log10(step) + 1e-9);
  return Math.max(0, Math.min(6, (isQuarter(step) ? 1 : 0) - power));
}

function isQuarter(step: number): boolean {
  const digits = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
  return Math.abs(digits - 2.5) < 1e-6;
}
