import type { FigurePoint } from '../../model/figure.ts';
import { type ChartTheme, seriesColour } from '../chart-theme.ts';
import type { Canvas } from './canvas.ts';
import { type Attributes, element, textElement } from './element.ts';

/** Both ends of a point's interval; null when it has none. */
export function intervalOf(point: FigurePoint): { low: number; high: number } | null {
  const { low, high } = point;
  return low !== undefined && high !== undefined ? { low, high } : null;
}

/** A marker of the series: another shape for each, so that colour never speaks alone. */
export function marker(
  theme: ChartTheme,
  series: number,
  x: number,
  y: number,
  hollow: boolean,
): string {
  const colour = seriesColour(theme, series);
  const paint = { fill: hollow ? theme.surface : colour, stroke: colour, 'stroke-width': 1.6 };
  switch (series % 4) {
    case 1:
      return element('rect', { x: x - 4, y: y - 4, width: 8, height: 8, ...paint });
    case 2:
      return element('path', { d: `M${x} ${y - 5.5}l5.5 5.5-5.5 5.5-5.5-5.5z`, ...paint });
    case 3:
      return element('path', { d: `M${x} ${y - 5}l5.2 9h-10.4z`, ...paint });
    default:
      return element('circle', { cx: x, cy: y, r: 4.5, ...paint });
  }
}

/** An upright interval with end caps. */
export function whisker({ theme }: Canvas, x: number, y1: number, y2: number): string {
  return thinPath(theme, upright(x, y1, y2));
}

/** A lying interval with end caps. */
export function lyingWhisker({ theme }: Canvas, y: number, x1: number, x2: number): string {
  return thinPath(
    theme,
    `M${r(x1)} ${r(y)}H${r(x2)}M${r(x1)} ${r(y - 5)}v10M${r(x2)} ${r(y - 5)}v10`,
  );
}

/** The path of an upright interval with end caps. */
export function upright(x: number, y1: number, y2: number): string {
  return `M${r(x)} ${r(y1)}V${r(y2)}M${r(x - 5)} ${r(y1)}h10M${r(x - 5)} ${r(y2)}h10`;
}

/** Straight lines through values at 0, 1, …, broken where one is missing. */
export function pathOf(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let pen = false;
  return values
    .map((value, i) => {
      const step = value === null ? '' : `${pen ? 'L' : 'M'}${r(x(i))} ${r(y(value))}`;
      pen = value !== null;
      return step;
    })
    .join('');
}

/** Text that stays readable over marks. */
export function haloed({ theme }: Canvas, attributes: Attributes, text: string): string {
  const halo = {
    stroke: theme.surface,
    'stroke-width': 4,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  };
  return textElement({ ...attributes, ...halo }, text);
}

/** A number of a path: a tenth of a pixel is enough. */
export function r(value: number): number {
  return Math.round(value * 10) / 10;
}

function thinPath(theme: ChartTheme, d: string): string {
  return element('path', { d, stroke: theme.text, 'stroke-width': 1.3, fill: 'none' });
}
