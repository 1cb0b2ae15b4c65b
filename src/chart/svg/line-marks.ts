import { formatNumber } from '../../model/format.ts';
import { isPart } from '../categories.ts';
import { seriesColour } from '../chart-theme.ts';
import { textWidth } from '../text-width.ts';
import { shorten } from '../wrap-text.ts';
import type { ColumnFrame } from './column-frame.ts';
import { element, textElement } from './element.ts';
import { intervalOf, marker, whisker } from './marks.ts';
import { dark, LABEL, LINE, type Plot, strong } from './plot.ts';

/** Widest name at the end of a line. */
export const END_LABEL = 190;

/** Markers over their categories with their intervals; joined for kind `line`. */
export function lineMarks(plot: Plot, frame: ColumnFrame): string {
  const drawn = plot.figure.series.map((_, s) => oneSeries(plot, frame, s)).join('');
  const direct = plot.figure.kind === 'line' && plot.figure.series.length > 1;
  return direct ? drawn + endLabels(plot, frame) : drawn;
}

function oneSeries(plot: Plot, { band, centre, y, bottom }: ColumnFrame, s: number): string {
  const { figure, categories } = plot;
  const many = figure.series.length;
  const dodge = figure.kind === 'interval' ? Math.min(64, (band * 0.8) / many) : 0;
  const shift = (s - (many - 1) / 2) * dodge;
  const single = many === 1;
  let path = '';
  let pen = false;
  const marks = categories.map(({ points }, i) => {
    const point = points[s] ?? null;
    const x = centre(i) + shift;
    if (point === null || point.value === null) {
      pen = false;
      const star = { x, y: bottom - 5, 'text-anchor': 'middle', ...strong(plot) };
      return point === null ? '' : textElement(star, '*');
    }
    const at = y(point.value);
    path += `${pen ? 'L' : 'M'}${round(x)} ${round(at)}`;
    pen = true;
    const interval = intervalOf(point);
    const bars = interval ? whisker(plot, x, y(interval.low), y(interval.high)) : '';
    const label = formatNumber(point.value, figure.y.format);
    const fits = textWidth(label, LABEL) < (dodge > 0 ? dodge - 16 : band - 4);
    const beside =
      dodge > 0
        ? textElement({ x: x + 9, y: at + 4, ...strong(plot) }, label)
        : textElement({ x, y: at - 9, 'text-anchor': 'middle', ...strong(plot) }, label);
    const shown = fits && (single || figure.kind === 'interval') ? beside : '';
    return bars + marker(plot.theme, s, x, at, isPart(point)) + shown;
  });
  const line = { d: path, fill: 'none', stroke: seriesColour(plot.theme, s), 'stroke-width': 2 };
  return (figure.kind === 'line' ? element('path', line) : '') + marks.join('');
}

/** The names of the lines at their ends, moved apart where they would cover each other. */
function endLabels(plot: Plot, { y, right, bottom }: ColumnFrame): string {
  const ends = plot.figure.series
    .map((series, s) => {
      const last = plot.categories
        .map(({ points }) => points[s]?.value ?? null)
        .findLast((v) => v !== null);
      return { s, name: series.name, at: last == null ? bottom : y(last) };
    })
    .sort((a, b) => a.at - b.at);
  let free = Number.NEGATIVE_INFINITY;
  const placed = ends.map((end) => {
    const at = Math.max(end.at, free + LINE);
    free = at;
    return { ...end, at };
  });
  const over = Math.max(0, free - bottom);
  return placed
    .map(({ s, name, at }) => {
      const lineY = at - over;
      const key = marker(plot.theme, s, right + 4, lineY, false);
      return (
        key +
        textElement({ x: right + 13, y: lineY + 4, ...dark(plot) }, shorten(name, END_LABEL, LABEL))
      );
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
