import type { Figure } from '../model/figure.ts';
import { isCategoryFigure } from './category-figure.ts';
import type { ChartTheme } from './chart-theme.ts';
import { categoryPlotly } from './plotly/category-plotly.ts';

/**
 * A figure as plain Plotly data and layout. Plotly reads its texts as HTML, so every string that comes
 * from data is escaped, and none is ever a template: hover texts are written out here.
 */
export function figureToPlotly(
  figure: Figure,
  theme: ChartTheme,
): { data: object[]; layout: object } {
  return isCategoryFigure(figure) ? categoryPlotly(figure, theme) : { data: [], layout: {} };
}
