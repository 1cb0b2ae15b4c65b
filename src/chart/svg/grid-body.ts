import type { GridFigure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { amountShade, inkOn, signedShade } from '../shade.ts';
import { textWidth } from '../text-width.ts';
import { shorten, wrapText } from '../wrap-text.ts';
import type { Body, Box, Canvas } from './canvas.ts';
import { element, textElement, textLines } from './element.ts';
import { type LabelColumn, labelColumn, rowLabel } from './label-column.ts';
import { EMPTY } from './nothing.ts';
import { dark, LABEL, LINE } from './plot.ts';
import { withheldPattern } from './withheld-pattern.ts';

const ROW = 40;
const WIDEST = 120;

interface Shading {
  /** What the full shade stands for. */
  most: number;
  /** Numbers stand in the cells: all of them fit. */
  isWritten: boolean;
}

/** A shaded table: the number stands in each cell, the shade says how large it is. */
export function gridBody(figure: GridFigure, canvas: Canvas, width: number): Body {
  const columns = figure.x.labels.length;
  if (columns === 0 || figure.y.labels.length === 0) return EMPTY;
  const labels = labelColumn(
    figure.y.labels.map((name) => ({ name })),
    width * 0.3,
    ROW,
  );
  const title = Math.min(width * 0.3, textWidth(figure.y.title, LABEL));
  const side = Math.max(labels.width, title) + 14;
  const cell = Math.min(WIDEST, (width - side) / columns);
  const heads = figure.x.labels.map((label) =>
    wrapText(label, cell - 4, LABEL, 3).map((line) => shorten(line, cell - 4, LABEL)),
  );
  const head = LINE + 8 + Math.max(...heads.map(({ length }) => length)) * LINE + 4;
  const { diagonal, signed } = figure;
  return {
    key:
      diagonal === undefined
        ? []
        : [
            {
              name: diagonal,
              sign: (x, y) =>
                element('rect', { x: x - 5, y: y - 5, width: 10, height: 10, ...outline(canvas) }),
            },
          ],
    height: head + labels.height + 10,
    draw: (box) => {
      const values = figure.cells.flat().filter((value) => value !== null);
      const most = signed ? 1 : Math.max(0, ...values);
      const widest = Math.max(
        0,
        ...values.map((v) => textWidth(formatNumber(v, figure.format), LABEL)),
      );
      const isWritten = widest <= cell - 4;
      const left = box.left + side;
      const middle = left + (cell * columns) / 2;
      const titles =
        textElement(
          { x: middle, y: box.top + 10, 'text-anchor': 'middle' },
          shorten(figure.x.title, cell * columns + 60, LABEL),
        ) +
        textElement(
          { x: left - 14, y: box.top + head - 8, 'text-anchor': 'end' },
          shorten(figure.y.title, side - 14, LABEL),
        );
      const names = heads.map((lines, c) =>
        textLines(
          {
            x: left + cell * (c + 0.5),
            y: box.top + head - 8 - (lines.length - 1) * LINE,
            'text-anchor': 'middle',
            ...dark(canvas),
          },
          lines,
          LINE,
        ),
      );
      return (
        withheldPattern(canvas) +
        titles +
        names.join('') +
        drawRows(figure, canvas, labels, { ...box, left, top: box.top + head }, cell, {
          most,
          isWritten,
        })
      );
    },
  };
}

function drawRows(
  figure: GridFigure,
  canvas: Canvas,
  labels: LabelColumn,
  box: Box,
  cell: number,
  shading: Shading,
): string {
  let top = box.top;
  const rows = labels.rows.map((row, y) => {
    const middle = top + row.height / 2;
    const cells = figure.x.labels.map((label, x) => {
      const value = figure.cells[y]?.[x] ?? null;
      const place = { left: box.left + cell * x, top, width: cell, height: row.height };
      const written = value === null ? 'not shown' : formatNumber(value, figure.format);
      canvas.marks.push({
        ...place,
        text: `${figure.y.title} ${figure.y.labels[y] ?? ''}, ${figure.x.title} ${label}: ${written}`,
      });
      return drawCell(figure, canvas, place, value, shading);
    });
    top += row.height;
    return rowLabel(canvas, row, box.left - 14, middle) + cells.join('');
  });
  return rows.join('') + (figure.diagonal === undefined ? '' : frames(canvas, labels, box, cell));
}

function drawCell(
  { format, signed }: GridFigure,
  canvas: Canvas,
  { left, top, width, height }: Box,
  value: number | null,
  { most, isWritten }: Shading,
): string {
  const { theme } = canvas;
  const share = value === null || most === 0 ? 0 : value / most;
  const shade = signed ? signedShade(theme, share) : amountShade(theme, share);
  const text = value === null ? '*' : formatNumber(value, format);
  const ink = value === null || share === 0 ? theme.text : inkOn(shade);
  const fill = value === null ? `url(#${canvas.id}-none)` : shade;
  return (
    element('rect', { x: left, y: top, width, height, fill, stroke: theme.grid }) +
    (isWritten || value === null
      ? textElement(
          { x: left + width / 2, y: top + height / 2 + 4, 'text-anchor': 'middle', fill: ink },
          text,
        )
      : '')
  );
}

function frames(canvas: Canvas, { rows }: LabelColumn, box: Box, cell: number): string {
  let top = box.top;
  return rows
    .map(({ height }, i) => {
      const place = { x: box.left + cell * i + 1, y: top + 1, width: cell - 2, height: height - 2 };
      top += height;
      return element('rect', { ...place, ...outline(canvas) });
    })
    .join('');
}

function outline({ theme }: Canvas) {
  return { fill: 'none', stroke: theme.text, 'stroke-width': 1.6 };
}
