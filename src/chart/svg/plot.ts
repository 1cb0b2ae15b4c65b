import type { CategoryFigure } from '../../model/figure.ts';
import type { Category } from '../categories.ts';
import { seriesColour } from '../chart-theme.ts';
import type { Scale } from '../nice-scale.ts';
import type { Canvas } from './canvas.ts';
import { type Attributes, element } from './element.ts';

/** What charts of categories are drawn from. */
export interface Plot extends Canvas {
  figure: CategoryFigure;
  categories: readonly Category[];
  scale: Scale;
}

export const LABEL = 12;
export const LINE = 15;

/** The fill of a bar: plain, or hatched for a part period. */
export function barPaint(plot: Plot, series: number, hatched: boolean) {
  const colour = seriesColour(plot.theme, series);
  return hatched
    ? { fill: `url(#${plot.id}-${series})`, stroke: colour, 'stroke-width': 1 }
    : { fill: colour };
}

/** The hatch patterns that bars refer to: one a series, and one for values that are not shown. */
export function hatchPatterns(plot: Plot): string {
  const colours = plot.figure.series.map((_, i) => seriesColour(plot.theme, i));
  const patterns = colours.map((colour, i) =>
    hatch(`${plot.id}-${i}`, colour, plot.theme.surface, 3),
  );
  const none = hatch(`${plot.id}-none`, plot.theme.axis, plot.theme.surface, 1.4);
  return element('defs', {}, ...patterns, none);
}

export function hatch(id: string, colour: string, ground: string, width: number): string {
  return element(
    'pattern',
    { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('rect', { width: 6, height: 6, fill: ground }),
    element('line', {
      x1: width / 2,
      x2: width / 2,
      y1: 0,
      y2: 6,
      stroke: colour,
      'stroke-width': width,
    }),
  );
}

/** Text that is read as a number. */
export function strong({ theme }: Pick<Canvas, 'theme'>): Attributes {
  return { 'font-weight': 600, fill: theme.text };
}

/** Text that is read as a name. */
export function dark({ theme }: Pick<Canvas, 'theme'>): Attributes {
  return { fill: theme.text };
}
