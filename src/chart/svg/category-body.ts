import type { CategoryFigure } from '../../model/figure.ts';
import { categoriesOf } from '../categories.ts';
import { standsInRows } from '../orientation.ts';
import { valueScale } from '../value-scale.ts';
import type { Body, Canvas, KeyEntry } from './canvas.ts';
import { drawColumns } from './columns.ts';
import { element } from './element.ts';
import { marker } from './marks.ts';
import { barPaint, hatchPatterns, type Plot } from './plot.ts';
import { rowLayout } from './row-layout.ts';
import { drawRows, ROW_AXIS, ROW_HEADING } from './rows.ts';

/** Bars, histogram, lines, intervals: in columns, or in rows where labels need the room. */
export function categoryBody(figure: CategoryFigure, canvas: Canvas, width: number): Body {
  const categories = categoriesOf(figure);
  const plot: Plot = { ...canvas, figure, categories, scale: valueScale(figure) };
  const key = seriesKey(plot);
  if (!standsInRows(figure, width - 70)) {
    return { key, draw: (box) => hatchPatterns(plot) + drawColumns(plot, box) };
  }
  const rows = rowLayout(figure, categories, width);
  return {
    key,
    height: rows.height + ROW_HEADING + ROW_AXIS,
    draw: (box) => hatchPatterns(plot) + drawRows(plot, box, rows),
  };
}

/** Lines name themselves at their ends. */
function seriesKey(plot: Plot): KeyEntry[] {
  const { kind, series } = plot.figure;
  if (series.length < 2 || kind === 'line') return [];
  return series.map(({ name }, s) => ({
    name,
    sign: (x, y) =>
      kind === 'interval'
        ? marker(plot.theme, s, x, y, false)
        : element('rect', {
            x: x - 5,
            y: y - 5,
            width: 10,
            height: 10,
            ...barPaint(plot, s, false),
          }),
  }));
}
