import type { CategoryFigure, FigurePoint } from '../../model/figure.ts';
import type { Category } from '../categories.ts';
import { intervalWords } from '../interval-words.ts';
import { textWidth } from '../text-width.ts';
import { wrapText } from '../wrap-text.ts';
import { LABEL, LINE } from './plot.ts';

export interface RowLayout {
  /** Width of the label column. */
  labels: number;
  /** Width of the column of written intervals at the right; 0 without one. */
  values: number;
  rows: readonly { lines: readonly string[]; height: number }[];
  height: number;
}

/** How high each row must be for its label and its bars, before anything is drawn. */
export function rowLayout(
  figure: CategoryFigure,
  categories: readonly Category[],
  width: number,
): RowLayout {
  const named = categories.map(({ label, part }) => (part === null ? label : `${label} (${part})`));
  const natural = Math.max(0, ...named.map((label) => textWidth(label, LABEL)));
  const labels = Math.min(natural + 2, width * 0.4);
  const thick = figure.kind === 'interval' ? 18 : figure.series.length > 1 ? 14 : 20;
  const rows = named.map((label) => {
    const lines = wrapText(label, labels, LABEL, 3);
    const marks = figure.series.length * thick + (figure.series.length > 1 ? 8 : 4);
    return { lines, height: Math.max(marks, lines.length * LINE + 6) };
  });
  const written = categories.flatMap(({ points }) => points.map((p) => writtenInterval(figure, p)));
  const values =
    figure.kind === 'interval' ? Math.max(0, ...written.map((text) => textWidth(text, LABEL))) : 0;
  return { labels, values, rows, height: rows.reduce((sum, row) => sum + row.height, 0) };
}

/** "2.58 [1.04, 4.13]" */
export function writtenInterval(figure: CategoryFigure, point: FigurePoint | null): string {
  if (point === null) return '';
  if (point.value === null) return '*';
  return intervalWords({ ...point, value: point.value }, figure.y.format);
}
