import type { ReferenceBand, ReferenceLine, ScatterFigure } from '../../model/figure.ts';
import { type ChartTheme, seriesColour } from '../chart-theme.ts';
import type { Scale } from '../nice-scale.ts';
import { pointPairWords } from '../pair-words.ts';
import { scatterScales } from '../scatter-scales.ts';
import { xmlText } from '../xml-text.ts';
import { type PlotlyFigure, plotlyLayout, plotlyValueAxis } from './plotly-parts.ts';

const SYMBOLS = ['circle', 'square', 'diamond', 'triangle-up'];
const DASHES = ['solid', 'dash', 'dot', 'dashdot'];

/** Points to zoom into, over the fitted line, the reference lines and the bands. */
export function scatterPlotly(figure: ScatterFigure, theme: ChartTheme): PlotlyFigure {
  const { series, lines = [], bands = [], fit, x, y } = figure;
  const scales = scatterScales(figure);
  const points = series.map(({ name, points: all }, s) => ({
    type: 'scatter',
    mode: 'markers',
    name: xmlText(name),
    x: all.map((point) => point.x),
    y: all.map((point) => point.y),
    marker: {
      color: seriesColour(theme, s),
      symbol: SYMBOLS[s % SYMBOLS.length],
      size: all.map(({ n }) => Math.min(28, 7 * Math.sqrt(n ?? 1))),
      opacity: 0.7,
    },
    hovertext: all.map((point) => xmlText(pointPairWords(figure, name, point))),
    hoverinfo: 'text',
  }));
  const fitted =
    fit === undefined
      ? []
      : [
          fitBand(fit, theme),
          {
            type: 'scatter',
            mode: 'lines',
            name: xmlText(fit.name),
            x: fit.points.map((point) => point.x),
            y: fit.points.map(({ value }) => value),
            line: { color: theme.text, width: 2 },
            hoverinfo: 'skip',
          },
        ];
  const guides = [
    ...bands.map((band) => bandTrace(band, scales.x, scales.y, theme)),
    ...lines.map((line, i) => lineTrace(line, scales.x, scales.y, theme, i)),
  ];
  return {
    data: [...guides, ...fitted, ...points],
    layout: {
      ...plotlyLayout(theme, points.length + guides.length + fitted.length > 1),
      xaxis: {
        ...plotlyValueAxis(x, scales.x, theme),
        ...(figure.square ? { constrain: 'domain' } : {}),
      },
      yaxis: {
        ...plotlyValueAxis(y, scales.y, theme),
        ...(figure.square ? { scaleanchor: 'x', constrain: 'domain' } : {}),
      },
    },
  };
}

function fitBand({ points }: NonNullable<ScatterFigure['fit']>, theme: ChartTheme): object {
  const upper = points.flatMap(({ x, high }) => (high === undefined ? [] : [{ x, y: high }]));
  const lower = points.flatMap(({ x, low }) => (low === undefined ? [] : [{ x, y: low }]));
  const corners = [...upper, ...lower.reverse()];
  return {
    type: 'scatter',
    mode: 'lines',
    x: corners.map((corner) => corner.x),
    y: corners.map((corner) => corner.y),
    fill: 'toself',
    fillcolor: `${theme.text}1a`,
    line: { width: 0 },
    hoverinfo: 'skip',
    showlegend: false,
  };
}

function lineTrace(
  { along, at, label }: ReferenceLine,
  x: Scale,
  y: Scale,
  theme: ChartTheme,
  i: number,
): object {
  const ends = {
    x: { x: [at, at], y: [y.low, y.high] },
    y: { x: [x.low, x.high], y: [at, at] },
    diagonal: { x: [x.low, x.high], y: [x.low + at, x.high + at] },
  };
  return {
    type: 'scatter',
    mode: 'lines',
    name: xmlText(label),
    ...ends[along],
    line: { color: theme.text, width: 1.2, dash: DASHES[i % DASHES.length] },
    hoverinfo: 'skip',
  };
}

function bandTrace(
  { along, low, high, label }: ReferenceBand,
  x: Scale,
  y: Scale,
  theme: ChartTheme,
): object {
  const corners = {
    x: { x: [low, high, high, low], y: [y.low, y.low, y.high, y.high] },
    y: { x: [x.low, x.high, x.high, x.low], y: [low, low, high, high] },
    diagonal: {
      x: [x.low, x.high, x.high, x.low],
      y: [x.low + low, x.high + low, x.high + high, x.low + high],
    },
  };
  return {
    type: 'scatter',
    mode: 'lines',
    name: xmlText(label),
    ...corners[along],
    fill: 'toself',
    fillcolor: `${theme.axis}33`,
    line: { width: 0 },
    hoverinfo: 'skip',
  };
}
