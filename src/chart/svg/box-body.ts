import type { BoxFigure, BoxGroup } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { axisScale } from '../axis-scale.ts';
import { boxWords } from '../box-words.ts';
import { seriesColour } from '../chart-theme.ts';
import { jitter } from '../jitter.ts';
import { along, BOTTOM_AXIS, bottomAxis, bottomAxisOverhang, type Panel } from './axes.ts';
import type { Body, Canvas } from './canvas.ts';
import { element, textElement } from './element.ts';
import { labelColumn, rowHeading, rowHeadingRoom, rowLabel } from './label-column.ts';
import { lyingWhisker, r } from './marks.ts';
import { EMPTY } from './nothing.ts';

const ROW = 54;
/** Half the height of a box, and how far the points spread around its middle. */
const HALF = 11;
const SPREAD = 30;

/** One lying box a group over its points, with the mean as a diamond and its interval. */
export function boxBody(figure: BoxFigure, canvas: Canvas, width: number): Body {
  const { groups, y: axis } = figure;
  const { theme } = canvas;
  const scale = axisScale(
    axis,
    groups.flatMap(({ box, mean, points }) => [
      ...points,
      box?.low,
      box?.high,
      mean?.value,
      mean?.low,
      mean?.high,
    ]),
  );
  const labels = groups.map(({ label, n }) => ({
    name: label,
    quiet: `n = ${formatNumber(n, 'count')}`,
  }));
  const column = labelColumn(labels, width * 0.34, ROW);
  const hasMean = groups.some(({ mean }) => mean !== undefined);
  const line = { stroke: theme.text, 'stroke-width': 2 };
  const key = [
    {
      name: 'Median',
      sign: (x: number, y: number) =>
        element('line', { x1: x, x2: x, y1: y - 6, y2: y + 6, ...line, 'stroke-width': 3 }),
    },
    ...(hasMean
      ? [{ name: 'Mean, with interval', sign: (x: number, y: number) => diamond(canvas, x, y) }]
      : []),
  ];
  if (groups.length === 0) return EMPTY;
  const head = rowHeadingRoom(figure.x.title);
  return {
    key,
    height: head + column.height + BOTTOM_AXIS + 12,
    draw: (box) => {
      const left = box.left + column.width + 14;
      const right = box.left + box.width - bottomAxisOverhang(scale, axis);
      const first = box.top + head;
      const panel: Panel = { left, right, top: first, bottom: first + column.height + 4 };
      const x = along(scale, left, right);
      let top = first + 2;
      const rows = column.rows.map((row, i) => {
        const middle = top + row.height / 2;
        top += row.height;
        const group = groups[i];
        if (group === undefined) return '';
        canvas.marks.push({
          left,
          top: middle - ROW / 2 + 4,
          width: right - left,
          height: ROW - 8,
          text: boxWords(group, axis.format),
        });
        return rowLabel(canvas, row, left - 14, middle) + drawGroup(canvas, group, i, x, middle);
      });
      return (
        rowHeading(box, figure.x.title, column, left - 14) +
        bottomAxis(canvas, panel, scale, axis) +
        rows.join('')
      );
    },
  };
}

function drawGroup(
  canvas: Canvas,
  { box, mean, points }: BoxGroup,
  index: number,
  x: (value: number) => number,
  middle: number,
): string {
  const { theme } = canvas;
  if (box === null) return textElement({ x: x(0) + 6, y: middle + 4 }, 'no values');
  const colour = seriesColour(theme, index);
  const dots = element(
    'g',
    { fill: colour, 'fill-opacity': points.length > 100 ? 0.35 : 0.55 },
    ...points.map((value, i) =>
      element('circle', { cx: x(value), cy: middle + jitter(i) * SPREAD, r: 2.4 }),
    ),
  );
  const whiskers =
    `M${r(x(box.low))} ${r(middle)}H${r(x(box.lower))}M${r(x(box.upper))} ${r(middle)}H${r(x(box.high))}` +
    `M${r(x(box.low))} ${r(middle - 6)}v12M${r(x(box.high))} ${r(middle - 6)}v12`;
  const frame = {
    x: x(box.lower),
    y: middle - HALF,
    width: Math.max(1, x(box.upper) - x(box.lower)),
    height: 2 * HALF,
    fill: colour,
    'fill-opacity': 0.22,
    stroke: theme.text,
    'stroke-width': 1.2,
  };
  const median = x(box.median);
  return (
    dots +
    element('path', { d: whiskers, stroke: theme.text, 'stroke-width': 1.2 }) +
    element('rect', frame) +
    element('line', {
      x1: median,
      x2: median,
      y1: middle - HALF,
      y2: middle + HALF,
      stroke: theme.text,
      'stroke-width': 3,
    }) +
    (mean === undefined
      ? ''
      : (mean.low === undefined || mean.high === undefined
          ? ''
          : lyingWhisker(canvas, middle, x(mean.low), x(mean.high))) +
        diamond(canvas, x(mean.value), middle))
  );
}

function diamond({ theme }: Canvas, x: number, y: number): string {
  const d = `M${r(x)} ${r(y - 5.5)}l5.5 5.5-5.5 5.5-5.5-5.5z`;
  return element('path', { d, fill: theme.surface, stroke: theme.text, 'stroke-width': 1.6 });
}
