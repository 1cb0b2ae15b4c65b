import type { StackedBar, StackedBarFigure } from '../../model/figure.ts';
import { formatNumber, formatShare } from '../../model/format.ts';
import { barShares, barTotal } from '../bar-shares.ts';
import { levelColour } from '../level-colour.ts';
import { inkOn } from '../shade.ts';
import { textWidth } from '../text-width.ts';
import { along, BOTTOM_AXIS, bottomAxis, type Panel } from './axes.ts';
import type { Body, Canvas } from './canvas.ts';
import { element, textElement } from './element.ts';
import { labelColumn, rowHeading, rowHeadingRoom, rowLabel } from './label-column.ts';
import { EMPTY } from './nothing.ts';
import { LABEL } from './plot.ts';
import { withheldPattern } from './withheld-pattern.ts';

const ROW = 38;
const THICK = 26;

/** Lying bars of 100 %, each level in its shade with its share inside; around a middle line where there is one. */
export function stackedBody(figure: StackedBarFigure, canvas: Canvas, width: number): Body {
  const { bars, levels } = figure;
  if (bars.length === 0 || levels.length === 0) return EMPTY;
  const key = levels.map((name, i) => ({
    name,
    sign: (x: number, y: number) =>
      element('rect', {
        x: x - 5,
        y: y - 5,
        width: 10,
        height: 10,
        fill: levelColour(figure, canvas.theme, i),
        stroke: canvas.theme.axis,
        'stroke-width': 0.5,
      }),
  }));
  const labels = bars.map((bar) => {
    const total = barTotal(bar);
    const quiet = total === null ? {} : { quiet: `n = ${formatNumber(total, 'count')}` };
    return { name: bar.label, ...quiet };
  });
  const column = labelColumn(labels, width * 0.34, ROW);
  const ends = sideways(figure);
  const scale = {
    low: -ends.left,
    high: ends.right,
    step: 25,
    ticks: TICKS.filter((tick) => tick >= -ends.left && tick <= ends.right),
  };
  const head = rowHeadingRoom(figure.x.title);
  return {
    key,
    height: head + column.height + BOTTOM_AXIS + 8,
    draw: (box) => {
      const left = box.left + column.width + 14;
      const panel: Panel = {
        left,
        right: box.left + box.width - 22,
        top: box.top + head,
        bottom: box.top + head + column.height + 4,
      };
      const x = along(scale, panel.left, panel.right);
      let top = panel.top + 2;
      const rows = column.rows.map((row, i) => {
        const middle = top + row.height / 2;
        top += row.height;
        const bar = bars[i];
        return bar === undefined
          ? ''
          : rowLabel(canvas, row, left - 14, middle) + drawBar(figure, canvas, bar, x, middle);
      });
      const axis = { title: figure.y.title, format: 'percent0' as const, mirrored: true };
      return (
        withheldPattern(canvas) +
        rowHeading(box, figure.x.title, column, left - 14) +
        bottomAxis(canvas, panel, scale, axis) +
        (figure.middle === undefined ? '' : middleLine(canvas, panel, x(0))) +
        rows.join('')
      );
    },
  };
}

function middleLine({ theme }: Canvas, { top, bottom }: Panel, x: number): string {
  return element('line', {
    x1: x,
    x2: x,
    y1: top,
    y2: bottom,
    stroke: theme.text,
    'stroke-width': 1.4,
  });
}

const TICKS = [-100, -75, -50, -25, 0, 25, 50, 75, 100];

function drawBar(
  figure: StackedBarFigure,
  canvas: Canvas,
  bar: StackedBar,
  x: (value: number) => number,
  middle: number,
): string {
  const { theme } = canvas;
  const total = barTotal(bar);
  if (total === null || total === 0) {
    const text = total === null ? '*' : 'no values';
    canvas.marks.push({
      left: x(0),
      top: middle - THICK / 2,
      width: 80,
      height: THICK,
      text: `${bar.label}: ${total === null ? 'not shown' : text}`,
    });
    return textElement({ x: x(0) + 4, y: middle + 4 }, text);
  }
  const shares = barShares(bar);
  const known = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  const hidden = shares.filter((share) => share === null).length;
  /** Levels that are not shown divide what the others leave. */
  const rest = hidden > 0 ? Math.max(0, 100 - known) / hidden : 0;
  let at = -leftPart(figure, bar);
  return figure.levels
    .map((level, i) => {
      const share = shares[i] ?? null;
      const from = at;
      at += share ?? rest;
      const width = x(at) - x(from);
      const n = bar.counts[i];
      canvas.marks.push({
        left: x(from),
        top: middle - THICK / 2,
        width: Math.max(3, width),
        height: THICK,
        text: `${bar.label}, ${level}: ${n == null ? 'not shown' : formatShare(n, total)}`,
      });
      const fill =
        share === null ? `url(#${canvas.id}-none)` : levelColour(figure, canvas.theme, i);
      const text = share === null ? '*' : formatNumber(share, 'percent0');
      const fits = textWidth(text, LABEL) + 4 <= width;
      const place = {
        x: x(from) + width / 2,
        y: middle + 4,
        'text-anchor': 'middle',
        'font-weight': 600,
        fill: share === null ? theme.text : inkOn(levelColour(figure, canvas.theme, i)),
      };
      return (
        element('rect', {
          x: x(from),
          y: middle - THICK / 2,
          width: Math.max(0, width),
          height: THICK,
          fill,
          stroke: theme.surface,
        }) + (fits ? textElement(place, text) : '')
      );
    })
    .join('');
}

/** The per cent of a bar that lies left of the middle line. */
function leftPart({ levels, middle }: StackedBarFigure, bar: StackedBar): number {
  if (middle === undefined) return 0;
  return barShares(bar).reduce<number>((sum, share, i) => {
    const part = i + 0.5 <= middle ? 1 : i >= middle + 0.5 || i >= levels.length ? 0 : 0.5;
    return sum + (share ?? 0) * part;
  }, 0);
}

/** How far bars reach to both sides, in steps of 25. */
function sideways(figure: StackedBarFigure): { left: number; right: number } {
  if (figure.middle === undefined) return { left: 0, right: 100 };
  const parts = figure.bars.map((bar) => leftPart(figure, bar));
  const up = (value: number) => Math.max(25, Math.ceil(value / 25 - 1e-9) * 25);
  return { left: up(Math.max(...parts)), right: up(100 - Math.min(...parts)) };
}
