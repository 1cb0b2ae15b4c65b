import { AlignmentType, Paragraph, TextRun } from 'docx';
import {
  type IShapeGroupChildOptions,
  type ShapeFill,
  ShapeGroupRun,
  type ShapeLine,
} from 'docx/shapes';
import { LIGHT_THEME } from '../../chart/chart-theme.ts';
import { drawFigure } from '../../chart/draw-figure.ts';
import { textWidth } from '../../chart/text-width.ts';
import { xmlSafe } from '../../chart/xml-text.ts';
import type { Figure } from '../../model/figure.ts';
import { FONT } from './page.ts';
import { absolutePath } from './path-extent.ts';
import { type DrawnElement, svgElements } from './svg-elements.ts';

/** Pixels: the text width of the page. */
const WIDTH = 626;
const HEIGHT = 330;
const POINTS = 0.75;
/** Ascent of Arial, and the height of a box for a line with room to spare: a box cuts off what does not fit. */
const ASCENT = 0.905;
const BOX_HEIGHT = 1.5;

type Attributes = DrawnElement['attributes'];

/** A figure as a drawing of Word's own shapes, for kinds of charts that Word has not. Every line and text can be edited. */
export function figureShapes(figure: Figure): ShapeGroupRun {
  const { svg, width, height } = drawFigure(
    figure,
    { width: WIDTH, height: HEIGHT },
    { theme: LIGHT_THEME, isBare: true, isLevel: true },
  );
  return new ShapeGroupRun({
    children: svgElements(svg).flatMap(shapesOf),
    transformation: { width, height },
    altText: {
      name: xmlSafe(figure.title),
      title: xmlSafe(figure.title),
      description: xmlSafe(figure.alt),
    },
  });
}

function shapesOf(element: DrawnElement): IShapeGroupChildOptions[] {
  const { name, attributes } = element;
  const number = (key: string) => Number(attributes[key] ?? 0);
  switch (name) {
    case 'rect': {
      const place = { left: number('x'), top: number('y') };
      const size = { width: number('width'), height: number('height') };
      return [
        { type: 'rectangle', transformation: { offset: place, ...size }, ...paint(attributes) },
      ];
    }
    case 'circle': {
      const r = number('r');
      const place = { left: number('cx') - r, top: number('cy') - r };
      const size = { width: 2 * r, height: 2 * r };
      return [
        { type: 'ellipse', transformation: { offset: place, ...size }, ...paint(attributes) },
      ];
    }
    case 'line':
      return path(`M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`, {
        ...attributes,
        fill: 'none',
      });
    case 'path':
      return path(attributes.d ?? '', attributes);
    case 'text':
      return [textBox(element)];
    default:
      return [];
  }
}

/** A path that is only a lying or upright line has no height or no width to be scaled in. */
const THIN = 0.5;

function path(d: string, attributes: Attributes): IShapeGroupChildOptions[] {
  const { d: absolute, extent } = absolutePath(d);
  const { left, top, right, bottom } = extent;
  if (!Number.isFinite(left)) return [];
  const [width, height] = [right - left, bottom - top];
  const offset = { left, top };
  if (width < THIN || height < THIN) {
    const transformation = { offset, width: Math.max(width, 0), height: Math.max(height, 0) };
    return [{ type: 'line', transformation, ...paint({ ...attributes, fill: 'none' }) }];
  }
  return [
    {
      type: 'custom',
      path: absolute,
      transformation: { offset, width, height },
      ...paint(attributes),
    },
  ];
}

function paint(attributes: Attributes): { fill?: ShapeFill; line: ShapeLine } {
  const { fill, stroke } = attributes;
  const opacity = (key: string) => Math.round(100 * (1 - Number(attributes[key] ?? 1)));
  const width = Number(attributes['stroke-width'] ?? 1);
  const dashes = (attributes['stroke-dasharray'] ?? '').split(' ').filter(Boolean).map(Number);
  const line: ShapeLine =
    stroke === undefined || stroke === 'none'
      ? { width: 0, transparency: 100 }
      : {
          color: hex(stroke),
          width: width * POINTS,
          transparency: opacity('stroke-opacity'),
          join: 'miter',
          ...(dashes.length > 1 ? { dash: dashPairs(dashes, width) } : {}),
        };
  if (fill === undefined || fill === 'none') return { line };
  if (fill.startsWith('url(')) {
    const { axis, surface } = LIGHT_THEME;
    return {
      fill: {
        type: 'pattern',
        pattern: 'wideUpwardDiagonal',
        color: hex(axis),
        backgroundColor: hex(surface),
      },
      line,
    };
  }
  return { fill: { color: hex(fill), transparency: opacity('fill-opacity') }, line };
}

/** Word measures dashes in widths of their line. */
function dashPairs(dashes: readonly number[], width: number): { length: number; gap: number }[] {
  return dashes.flatMap((length, i) =>
    i % 2 === 0 ? [{ length: length / width, gap: (dashes[i + 1] ?? length) / width }] : [],
  );
}

/** A line of text in a box of its own without margins, its baseline where the drawing has it. */
function textBox({ attributes, runs }: DrawnElement): IShapeGroupChildOptions {
  const size = Number(attributes['font-size'] ?? 12);
  const whole = runs.map(({ text }) => text).join('');
  const bold = attributes['font-weight'] === '600';
  const width = textWidth(whole, size) * (bold ? 1.08 : 1) + 4;
  const height = size * BOX_HEIGHT;
  const anchor = attributes['text-anchor'] ?? 'start';
  const x = Number(attributes.x ?? 0);
  const y = Number(attributes.y ?? 0);
  const shift = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
  const transformation = { offset: { left: x - shift, top: y - size * ASCENT }, width, height };
  const paragraph = new Paragraph({
    alignment: ALIGNMENT[anchor] ?? AlignmentType.LEFT,
    spacing: { before: 0, after: 0, line: 240 },
    children: runs.map(({ text, attributes: own }) => {
      const isSmall = Number(own['font-size'] ?? size) < size;
      return new TextRun({
        text: xmlSafe(text),
        font: FONT,
        size: `${size * POINTS}pt`,
        color: hex(attributes.fill ?? LIGHT_THEME.text),
        bold: bold || own['font-weight'] === '600',
        italics: own['font-style'] === 'italic',
        subScript: isSmall,
      });
    }),
  });
  return {
    type: 'rectangle',
    transformation,
    line: { width: 0, transparency: 100 },
    children: [paragraph],
    textOptions: {
      verticalAlignment: 'top',
      wrap: false,
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
    },
  };
}

const ALIGNMENT: Readonly<Record<string, (typeof AlignmentType)[keyof typeof AlignmentType]>> = {
  start: AlignmentType.LEFT,
  middle: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
};

function hex(colour: string): string {
  return colour.replace('#', '').toUpperCase();
}
