import type { ValueAxis } from '../../model/figure.ts';
import type { Scale } from '../nice-scale.ts';
import { textWidth } from '../text-width.ts';
import { tickLabel } from '../value-scale.ts';
import { shorten, wrapText } from '../wrap-text.ts';
import type { Canvas } from './canvas.ts';
import { element, textElement, textLines } from './element.ts';
import { LABEL, LINE } from './plot.ts';

/** Where values are drawn. */
export interface Panel {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

type Axis = Pick<ValueAxis, 'title' | 'format'> & {
  /** Ticks on both sides of zero are written without a sign. */
  mirrored?: boolean;
};

/** What ticks and title below a panel need. */
export const BOTTOM_AXIS = 44;
const TITLE_LINES = 2;

/** Where a value lies between two pixels. */
export function along(
  { low, high }: Pick<Scale, 'low' | 'high'>,
  from: number,
  to: number,
): (value: number) => number {
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/** What ticks and title left of a panel of a height need. */
export function leftAxisRoom(scale: Scale, axis: Axis, height: number): number {
  const widest = Math.max(...written(scale, axis).map((tick) => textWidth(tick, LABEL)));
  return titleLines(axis, height).length * LINE + widest + 15;
}

/** Lying grid lines with their ticks, and the title turned at the left, or lying above where nothing is turned. */
export function leftAxis(
  { theme, isLevel }: Canvas,
  panel: Panel,
  scale: Scale,
  axis: Axis,
  edge: number,
): string {
  const y = along(scale, panel.bottom, panel.top);
  const ticks = written(scale, axis);
  const grid = scale.ticks.map((tick, i) => {
    const isBase = tick === 0 || (i === 0 && scale.low > 0);
    const at = Math.round(y(tick)) + 0.5;
    const line = {
      x1: panel.left,
      x2: panel.right,
      y1: at,
      y2: at,
      stroke: isBase ? theme.axis : theme.grid,
    };
    return (
      element('line', line) +
      textElement({ x: panel.left - 8, y: at + 4, 'text-anchor': 'end' }, ticks[i] ?? '')
    );
  });
  if (isLevel) {
    const place = { x: edge, y: panel.top - 8 };
    return grid.join('') + textElement(place, shorten(axis.title, panel.right - edge, LABEL));
  }
  const middle = Math.round((panel.top + panel.bottom) / 2);
  const title = titleLines(axis, panel.bottom - panel.top).map((line, i) =>
    textElement(
      {
        'text-anchor': 'middle',
        transform: `translate(${edge + 12 + i * LINE} ${middle}) rotate(-90)`,
      },
      line,
    ),
  );
  return grid.join('') + title.join('');
}

/** Upright grid lines with their ticks and the title below. */
export function bottomAxis({ theme }: Canvas, panel: Panel, scale: Scale, axis: Axis): string {
  const x = along(scale, panel.left, panel.right);
  const ticks = written(scale, axis);
  const widest = Math.max(...ticks.map((tick) => textWidth(tick, LABEL))) + 8;
  const apart = x(scale.low + scale.step) - x(scale.low);
  const every = Math.max(1, Math.ceil(widest / apart));
  const grid = scale.ticks.map((tick, i) => {
    const at = Math.round(x(tick)) + 0.5;
    const stroke = tick === 0 ? theme.axis : theme.grid;
    const line = element('line', { x1: at, x2: at, y1: panel.top, y2: panel.bottom, stroke });
    return i % every === 0
      ? line + textElement({ x: at, y: panel.bottom + 16, 'text-anchor': 'middle' }, ticks[i] ?? '')
      : line;
  });
  return grid.join('') + bottomTitle(panel, axis.title);
}

/** How far the last tick reaches beyond the right end of its axis. */
export function bottomAxisOverhang(scale: Scale, axis: Axis): number {
  return Math.max(12, textWidth(written(scale, axis).at(-1) ?? '', LABEL) / 2 + 2);
}

/** The title of the axis below a panel. */
export function bottomTitle(panel: Panel, title: string): string {
  const middle = (panel.left + panel.right) / 2;
  const lines = wrapText(title, Math.max(200, (panel.right - panel.left) * 1.1), LABEL, 1);
  return textLines({ x: middle, y: panel.bottom + 35, 'text-anchor': 'middle' }, lines, LINE);
}

function written(scale: Scale, { format, mirrored }: Axis): string[] {
  return scale.ticks.map((tick) => tickLabel(mirrored ? Math.abs(tick) : tick, scale.step, format));
}

function titleLines({ title }: Axis, height: number): string[] {
  return title === '' ? [] : wrapText(title, Math.max(90, height), LABEL, TITLE_LINES);
}
