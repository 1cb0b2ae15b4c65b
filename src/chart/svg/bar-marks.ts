import type { FigurePoint } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { isPart } from '../categories.ts';
import { pointWords } from '../point-words.ts';
import { textWidth } from '../text-width.ts';
import type { ColumnFrame } from './column-frame.ts';
import { element, textElement } from './element.ts';
import { intervalOf, whisker } from './marks.ts';
import { barPaint, LABEL, type Plot, strong } from './plot.ts';

interface Slot {
  x: number;
  width: number;
  /** How values are written on all bars; null when there is no room. */
  label: ((point: FigurePoint) => string) | null;
}

/** Columns from zero, their values above them where there is room for all. */
export function barMarks(plot: Plot, frame: ColumnFrame): string {
  const { figure, categories } = plot;
  const { band, centre } = frame;
  const many = figure.series.length;
  const histogram = figure.kind === 'histogram';
  const group = histogram ? band : Math.min(band * (many > 1 ? 0.8 : 0.68), 92 * many);
  const width = group / many;
  const gap = histogram ? 0.75 : many > 1 ? 1 : 0;
  const room = many > 1 ? width + 2 : band - 2;
  const label =
    [written, withoutUnit].find((write) =>
      categories.every(({ points }) =>
        points.every((point) => point === null || textWidth(write(plot, point), LABEL) <= room),
      ),
    ) ?? null;
  return categories
    .flatMap((category, i) =>
      category.points.map((point, s) => {
        const x = centre(i) - group / 2 + s * width + gap;
        if (point !== null) {
          const reach = barReach(plot, frame, point);
          const text = pointWords(figure, category, point, s);
          const behind = point.rows === undefined ? {} : { rows: point.rows };
          plot.marks.push({ left: x, width: width - 2 * gap, ...reach, text, ...behind });
        }
        return bar(plot, frame, point, s, {
          x,
          width: width - 2 * gap,
          label: label && ((shown) => label(plot, shown)),
        });
      }),
    )
    .join('');
}

function bar(
  plot: Plot,
  { y, bottom }: ColumnFrame,
  point: FigurePoint | null,
  series: number,
  { x, width, label }: Slot,
): string {
  if (point === null) return '';
  if (point.value === null) return withheld(plot, x, width, bottom);
  const middle = x + width / 2;
  const base = y(Math.max(plot.scale.low, 0));
  const end = y(point.value);
  const interval = intervalOf(point);
  const rect = element('rect', {
    x,
    y: Math.min(end, base),
    width,
    height: Math.abs(base - end),
    ...barPaint(plot, series, isPart(point)),
  });
  const line = interval ? whisker(plot, middle, y(interval.low), y(interval.high)) : '';
  if (label === null) return rect + line;
  const labelY =
    point.value < 0
      ? Math.max(end, interval ? y(interval.low) : end) + 14
      : Math.min(end, interval ? y(interval.high) : end) - 5;
  const place = { x: middle, y: labelY, 'text-anchor': 'middle', ...strong(plot) };
  return rect + line + textElement(place, label(point));
}

/** From the base to the end of a bar, and tall enough to point at. */
function barReach(plot: Plot, { y, bottom }: ColumnFrame, { value }: FigurePoint) {
  const base = value === null ? bottom : y(Math.max(plot.scale.low, 0));
  const end = value === null ? bottom : y(value);
  const height = Math.max(12, Math.abs(base - end));
  return { top: value !== null && value < 0 ? base : base - height, height };
}

/** A value that is not shown: a low hatched stub with a star, whatever its size. */
function withheld(plot: Plot, x: number, width: number, bottom: number): string {
  const stub = {
    x,
    y: bottom - 10,
    width,
    height: 10,
    fill: `url(#${plot.id}-none)`,
    stroke: plot.theme.axis,
    'stroke-dasharray': '2 2',
  };
  const place = { x: x + width / 2, y: bottom - 13, 'text-anchor': 'middle', ...strong(plot) };
  return element('rect', stub) + textElement(place, '*');
}

function written(plot: Plot, point: FigurePoint): string {
  return point.value === null ? '*' : formatNumber(point.value, plot.figure.y.format);
}

/** The axis names the unit: where bars are narrow the values leave it out. */
function withoutUnit(plot: Plot, point: FigurePoint): string {
  return written(plot, point).replace(/\s*%$/, '');
}
