import { parseRich } from '../../model/rich.ts';
import { xmlText } from '../xml-text.ts';
import { type Attributes, element } from './element.ts';

/** How far a subscript stands below the line. */
const DROP = 3;

/** A line of text with its italics and subscripts: "*d*~av~ [95 % CI]". */
export function richElement(attributes: Attributes, markup: string): string {
  let isDown = false;
  const runs = parseRich(markup).map(({ text, italic, bold, subscript }) => {
    const dy = subscript === isDown ? undefined : subscript ? DROP : -DROP;
    isDown = subscript;
    return element(
      'tspan',
      {
        dy,
        'font-style': italic ? 'italic' : undefined,
        'font-weight': bold ? 600 : undefined,
        'font-size': subscript ? 9 : undefined,
      },
      xmlText(text),
    );
  });
  return element('text', attributes, ...runs);
}
