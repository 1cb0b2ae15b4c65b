import type { Figure } from '../model/result.ts';
import { plainText } from '../model/rich.ts';
import { categoriesOf } from './categories.ts';
import { LIGHT_THEME } from './chart-theme.ts';
import { figureNotes } from './figure-notes.ts';
import { standsInRows } from './orientation.ts';
import { drawColumns } from './svg/columns.ts';
import { element } from './svg/element.ts';
import { drawHeading, drawNotes } from './svg/heading.ts';
import { hatchPatterns, type Plot } from './svg/plot.ts';
import { rowLayout } from './svg/row-layout.ts';
import { drawRows, ROW_AXIS, ROW_HEADING } from './svg/rows.ts';
import { valueScale } from './value-scale.ts';
import { xmlText } from './xml-text.ts';

const MARGIN = 16;

/**
 * A figure as a self-contained SVG document in the light theme: no scripts, no outside references,
 * every text escaped. Readable by screen readers through its title and description.
 * @param size in pixels; the height grows where the categories of a chart in rows need more
 */
export function figureToSvg(figure: Figure, size = { width: 720, height: 400 }): string {
  const theme = LIGHT_THEME;
  const id = `c${hash(JSON.stringify(figure))}`;
  const categories = categoriesOf(figure);
  const plot: Plot = { figure, categories, scale: valueScale(figure), theme, id };
  const inner = size.width - 2 * MARGIN;
  const heading = drawHeading(plot, MARGIN, inner);
  const notes = figureNotes(figure).map(plainText);
  const notesHeight = drawNotes(notes, MARGIN, inner, 0).height;
  const footer = notesHeight > 0 ? notesHeight + 18 : 10;
  const rows = standsInRows(figure, inner - 70) ? rowLayout(figure, categories, inner) : null;
  const height = rows
    ? heading.height + 8 + rows.height + ROW_HEADING + ROW_AXIS + footer
    : Math.max(size.height, heading.height + footer + 140);
  const box = {
    left: MARGIN,
    top: heading.height + 8,
    width: inner,
    height: height - heading.height - 8 - footer,
  };
  const drawing = rows ? drawRows(plot, box, rows) : drawColumns(plot, box);
  const footnotes = drawNotes(notes, MARGIN, inner, height - notesHeight + 2).markup;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: size.width,
      height,
      viewBox: `0 0 ${size.width} ${Math.round(height * 100) / 100}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      lang: 'en-GB',
      'font-family': theme.font,
      'font-size': 12,
      fill: theme.text2,
    },
    element('title', { id: `${id}-title` }, xmlText(figure.title)),
    element('desc', { id: `${id}-desc` }, xmlText(figure.alt)),
    hatchPatterns(plot),
    element('rect', { width: size.width, height, fill: theme.surface }),
    heading.markup,
    drawing,
    footnotes,
  );
}

/** FNV-1a, in base 36. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return value.toString(36);
}
