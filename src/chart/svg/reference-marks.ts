import type { ReferenceBand, ReferenceLine, ScatterFigure } from '../../model/figure.ts';
import { REFERENCE_DASHES } from '../reference-dashes.ts';
import type { Panel } from './axes.ts';
import type { Canvas } from './canvas.ts';
import { clip } from './clip.ts';
import { element } from './element.ts';
import { r } from './marks.ts';

type Place = (value: number) => number;

interface Limits {
  low: number;
  high: number;
}

export function drawLine(
  canvas: Canvas,
  { along: axis, at }: ReferenceLine,
  i: number,
  panel: Panel,
  x: Place,
  y: Place,
  { low, high }: Limits,
): string {
  const style = lineStyle(canvas, i);
  switch (axis) {
    case 'x':
      return element('line', { x1: x(at), x2: x(at), y1: panel.top, y2: panel.bottom, ...style });
    case 'y':
      return element('line', { x1: panel.left, x2: panel.right, y1: y(at), y2: y(at), ...style });
    case 'diagonal': {
      const ends = [low, high].map((value) => ({ x: x(value), y: y(value + at) }));
      const [from, to] = clip(ends, panel);
      return from === undefined || to === undefined
        ? ''
        : element('line', { x1: from.x, y1: from.y, x2: to.x, y2: to.y, ...style });
    }
  }
}

export function drawBand(
  canvas: Canvas,
  { along: axis, low, high }: ReferenceBand,
  panel: Panel,
  x: Place,
  y: Place,
  limits: Limits,
): string {
  const style = bandStyle(canvas);
  switch (axis) {
    case 'x':
      return element('path', {
        d: `M${r(x(low))} ${panel.top}H${r(x(high))}V${panel.bottom}H${r(x(low))}z`,
        ...style,
      });
    case 'y':
      return element('path', {
        d: `M${r(panel.left)} ${r(y(low))}V${r(y(high))}H${r(panel.right)}V${r(y(low))}z`,
        ...style,
      });
    case 'diagonal': {
      const corners = [
        { x: x(limits.low), y: y(limits.low + low) },
        { x: x(limits.high), y: y(limits.high + low) },
        { x: x(limits.high), y: y(limits.high + high) },
        { x: x(limits.low), y: y(limits.low + high) },
      ];
      const d = clip(corners, panel).map((corner) => `${r(corner.x)} ${r(corner.y)}`);
      return d.length === 0 ? '' : element('path', { d: `M${d.join('L')}z`, ...style });
    }
  }
}

export function drawFit(figure: ScatterFigure, canvas: Canvas, x: Place, y: Place): string {
  const points = figure.fit?.points ?? [];
  if (points.length < 2) return '';
  const line = points.map((point) => `${r(x(point.x))} ${r(y(point.value))}`).join('L');
  const bounded = points.filter(({ low, high }) => low !== undefined && high !== undefined);
  const edge = [
    ...bounded.map((point) => `${r(x(point.x))} ${r(y(point.high ?? 0))}`),
    ...bounded.map((point) => `${r(x(point.x))} ${r(y(point.low ?? 0))}`).reverse(),
  ].join('L');
  const colour = canvas.theme.text;
  return (
    (bounded.length > 1
      ? element('path', { d: `M${edge}z`, fill: colour, 'fill-opacity': 0.1 })
      : '') + element('path', { d: `M${line}`, fill: 'none', ...fitStyle(canvas) })
  );
}

export function lineSign(x: number, y: number, style: ReturnType<typeof lineStyle>): string {
  return element('line', { x1: x - 8, x2: x + 7, y1: y, y2: y, ...style });
}

export function fitStyle({ theme }: Canvas) {
  return { stroke: theme.text, 'stroke-width': 2, 'stroke-dasharray': undefined };
}

export function lineStyle({ theme }: Canvas, i: number) {
  return {
    stroke: theme.text,
    'stroke-width': 1.3,
    'stroke-dasharray': REFERENCE_DASHES[i % REFERENCE_DASHES.length],
  };
}

export function bandStyle({ theme }: Canvas) {
  return { fill: theme.axis, 'fill-opacity': 0.2 };
}
