import type { Interval, PairedLinesFigure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { axisScale } from '../axis-scale.ts';
import { directionCounts, directionLine, directionWords, peopleOf } from '../directions.ts';
import { intervalWords } from '../interval-words.ts';
import { textWidth } from '../text-width.ts';
import { wrapText } from '../wrap-text.ts';
import { along, leftAxis, leftAxisRoom, type Panel } from './axes.ts';
import type { Body, Box, Canvas, KeyEntry } from './canvas.ts';
import { element, textElement, textLines } from './element.ts';
import { haloed, pathOf, upright } from './marks.ts';
import { EMPTY } from './nothing.ts';
import { dark, LABEL, LINE, strong } from './plot.ts';

const CHANGE = 'Mean change';

/** One thin line a person between times, the means thick above them, the mean change in words at the right. */
export function pairedBody(figure: PairedLinesFigure, canvas: Canvas): Body {
  const counts = directionCounts(figure);
  const all = peopleOf(counts);
  const key = counts.map((count): KeyEntry => {
    const { colour, dash } = directionLine(canvas.theme, count.direction);
    const line = { stroke: colour, 'stroke-width': 2, 'stroke-dasharray': dash };
    return {
      name: directionWords(count, all),
      sign: (x, y) => element('line', { x1: x - 7, x2: x + 6, y1: y, y2: y, ...line }),
    };
  });
  const isEmpty = figure.times.length === 0 || (all === 0 && figure.means.length === 0);
  return isEmpty ? EMPTY : { key, draw: (box) => drawLines(figure, canvas, box) };
}

function drawLines(figure: PairedLinesFigure, canvas: Canvas, box: Box): string {
  const { means, times, y: axis } = figure;
  const values = [
    ...figure.lines.flatMap((line) => line.values),
    ...means.flatMap(({ value, low, high }) => [value, low, high]),
  ];
  const scale = axisScale(axis, values);
  const change = figure.change && intervalWords(figure.change, axis.format);
  const words = change === undefined ? 0 : Math.max(textWidth(change, LABEL), 76) + 12;
  const left = box.left + leftAxisRoom(scale, axis, box.height - 60);
  const right = box.left + box.width - words;
  const band = (right - left) / times.length;
  const names = times.map((time) => wrapText(time, band - 6, LABEL, 2));
  const lines = Math.max(...names.map(({ length }) => length));
  const panel: Panel = {
    left,
    right,
    top: box.top + 10,
    bottom: box.top + box.height - lines * LINE - 26,
  };
  const x = (time: number) => left + band * (time + 0.5);
  const y = along(scale, panel.bottom, panel.top);
  const labels = names.map((name, i) =>
    textLines(
      { x: x(i), y: panel.bottom + 17, 'text-anchor': 'middle', ...dark(canvas) },
      name,
      LINE,
    ),
  );
  const title = textElement(
    { x: (left + right) / 2, y: box.top + box.height - 4, 'text-anchor': 'middle' },
    figure.x.title,
  );
  const middle = (panel.top + panel.bottom) / 2;
  const beside =
    change === undefined
      ? ''
      : textElement({ x: right + 12, y: middle - 4, ...dark(canvas) }, CHANGE) +
        textElement({ x: right + 12, y: middle + 13, ...strong(canvas) }, change);
  const drawn =
    leftAxis(canvas, panel, scale, axis, box.left) +
    people(figure, canvas, x, y) +
    meanLine(figure, canvas, x, y);
  if (change !== undefined) {
    canvas.marks.push({
      left: right + 8,
      top: middle - 18,
      width: words,
      height: 40,
      text: `${CHANGE}: ${change}`,
    });
  }
  return drawn + labels.join('') + title + beside;
}

type Place = (value: number) => number;

function people(figure: PairedLinesFigure, { theme }: Canvas, x: Place, y: Place): string {
  const opacity = figure.lines.length > 150 ? 0.28 : figure.lines.length > 40 ? 0.42 : 0.65;
  const groups = directionCounts(figure).map(({ direction }) => {
    const { colour, dash } = directionLine(theme, direction);
    const lines = figure.lines.filter((line) => line.direction === direction);
    const style = {
      fill: 'none',
      stroke: colour,
      'stroke-width': 1.1,
      'stroke-opacity': opacity,
      'stroke-dasharray': dash,
    };
    return element(
      'g',
      style,
      ...lines.map(({ values }) => element('path', { d: pathOf(values, x, y) })),
    );
  });
  return groups.join('');
}

function meanLine(figure: PairedLinesFigure, canvas: Canvas, x: Place, y: Place): string {
  const { theme } = canvas;
  const { means, times, y: axis } = figure;
  const d = pathOf(
    means.map(({ value }) => value),
    x,
    y,
  );
  const halo = { d, fill: 'none', stroke: theme.surface, 'stroke-width': 6 };
  const line = { d, fill: 'none', stroke: theme.text, 'stroke-width': 2.6 };
  const last = times.length - 1;
  const marks = means.map((mean, i) => {
    const at = y(mean.value);
    canvas.marks.push({
      left: x(i) - 12,
      top: at - 12,
      width: 24,
      height: 24,
      text: `${times[i] ?? ''}, mean: ${intervalWords(mean, axis.format)}`,
    });
    const side = i === 0 ? -1 : i === last ? 1 : 0;
    const place =
      side === 0
        ? { x: x(i), y: at - 12, 'text-anchor': 'middle' }
        : { x: x(i) + side * 13, y: at + 4, 'text-anchor': side < 0 ? 'end' : 'start' };
    return (
      whiskerOf(canvas, mean, x(i), y) +
      element('circle', { cx: x(i), cy: at, r: 5, fill: theme.text, stroke: theme.surface }) +
      haloed(canvas, { ...place, ...strong(canvas) }, formatNumber(mean.value, axis.format))
    );
  });
  return element('path', halo) + element('path', line) + marks.join('');
}

function whiskerOf({ theme }: Canvas, { low, high }: Interval, x: number, y: Place): string {
  return low === undefined || high === undefined
    ? ''
    : element('path', { d: upright(x, y(low), y(high)), stroke: theme.text, 'stroke-width': 2 });
}
