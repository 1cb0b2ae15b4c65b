import type { Figure } from '../model/figure.ts';
import type { ChartTheme } from './chart-theme.ts';
import { boxPlotly } from './plotly/box-plotly.ts';
import { categoryPlotly } from './plotly/category-plotly.ts';
import { forestPlotly } from './plotly/forest-plotly.ts';
import { pairedPlotly } from './plotly/paired-plotly.ts';
import type { PlotlyFigure } from './plotly/plotly-parts.ts';
import { scatterPlotly } from './plotly/scatter-plotly.ts';
import { stackedPlotly } from './plotly/stacked-plotly.ts';
import { stepPlotly } from './plotly/step-plotly.ts';

/**
 * A figure as plain Plotly data and layout, to be looked into; null for tables and flow charts, which have
 * nothing to zoom into. Plotly reads its texts as HTML, so every string that comes from data is escaped, and
 * none is ever a template: hover texts are written out here.
 */
export function figureToPlotly(figure: Figure, theme: ChartTheme): PlotlyFigure | null {
  switch (figure.kind) {
    case 'paired-lines':
      return pairedPlotly(figure, theme);
    case 'box':
      return boxPlotly(figure, theme);
    case 'forest':
      return forestPlotly(figure, theme);
    case 'stacked-bar':
      return stackedPlotly(figure, theme);
    case 'step':
      return stepPlotly(figure, theme);
    case 'scatter':
      return scatterPlotly(figure, theme);
    case 'grid':
    case 'flow':
      return null;
    default:
      return categoryPlotly(figure, theme);
  }
}
