import type { Figure } from '../model/figure.ts';
import { plainText } from '../model/rich.ts';
import { isCategoryFigure } from './category-figure.ts';
import { type ChartTheme, LIGHT_THEME } from './chart-theme.ts';
import { figureNotes } from './figure-notes.ts';
import type { Body, Canvas, Mark } from './svg/canvas.ts';
import { categoryBody } from './svg/category-body.ts';
import { element } from './svg/element.ts';
import { drawHeading, drawNotes } from './svg/heading.ts';
import { xmlText } from './xml-text.ts';

const MARGIN = 16;
const GAP = 8;
/** The least a chart that takes what height there is can be drawn in. */
const LEAST = 140;

export interface Drawing {
  svg: string;
  width: number;
  height: number;
  /** In reading order. */
  marks: readonly Mark[];
}

/**
 * A figure as a self-contained SVG document: no scripts, no outside references, every text escaped.
 * Readable by screen readers through its title and description.
 * @param size in pixels; the height grows where the content of a chart needs more
 */
export function drawFigure(
  figure: Figure,
  size: { width: number; height: number },
  theme: ChartTheme = LIGHT_THEME,
): Drawing {
  const canvas: Canvas = { theme, id: `c${hash(JSON.stringify(figure))}`, marks: [] };
  const inner = size.width - 2 * MARGIN;
  const body = bodyOf(figure, canvas, inner);
  const heading = drawHeading(canvas, figure, body.key, MARGIN, inner);
  const notes = figureNotes(figure).map(plainText);
  const notesHeight = drawNotes(notes, MARGIN, inner, 0).height;
  const footer = notesHeight > 0 ? notesHeight + 18 : 10;
  const top = heading.height + GAP;
  const height = Math.round(
    body.height === undefined
      ? Math.max(size.height, heading.height + footer + LEAST)
      : top + body.height + footer,
  );
  const drawing = body.draw({ left: MARGIN, top, width: inner, height: height - top - footer });
  const footnotes = drawNotes(notes, MARGIN, inner, height - notesHeight + 2).markup;
  const { id } = canvas;
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: size.width,
      height,
      viewBox: `0 0 ${size.width} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      lang: 'en-GB',
      'font-family': theme.font,
      'font-size': 12,
      fill: theme.text2,
    },
    element('title', { id: `${id}-title` }, xmlText(figure.title)),
    element('desc', { id: `${id}-desc` }, xmlText(figure.alt)),
    element('rect', { width: size.width, height, fill: theme.surface }),
    heading.markup,
    drawing,
    footnotes,
  );
  return { svg, width: size.width, height, marks: canvas.marks };
}

function bodyOf(figure: Figure, canvas: Canvas, width: number): Body {
  if (isCategoryFigure(figure)) return categoryBody(figure, canvas, width);
  return { key: [], height: 0, draw: () => '' };
}

/** FNV-1a, in base 36. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return value.toString(36);
}
