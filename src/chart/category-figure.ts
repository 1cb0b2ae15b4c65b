import type { CategoryFigure, Figure } from '../model/figure.ts';

/** Bars, lines over time and intervals: one value a category and series. */
export function isCategoryFigure(figure: Figure): figure is CategoryFigure {
  return 'series' in figure && figure.kind !== 'scatter';
}
