import type { PairedLinesFigure } from '../../model/figure.ts';
import { axisScale } from '../axis-scale.ts';
import type { ChartTheme } from '../chart-theme.ts';
import { directionCounts, directionLine, directionWords, peopleOf } from '../directions.ts';
import { intervalWords } from '../interval-words.ts';
import { xmlText } from '../xml-text.ts';
import {
  type PlotlyFigure,
  plotlyLayout,
  plotlyNameAxis,
  plotlyValueAxis,
} from './plotly-parts.ts';

/** One trace a direction, its people separated by gaps; nobody can be pointed at, only the means. */
export function pairedPlotly(figure: PairedLinesFigure, theme: ChartTheme): PlotlyFigure {
  const counts = directionCounts(figure);
  const all = peopleOf(counts);
  const people = counts.map((count) => {
    const { colour, dash } = directionLine(theme, count.direction);
    const lines = figure.lines.filter(({ direction }) => direction === count.direction);
    return {
      type: 'scatter',
      mode: 'lines',
      name: xmlText(directionWords(count, all)),
      x: lines.flatMap(({ values }) => [...values.map((_, i) => i), null]),
      y: lines.flatMap(({ values }) => [...values, null]),
      opacity: 0.55,
      line: { color: colour, width: 1, dash: dash === undefined ? 'solid' : plotlyDash(dash) },
      hoverinfo: 'skip',
    };
  });
  const { means, times, y } = figure;
  const mean = {
    type: 'scatter',
    mode: 'lines+markers',
    name: 'Mean',
    x: means.map((_, i) => i),
    y: means.map(({ value }) => value),
    line: { color: theme.text, width: 3 },
    marker: { color: theme.text, size: 9 },
    error_y: {
      type: 'data',
      symmetric: false,
      array: means.map(({ value, high }) => (high ?? value) - value),
      arrayminus: means.map(({ value, low }) => value - (low ?? value)),
      color: theme.text,
    },
    hovertext: means.map((entry, i) =>
      xmlText(`${times[i] ?? ''}, mean: ${intervalWords(entry, y.format)}`),
    ),
    hoverinfo: 'text',
  };
  const values = [
    ...figure.lines.flatMap((line) => line.values),
    ...means.flatMap(({ value, low, high }) => [value, low, high]),
  ];
  return {
    data: [...people, mean],
    layout: {
      ...plotlyLayout(theme, true),
      xaxis: plotlyNameAxis(figure.x.title, times, theme, false),
      yaxis: plotlyValueAxis(y, axisScale(y, values), theme),
    },
  };
}

function plotlyDash(dashes: string): string {
  return dashes
    .split(' ')
    .map((length) => `${length}px`)
    .join(',');
}
