import type { Canvas } from './canvas.ts';
import { element } from './element.ts';
import { hatch } from './plot.ts';

/** What values that are not shown are filled with: `url(#<id>-none)`. */
export function withheldPattern({ theme, id }: Canvas): string {
  return element('defs', {}, hatch(`${id}-none`, theme.axis, theme.surface, 1.4));
}
