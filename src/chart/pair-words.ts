import type { ScatterFigure, ScatterPoint } from '../model/figure.ts';
import { formatNumber } from '../model/format.ts';

/** "Improved: before 24, after 11 (3 people)": the axis titles name the numbers. */
export function pointPairWords(
  { x, y, series }: ScatterFigure,
  name: string,
  point: ScatterPoint,
): string {
  const lead = series.length > 1 ? `${name}: ` : '';
  const many = (point.n ?? 1) > 1 ? ` (${formatNumber(point.n ?? 1, 'count')} here)` : '';
  return `${lead}${x.title} ${formatNumber(point.x, x.format)}, ${y.title} ${formatNumber(point.y, y.format)}${many}`;
}
