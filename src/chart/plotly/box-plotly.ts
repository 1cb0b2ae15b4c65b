import type { BoxFigure } from '../../model/figure.ts';
import { axisScale } from '../axis-scale.ts';
import { boxWords } from '../box-words.ts';
import { type ChartTheme, seriesColour } from '../chart-theme.ts';
import { jitter } from '../jitter.ts';
import { xmlText } from '../xml-text.ts';
import {
  type PlotlyFigure,
  plotlyLayout,
  plotlyNameAxis,
  plotlyValueAxis,
} from './plotly-parts.ts';

/** Boxes as shapes from the numbers of the figure, so that no quartile is computed twice, over their points. */
export function boxPlotly(figure: BoxFigure, theme: ChartTheme): PlotlyFigure {
  const { groups, y } = figure;
  const line = { color: theme.text, width: 1.2 };
  const shapes = groups.flatMap(({ box }, i) =>
    box === null
      ? []
      : [
          segment(box.low, box.lower, i, 0, line),
          segment(box.upper, box.high, i, 0, line),
          {
            type: 'rect',
            x0: box.lower,
            x1: box.upper,
            y0: i - 0.22,
            y1: i + 0.22,
            fillcolor: seriesColour(theme, i),
            opacity: 0.3,
            line,
          },
          segment(box.median, box.median, i, 0.22, { ...line, width: 3 }),
        ],
  );
  const points = groups.map((group, i) => ({
    type: 'scatter',
    mode: 'markers',
    x: group.points,
    y: group.points.map((_, p) => i + jitter(p) * 0.6),
    marker: { color: seriesColour(theme, i), size: 5, opacity: 0.5 },
    hoverinfo: 'skip',
  }));
  const drawn = groups.map((group, i) => ({ group, i })).filter(({ group }) => group.box !== null);
  const summary = {
    type: 'scatter',
    mode: 'markers',
    x: drawn.map(({ group }) => group.mean?.value ?? group.box?.median ?? null),
    y: drawn.map(({ i }) => i),
    marker: {
      symbol: 'diamond',
      size: 10,
      color: theme.surface,
      line: { color: theme.text, width: 1.6 },
    },
    error_x: {
      type: 'data',
      symmetric: false,
      array: drawn.map(
        ({ group: { mean } }) => (mean?.high ?? mean?.value ?? 0) - (mean?.value ?? 0),
      ),
      arrayminus: drawn.map(
        ({ group: { mean } }) => (mean?.value ?? 0) - (mean?.low ?? mean?.value ?? 0),
      ),
      color: theme.text,
    },
    hovertext: drawn.map(({ group }) => xmlText(boxWords(group, y.format))),
    hoverinfo: 'text',
  };
  const values = groups.flatMap(({ box, mean, points: all }) => [
    ...all,
    box?.low,
    box?.high,
    mean?.low,
    mean?.high,
  ]);
  return {
    data: [...points, summary],
    layout: {
      ...plotlyLayout(theme, false),
      shapes,
      xaxis: plotlyValueAxis(y, axisScale(y, values), theme),
      yaxis: plotlyNameAxis(
        figure.x.title,
        groups.map(({ label }) => label),
        theme,
        true,
      ),
    },
  };
}

function segment(x0: number, x1: number, at: number, half: number, line: object): object {
  return { type: 'line', x0, x1, y0: at - half, y1: at + half, line };
}
