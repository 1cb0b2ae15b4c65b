import type { FigurePoint } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { type Category, isPart } from '../categories.ts';
import { pointWords } from '../point-words.ts';
import { textWidth } from '../text-width.ts';
import { shorten } from '../wrap-text.ts';
import { along, bottomAxis } from './axes.ts';
import type { Box } from './canvas.ts';
import { element, textElement, textLines } from './element.ts';
import { intervalOf, lyingWhisker, marker } from './marks.ts';
import { barPaint, dark, LABEL, LINE, type Plot, strong } from './plot.ts';
import { type RowLayout, writtenInterval } from './row-layout.ts';

/** What the axis below the rows needs. */
export const ROW_AXIS = 46;
/** The name of the categories above the rows. */
export const ROW_HEADING = 20;

interface Across {
  left: number;
  right: number;
  x(value: number): number;
}

/** A chart whose categories stand under each other: bars to the right, or intervals with their numbers. */
export function drawRows(plot: Plot, box: Box, layout: RowLayout): string {
  const { figure, scale } = plot;
  const left = box.left + layout.labels + 10;
  const right = box.left + box.width - (layout.values > 0 ? layout.values + 16 : valueRoom(plot));
  const x = along(scale, left, right);
  const bottom = box.top + ROW_HEADING + layout.height + 4;
  const heading = textElement(
    { x: left - 10, y: box.top + 11, 'text-anchor': 'end' },
    shorten(figure.x.title, layout.labels, LABEL),
  );
  let top = box.top + ROW_HEADING;
  const rows = layout.rows.map((row, i) => {
    const middle = top + row.height / 2;
    top += row.height;
    const first = middle - ((row.lines.length - 1) * LINE) / 2 + 4;
    const label = textLines(
      { x: left - 10, y: first, 'text-anchor': 'end', ...dark(plot) },
      row.lines,
      LINE,
    );
    const category = plot.categories[i];
    const across = { left, right, x };
    const marks = category?.points.map((point, s) =>
      mark(plot, across, category, point, s, middle),
    );
    return label + (marks ?? []).join('');
  });
  const panel = { left, right, top: box.top + ROW_HEADING - 4, bottom };
  return heading + bottomAxis(plot, panel, scale, figure.y) + rows.join('');
}

/** Room right of the longest bar for its value. */
function valueRoom({ categories, figure }: Plot): number {
  const written = categories.flatMap(({ points }) =>
    points.map((p) => (p?.value == null ? '*' : formatNumber(p.value, figure.y.format))),
  );
  return 14 + Math.max(0, ...written.map((text) => textWidth(text, LABEL)));
}

function mark(
  plot: Plot,
  across: Across,
  category: Category,
  point: FigurePoint | null,
  s: number,
  middle: number,
) {
  if (point === null) return '';
  const { figure, scale } = plot;
  const many = figure.series.length;
  const pitch = figure.kind === 'interval' ? 18 : many > 1 ? 14 : 16;
  const y = middle + (s - (many - 1) / 2) * pitch;
  const { x, right } = across;
  plot.marks.push({
    left: across.left,
    top: y - 8,
    width: right - across.left,
    height: 16,
    text: pointWords(figure, category, point, s),
    ...(point.rows === undefined ? {} : { rows: point.rows }),
  });
  const base = x(Math.min(Math.max(scale.low, 0), scale.high));
  if (point.value === null) return withheld(plot, base, y);
  const interval = intervalOf(point);
  const whisker = interval ? lyingWhisker(plot, y, x(interval.low), x(interval.high)) : '';
  const end = x(point.value);
  if (figure.kind === 'interval') {
    const text = { x: right + 16, y: y + 4, ...strong(plot) };
    return (
      whisker +
      marker(plot.theme, s, end, y, isPart(point)) +
      textElement(text, writtenInterval(figure, point))
    );
  }
  const thick = many > 1 ? 12 : 15;
  const bar = element('rect', {
    x: Math.min(base, end),
    y: y - thick / 2,
    width: Math.abs(end - base),
    height: thick,
    ...barPaint(plot, s, isPart(point)),
  });
  const beyond = Math.max(base, end, interval ? x(interval.high) : 0);
  const value = formatNumber(point.value, figure.y.format);
  return bar + whisker + textElement({ x: beyond + 6, y: y + 4, ...strong(plot) }, value);
}

function withheld(plot: Plot, base: number, y: number): string {
  const stub = {
    x: base,
    y: y - 6,
    width: 14,
    height: 12,
    fill: `url(#${plot.id}-none)`,
    stroke: plot.theme.axis,
    'stroke-dasharray': '2 2',
  };
  return element('rect', stub) + textElement({ x: base + 20, y: y + 5, ...strong(plot) }, '*');
}
