import type { CategoryFigure, FigurePoint } from '../model/figure.ts';
import type { Category } from './categories.ts';
import { intervalWords } from './interval-words.ts';

/** A point as it is read out: "2015/16 (from June): 97", "Warmth, After: 2.58 [1.04, 4.13]". */
export function pointWords(
  figure: CategoryFigure,
  { label, part }: Category,
  point: FigurePoint,
  series: number,
): string {
  const place = part === null ? label : `${label} (${part})`;
  const name = figure.series.length > 1 ? `, ${figure.series[series]?.name ?? ''}` : '';
  const value =
    point.value === null
      ? 'not shown'
      : intervalWords({ ...point, value: point.value }, figure.y.format);
  return `${place}${name}: ${value}`;
}
