import type { ScatterFigure } from '../../model/figure.ts';
import { seriesColour } from '../chart-theme.ts';
import { pointPairWords } from '../pair-words.ts';
import { scatterScales } from '../scatter-scales.ts';
import {
  along,
  BOTTOM_AXIS,
  bottomAxis,
  bottomAxisOverhang,
  leftAxis,
  leftAxisRoom,
  type Panel,
} from './axes.ts';
import type { Body, Box, Canvas, KeyEntry } from './canvas.ts';
import { element } from './element.ts';
import { marker, r } from './marks.ts';
import { EMPTY } from './nothing.ts';
import {
  bandStyle,
  drawBand,
  drawFit,
  drawLine,
  fitStyle,
  lineSign,
  lineStyle,
} from './reference-marks.ts';

type Place = (value: number) => number;

const HEIGHT = 380;
/** More points are read out as a table only. */
const MOST_MARKS = 400;

/** Points over their reference bands and lines; these are named in the key, where no point covers them. */
export function scatterBody(figure: ScatterFigure, canvas: Canvas, width: number): Body {
  const { series, lines = [], bands = [], fit } = figure;
  if (series.every(({ points }) => points.length === 0)) return EMPTY;
  const key: KeyEntry[] = [
    ...(series.length > 1 ? series : []).map(({ name }, i) => ({
      name,
      sign: (x: number, y: number) => marker(canvas.theme, i, x, y, false),
    })),
    ...(fit === undefined
      ? []
      : [{ name: fit.name, sign: (x: number, y: number) => lineSign(x, y, fitStyle(canvas)) }]),
    ...lines.map(({ label }, i) => ({
      name: label,
      sign: (x: number, y: number) => lineSign(x, y, lineStyle(canvas, i)),
    })),
    ...bands.map(({ label }) => ({
      name: label,
      sign: (x: number, y: number) =>
        element('rect', { x: x - 6, y: y - 5, width: 12, height: 10, ...bandStyle(canvas) }),
    })),
  ];
  return {
    key,
    ...(figure.square ? { height: Math.min(width * 0.72, 460) + BOTTOM_AXIS } : { height: HEIGHT }),
    draw: (box) => drawScatter(figure, canvas, box),
  };
}

function drawScatter(figure: ScatterFigure, canvas: Canvas, box: Box): string {
  const { x: across, y: up, lines = [], bands = [] } = figure;
  const { x: xScale, y: yScale } = scatterScales(figure);
  const height = box.height - BOTTOM_AXIS - 8;
  const left = box.left + leftAxisRoom(yScale, up, height);
  const most = box.left + box.width - bottomAxisOverhang(xScale, across);
  const panel: Panel = {
    left,
    right: figure.square ? Math.min(most, left + height) : most,
    top: box.top + 8,
    bottom: box.top + 8 + height,
  };
  const x = along(xScale, panel.left, panel.right);
  const y = along(yScale, panel.bottom, panel.top);
  const inside = [
    ...bands.map((band) => drawBand(canvas, band, panel, x, y, xScale)),
    ...lines.map((line, i) => drawLine(canvas, line, i, panel, x, y, xScale)),
    drawFit(figure, canvas, x, y),
  ].join('');
  return (
    leftAxis(canvas, panel, yScale, up, box.left) +
    bottomAxis(canvas, panel, xScale, across) +
    inside +
    drawPoints(figure, canvas, x, y)
  );
}

function drawPoints(figure: ScatterFigure, canvas: Canvas, x: Place, y: Place): string {
  const { theme } = canvas;
  const count = figure.series.reduce((sum, { points }) => sum + points.length, 0);
  const opacity = count > 400 ? 0.35 : count > 80 ? 0.55 : 0.8;
  const drawn = figure.series.map(({ name, points }, s) => {
    const colour = seriesColour(theme, s);
    const style = { fill: colour, 'fill-opacity': opacity, stroke: colour, 'stroke-width': 0.8 };
    const dots = points.map((point) => {
      const [at, level] = [x(point.x), y(point.y)];
      const radius = Math.min(14, 3.4 * Math.sqrt(point.n ?? 1));
      if (count <= MOST_MARKS) {
        canvas.marks.push({
          left: at - radius - 2,
          top: level - radius - 2,
          width: 2 * radius + 4,
          height: 2 * radius + 4,
          text: pointPairWords(figure, name, point),
        });
      }
      return dot(s, at, level, radius);
    });
    return element('g', style, ...dots);
  });
  return drawn.join('');
}

/** Another shape for each series. */
function dot(series: number, x: number, y: number, radius: number): string {
  switch (series % 4) {
    case 1:
      return element('rect', {
        x: x - radius,
        y: y - radius,
        width: 2 * radius,
        height: 2 * radius,
      });
    case 2: {
      const reach = r(radius * 1.3);
      const d = `M${r(x)} ${r(y - reach)}l${reach} ${reach}-${reach} ${reach}-${reach}-${reach}z`;
      return element('path', { d });
    }
    case 3: {
      const [side, down] = [r(radius * 1.2), r(radius * 2)];
      return element('path', {
        d: `M${r(x)} ${r(y - radius * 1.2)}l${side} ${down}h-${r(2 * side)}z`,
      });
    }
    default:
      return element('circle', { cx: x, cy: y, r: radius });
  }
}
