import { textWidth } from '../text-width.ts';
import { shorten, wrapText } from '../wrap-text.ts';
import type { Box, Canvas } from './canvas.ts';
import { type Attributes, textElement, textLines } from './element.ts';
import { dark, LABEL, LINE } from './plot.ts';

export interface LabelColumn {
  width: number;
  rows: readonly LabelRow[];
  height: number;
}

export interface LabelRow {
  name: readonly string[];
  quiet: readonly string[];
  height: number;
}

/**
 * Names at the left of rows, broken into at most three lines.
 * @param most the widest the column may be
 * @param least the height of a row with a short name
 */
export function labelColumn(
  labels: readonly { name: string; quiet?: string }[],
  most: number,
  least: number,
): LabelColumn {
  const texts = labels.flatMap(({ name, quiet = '' }) => [name, quiet]);
  const width = Math.min(Math.max(0, ...texts.map((text) => textWidth(text, LABEL))) + 2, most);
  const rows = labels.map(({ name, quiet }) => {
    const lines = wrapText(name, width, LABEL, 3);
    const below = quiet === undefined ? [] : wrapText(quiet, width, LABEL, 1);
    return {
      name: lines,
      quiet: below,
      height: Math.max(least, (lines.length + below.length) * LINE + 6),
    };
  });
  return { width, rows, height: rows.reduce((sum, { height }) => sum + height, 0) };
}

/** What the heading above the names takes. */
export function rowHeadingRoom(title: string): number {
  return title === '' ? 4 : 20;
}

/** What the names are names of, above them. */
export function rowHeading(box: Box, title: string, { width }: LabelColumn, right: number): string {
  const room = Math.max(width, right - box.left);
  return textElement(
    { x: right, y: box.top + 11, 'text-anchor': 'end' },
    shorten(title, room, LABEL),
  );
}

/** The name of a row around its middle, ending at the right. */
export function rowLabel(canvas: Canvas, row: LabelRow, right: number, middle: number): string {
  return label(canvas, row, { x: right, 'text-anchor': 'end' }, middle);
}

/** The name of a row around its middle, starting at the left. */
export function rowName(canvas: Canvas, row: LabelRow, left: number, middle: number): string {
  return label(canvas, row, { x: left }, middle);
}

function label(canvas: Canvas, row: LabelRow, place: Attributes, middle: number): string {
  const count = row.name.length + row.quiet.length;
  const y = middle - ((count - 1) * LINE) / 2 + 4;
  return (
    textLines({ ...place, y, ...dark(canvas) }, row.name, LINE) +
    textLines({ ...place, y: y + row.name.length * LINE }, row.quiet, LINE)
  );
}
