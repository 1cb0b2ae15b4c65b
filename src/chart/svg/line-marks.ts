import { formatNumber } from '../../model/format.ts';
import { isPart } from '../categories.ts';
import { seriesColour } from '../chart-theme.ts';
import { pointWords } from '../point-words.ts';
import { textWidth } from '../text-width.ts';
import type { ColumnFrame } from './column-frame.ts';
import { element, textElement } from './element.ts';
import { endLabels } from './end-labels.ts';
import { intervalOf, marker, whisker } from './marks.ts';
import { LABEL, type Plot, strong } from './plot.ts';

/** Markers over their categories with their intervals; joined for kind `line`. */
export function lineMarks(plot: Plot, frame: ColumnFrame): string {
  const drawn = plot.figure.series.map((_, s) => oneSeries(plot, frame, s)).join('');
  const direct = plot.figure.kind === 'line' && plot.figure.series.length > 1;
  return direct ? drawn + namedEnds(plot, frame) : drawn;
}

function oneSeries(plot: Plot, { band, centre, y, bottom }: ColumnFrame, s: number): string {
  const { figure, categories } = plot;
  const many = figure.series.length;
  const dodge = figure.kind === 'interval' ? Math.min(64, (band * 0.8) / many) : 0;
  const shift = (s - (many - 1) / 2) * dodge;
  const single = many === 1;
  let path = '';
  let pen = false;
  const marks = categories.map((category, i) => {
    const point = category.points[s] ?? null;
    const x = centre(i) + shift;
    if (point !== null) {
      const middle = point.value === null ? bottom - 8 : y(point.value);
      plot.marks.push({
        left: x - 8,
        top: middle - 8,
        width: 16,
        height: 16,
        text: pointWords(figure, category, point, s),
      });
    }
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

/** Each line is named where it ends. */
function namedEnds(plot: Plot, { y, right, bottom }: ColumnFrame): string {
  const ends = plot.figure.series.map(({ name }, s) => {
    const last = plot.categories
      .map(({ points }) => points[s]?.value ?? null)
      .findLast((value) => value !== null);
    return {
      name,
      at: last == null ? bottom : y(last),
      sign: (x: number, at: number) => marker(plot.theme, s, x, at, false),
    };
  });
  return endLabels(plot, ends, right, bottom);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
