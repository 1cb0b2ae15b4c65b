import type { Figure } from '../model/figure.ts';
import { plainText } from '../model/rich.ts';
import { type ChartTheme, LIGHT_THEME } from './chart-theme.ts';
import { figureNotes } from './figure-notes.ts';
import { boxBody } from './svg/box-body.ts';
import type { Body, Canvas, Mark } from './svg/canvas.ts';
import { categoryBody } from './svg/category-body.ts';
import { element } from './svg/element.ts';
import { flowBody } from './svg/flow-body.ts';
import { forestBody } from './svg/forest-body.ts';
import { gridBody } from './svg/grid-body.ts';
import { drawHeading, drawNotes } from './svg/heading.ts';
import { pairedBody } from './svg/paired-body.ts';
import { scatterBody } from './svg/scatter-body.ts';
import { stackedBody } from './svg/stacked-body.ts';
import { stepBody } from './svg/step-body.ts';
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

export interface DrawOptions {
  theme?: ChartTheme;
  /** Without title and notes, which then stand around the drawing. */
  isBare?: boolean;
  /** Without turned text. */
  isLevel?: boolean;
}

/**
 * A figure as a self-contained SVG document: no scripts, no outside references, every text escaped.
 * Readable by screen readers through its title and description.
 * @param size in pixels; the height grows where the content of a chart needs more
 */
export function drawFigure(
  figure: Figure,
  size: { width: number; height: number },
  { theme = LIGHT_THEME, isBare = false, isLevel = false }: DrawOptions = {},
): Drawing {
  const canvas: Canvas = { theme, id: `c${hash(JSON.stringify(figure))}`, marks: [], isLevel };
  const inner = size.width - 2 * MARGIN;
  const body = bodyOf(figure, canvas, inner);
  const heading = drawHeading(
    canvas,
    isBare ? { title: '', subtitle: figure.subtitle } : figure,
    body.key,
    MARGIN,
    inner,
  );
  const notes = isBare ? [] : figureNotes(figure).map(plainText);
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
  switch (figure.kind) {
    case 'paired-lines':
      return pairedBody(figure, canvas);
    case 'box':
      return boxBody(figure, canvas, width);
    case 'forest':
      return forestBody(figure, canvas, width);
    case 'stacked-bar':
      return stackedBody(figure, canvas, width);
    case 'step':
      return stepBody(figure, canvas);
    case 'scatter':
      return scatterBody(figure, canvas, width);
    case 'grid':
      return gridBody(figure, canvas, width);
    case 'flow':
      return flowBody(figure, canvas, width);
    default:
      return categoryBody(figure, canvas, width);
  }
}

/** FNV-1a, in base 36. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return value.toString(36);
}
