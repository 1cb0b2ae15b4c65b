import type { ForestFigure } from '../../model/figure.ts';
import { type ChartTheme, seriesColour } from '../chart-theme.ts';
import { forestScale } from '../forest-scale.ts';
import { intervalWords } from '../interval-words.ts';
import { xmlText } from '../xml-text.ts';
import {
  type PlotlyFigure,
  plotlyLayout,
  plotlyNameAxis,
  plotlyValueAxis,
} from './plotly-parts.ts';

/** Estimates under each other with their intervals, and the line of no difference. */
export function forestPlotly(figure: ForestFigure, theme: ChartTheme): PlotlyFigure {
  const { rows, reference, x: axis } = figure;
  const { scale } = forestScale(figure, 0, 1);
  const names = rows.map(({ label, group }) =>
    group === undefined ? label : `${group}: ${label}`,
  );
  const shown = rows.map((row, i) => ({ ...row, i })).filter(({ value }) => value !== null);
  const colour = seriesColour(theme, 0);
  const data = {
    type: 'scatter',
    mode: 'markers',
    x: shown.map(({ value }) => value),
    y: shown.map(({ i }) => i),
    marker: {
      color: colour,
      size: 9,
      symbol: shown.map(({ pooled }) => (pooled ? 'diamond' : 'square')),
    },
    error_x: {
      type: 'data',
      symmetric: false,
      array: shown.map(({ value, high }) => (high ?? value ?? 0) - (value ?? 0)),
      arrayminus: shown.map(({ value, low }) => (value ?? 0) - (low ?? value ?? 0)),
      color: theme.text,
      thickness: 1.3,
    },
    hovertext: shown.map(({ i, value, low, high }) =>
      xmlText(`${names[i] ?? ''}: ${intervalWords({ value: value ?? 0, low, high }, axis.format)}`),
    ),
    hoverinfo: 'text',
  };
  const line = { color: theme.text, width: 1, dash: 'dash' };
  return {
    data: [data],
    layout: {
      ...plotlyLayout(theme, false),
      shapes: [
        { type: 'line', yref: 'paper', x0: reference.at, x1: reference.at, y0: 0, y1: 1, line },
      ],
      xaxis: axis.log
        ? {
            ...plotlyValueAxis(axis, scale, theme),
            type: 'log',
            zeroline: false,
            ticktext: scale.ticks.map(String),
          }
        : plotlyValueAxis(axis, scale, theme),
      yaxis: plotlyNameAxis(figure.label, names, theme, true),
    },
  };
}
