import type { ForestFigure, ForestRow } from '../../model/figure.ts';
import { seriesColour } from '../chart-theme.ts';
import { textWidth } from '../text-width.ts';
import { tickLabel } from '../value-scale.ts';
import { shorten } from '../wrap-text.ts';
import { bottomTitle, type Panel } from './axes.ts';
import type { Box, Canvas } from './canvas.ts';
import { element, textElement } from './element.ts';
import { r } from './marks.ts';
import { LABEL } from './plot.ts';

/** A square with its interval; arrows where it reaches beyond the axis; a diamond where it is pooled. */
export function estimateMark(
  { theme }: Canvas,
  { left, right }: Panel,
  { value, low, high, pooled }: ForestRow,
  y: number,
  place: (value: number) => number,
): string {
  if (value === null) return '';
  const colour = seriesColour(theme, 0);
  const [from, to] = [place(low ?? value), place(high ?? value)];
  const clamp = (x: number) => Math.min(right, Math.max(left, x));
  if (pooled) {
    const d = `M${r(from)} ${r(y)}L${r(clamp(place(value)))} ${r(y - 7)}L${r(to)} ${r(y)}L${r(place(value))} ${r(y + 7)}z`;
    return element('path', { d, fill: colour, stroke: theme.text });
  }
  const arrows =
    (from < left
      ? `M${r(left + 5)} ${r(y - 4)}l-5 4 5 4`
      : from > right
        ? ''
        : `M${r(from)} ${r(y - 4)}v8`) +
    (to > right
      ? `M${r(right - 5)} ${r(y - 4)}l5 4-5 4`
      : to < left
        ? ''
        : `M${r(to)} ${r(y - 4)}v8`);
  const span = `M${r(clamp(from))} ${r(y)}H${r(clamp(to))}`;
  const at = place(value);
  return (
    (low === undefined && high === undefined
      ? ''
      : element('path', {
          d: span + arrows,
          fill: 'none',
          stroke: theme.text,
          'stroke-width': 1.4,
        })) +
    (at < left || at > right
      ? ''
      : element('rect', { x: at - 4.5, y: y - 4.5, width: 9, height: 9, fill: colour }))
  );
}

/** Upright grid lines, ticks and the title below. */
export function forestAxis(
  { x: axis }: ForestFigure,
  { theme }: Canvas,
  panel: Panel,
  scale: { step: number; ticks: readonly number[] },
  place: (value: number) => number,
): string {
  let free = Number.NEGATIVE_INFINITY;
  const drawn = scale.ticks.map((tick) => {
    const at = Math.round(place(tick)) + 0.5;
    const text = axis.log ? String(tick) : tickLabel(tick, scale.step, axis.format);
    const half = textWidth(text, LABEL) / 2;
    const fits = at - half > free;
    if (fits) free = at + half + 6;
    return (
      element('line', { x1: at, x2: at, y1: panel.top, y2: panel.bottom, stroke: theme.grid }) +
      (fits ? textElement({ x: at, y: panel.bottom + 16, 'text-anchor': 'middle' }, text) : '')
    );
  });
  const base = { x1: panel.left, x2: panel.right, y1: panel.bottom, y2: panel.bottom };
  return (
    drawn.join('') +
    element('line', { ...base, stroke: theme.axis }) +
    bottomTitle(panel, axis.title)
  );
}

/** What lies on either side of the reference; where only one fits in, it is shortened. */
export function forestSides(
  { sides: words, reference }: ForestFigure,
  panel: Panel,
  at: number,
  box: Box,
): string {
  const y = panel.bottom + 53;
  if (words === undefined) {
    const text = `Dashed line: ${reference.label}`;
    return textElement({ x: (panel.left + panel.right) / 2, y, 'text-anchor': 'middle' }, text);
  }
  const room = box.width / 2 - 16;
  const below = shorten(`← ${words.low}`, room, LABEL);
  const above = `${shorten(words.high, room - 16, LABEL)} →`;
  const middle = Math.max(
    box.left + 8 + textWidth(below, LABEL),
    Math.min(at, box.left + box.width - 8 - textWidth(above, LABEL)),
  );
  return (
    textElement({ x: middle - 8, y, 'text-anchor': 'end' }, below) +
    textElement({ x: middle + 8, y }, above)
  );
}
