import type { StepCurve, StepFigure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { axisScale } from '../axis-scale.ts';
import { seriesColour, seriesDash } from '../chart-theme.ts';
import { curveWords } from '../curve-words.ts';
import { stepPoints } from '../step-points.ts';
import { textWidth } from '../text-width.ts';
import { shorten } from '../wrap-text.ts';
import {
  along,
  BOTTOM_AXIS,
  bottomAxis,
  bottomAxisOverhang,
  leftAxis,
  leftAxisRoom,
  type Panel,
} from './axes.ts';
import type { Body, Box, Canvas } from './canvas.ts';
import { element, textElement } from './element.ts';
import { endLabelRoom, endLabels } from './end-labels.ts';
import { r } from './marks.ts';
import { EMPTY } from './nothing.ts';
import { dark, LABEL, LINE, strong } from './plot.ts';

type Place = (value: number) => number;

const PANEL = 240;
const NAME = 150;

/** Curves that fall in steps, each with its band and its censoring marks; who is at risk stands under the axis. */
export function stepBody(figure: StepFigure, canvas: Canvas): Body {
  const { curves } = figure;
  if (curves.every(({ steps }) => steps.length === 0)) return EMPTY;
  const { theme } = canvas;
  const line = { stroke: theme.text2, 'stroke-width': 1.6 };
  const censored = curves.some((curve) => curve.censored.length > 0);
  const key = censored
    ? [
        {
          name: 'Censored',
          sign: (x: number, y: number) =>
            element('line', { x1: x, x2: x, y1: y - 5, y2: y + 5, ...line }),
        },
      ]
    : [];
  return {
    key,
    height: PANEL + BOTTOM_AXIS + riskHeight(figure) + 14,
    draw: (box) => drawCurves(figure, canvas, box),
  };
}

function drawCurves(figure: StepFigure, canvas: Canvas, box: Box): string {
  const { curves, x: across, y: axis, risk } = figure;
  const values = curves.flatMap(({ steps }) =>
    steps.flatMap(({ value, low, high }) => [value, low, high]),
  );
  const times = axisScale(
    across,
    curves.flatMap(({ steps, end }) => [steps[0]?.at, end]),
  );
  const scale = axisScale(axis, values);
  const names = risk === null ? 0 : Math.max(...curves.map(({ name }) => textWidth(name, LABEL)));
  const height = box.height - BOTTOM_AXIS - riskHeight(figure) - 14;
  const first = textWidth(formatNumber(risk?.counts[0]?.[0] ?? 0, 'count'), LABEL) / 2 + 14;
  const room = risk === null ? 0 : Math.min(NAME, names) + first;
  const ends = curves.length > 1 ? endLabelRoom(curves.map(({ name }) => name)) : 0;
  const panel: Panel = {
    left: box.left + Math.max(leftAxisRoom(scale, axis, height), room),
    right: box.left + box.width - Math.max(bottomAxisOverhang(times, across), ends),
    top: box.top + 10,
    bottom: box.top + 10 + height,
  };
  const x = along(times, panel.left, panel.right);
  const y = along(scale, panel.bottom, panel.top);
  const edge = panel.left - leftAxisRoom(scale, axis, height);
  return (
    leftAxis(canvas, panel, scale, axis, edge) +
    bottomAxis(canvas, panel, times, across) +
    curves.map((curve, i) => band(canvas, curve, i, x, y)).join('') +
    curves.map((curve, i) => drawCurve(figure, canvas, curve, i, x, y)).join('') +
    (curves.length > 1 ? namedEnds(figure, canvas, panel, y) : '') +
    riskTable(figure, canvas, panel, x, first, box.left)
  );
}

function riskHeight({ risk }: StepFigure): number {
  return risk === null ? 0 : (risk.counts.length + 1) * LINE + 10;
}

function band(canvas: Canvas, curve: StepCurve, i: number, x: Place, y: Place): string {
  const upper = stepPoints(curve, ({ high }) => high);
  const lower = stepPoints(curve, ({ low }) => low);
  if (upper.length < 2 || lower.length < 2) return '';
  const d = [...upper, ...lower.reverse()]
    .map((point, p) => `${p === 0 ? 'M' : 'L'}${r(x(point.at))} ${r(y(point.value))}`)
    .join('');
  const fill = seriesColour(canvas.theme, i);
  return element('path', { d: `${d}z`, fill, 'fill-opacity': 0.13 });
}

function drawCurve(
  figure: StepFigure,
  canvas: Canvas,
  curve: StepCurve,
  i: number,
  x: Place,
  y: Place,
): string {
  const points = stepPoints(curve, ({ value }) => value);
  const d = points
    .map((point, p) => `${p === 0 ? 'M' : 'L'}${r(x(point.at))} ${r(y(point.value))}`)
    .join('');
  const valueAt = (time: number) => curve.steps.findLast(({ at }) => at <= time)?.value;
  const ticks = [...new Set(curve.censored)]
    .map((time) => {
      const value = valueAt(time);
      return value === undefined ? '' : `M${r(x(time))} ${r(y(value) - 5)}v10`;
    })
    .join('');
  curve.steps.forEach((step, s) => {
    const next = curve.steps[s + 1]?.at ?? curve.end;
    canvas.marks.push({
      left: x(step.at),
      top: y(step.value) - 7,
      width: Math.max(4, x(next) - x(step.at)),
      height: 14,
      text: curveWords(figure, curve, step),
    });
  });
  return (
    element('path', { d, fill: 'none', ...curveStyle(canvas, i) }) +
    (ticks === ''
      ? ''
      : element('path', { d: ticks, stroke: seriesColour(canvas.theme, i), 'stroke-width': 1.4 }))
  );
}

/** Each curve is named at the right of its end. */
function namedEnds({ curves }: StepFigure, canvas: Canvas, panel: Panel, y: Place): string {
  const ends = curves.map(({ name, steps }, i) => ({
    name,
    at: y(steps.at(-1)?.value ?? 0),
    sign: (x: number, at: number) =>
      element('line', { x1: x - 2, x2: x + 7, y1: at, y2: at, ...curveStyle(canvas, i) }),
  }));
  return endLabels(canvas, ends, panel.right, panel.bottom);
}

function curveStyle({ theme }: Canvas, i: number) {
  return {
    stroke: seriesColour(theme, i),
    'stroke-width': 2,
    'stroke-dasharray': seriesDash(i),
  };
}

function riskTable(
  { risk, curves }: StepFigure,
  canvas: Canvas,
  panel: Panel,
  x: Place,
  first: number,
  edge: number,
): string {
  if (risk === null) return '';
  const top = panel.bottom + BOTTOM_AXIS + 14;
  const right = panel.left - first;
  const title = textElement({ x: edge, y: top, ...strong(canvas) }, risk.title);
  const rows = risk.counts.map((counts, i) => {
    const y = top + (i + 1) * LINE + 1;
    const name = shorten(curves.length > 1 ? (curves[i]?.name ?? '') : 'All', NAME, LABEL);
    const colour = { fill: canvas.theme.text };
    let free = Number.NEGATIVE_INFINITY;
    const numbers = counts.map((n, t) => {
      const at = x(risk.times[t] ?? 0);
      const text = formatNumber(n, 'count');
      const half = textWidth(text, LABEL) / 2;
      if (at - half < free) return '';
      free = at + half + 4;
      return textElement({ x: at, y, 'text-anchor': 'middle', ...colour }, text);
    });
    return (
      textElement({ x: right, y, 'text-anchor': 'end', ...dark(canvas) }, name) + numbers.join('')
    );
  });
  return title + rows.join('');
}
