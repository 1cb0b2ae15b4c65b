import type { Body, Box } from './canvas.ts';
import { textElement } from './element.ts';

export const NOTHING = 'There is nothing to draw.';

/** Stands where a chart without any value would be. */
export const EMPTY: Body = { key: [], height: 90, draw: nothing };

function nothing(box: Box): string {
  const place = {
    x: box.left + box.width / 2,
    y: box.top + box.height / 2,
    'text-anchor': 'middle',
  };
  return textElement(place, NOTHING);
}
