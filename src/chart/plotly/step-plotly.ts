import type { StepFigure } from '../../model/figure.ts';
import { axisScale } from '../axis-scale.ts';
import { type ChartTheme, seriesColour, seriesDash } from '../chart-theme.ts';
import { curveWords } from '../curve-words.ts';
import { stepPoints } from '../step-points.ts';
import { xmlText } from '../xml-text.ts';
import { type PlotlyFigure, plotlyLayout, plotlyValueAxis } from './plotly-parts.ts';

/** Curves in steps with their bands and censoring marks. */
export function stepPlotly(figure: StepFigure, theme: ChartTheme): PlotlyFigure {
  const { curves, x, y } = figure;
  const data = curves.flatMap((curve, i) => {
    const colour = seriesColour(theme, i);
    const upper = stepPoints(curve, ({ high }) => high);
    const lower = stepPoints(curve, ({ low }) => low);
    const corners = [...upper, ...lower.reverse()];
    const line = stepPoints(curve, ({ value }) => value);
    const valueAt = (time: number) => curve.steps.findLast(({ at }) => at <= time)?.value ?? null;
    return [
      {
        type: 'scatter',
        mode: 'lines',
        x: corners.map(({ at }) => at),
        y: corners.map(({ value }) => value),
        fill: 'toself',
        fillcolor: `${colour}22`,
        line: { width: 0 },
        hoverinfo: 'skip',
        showlegend: false,
      },
      {
        type: 'scatter',
        mode: 'lines',
        name: xmlText(curve.name),
        x: line.map(({ at }) => at),
        y: line.map(({ value }) => value),
        line: { color: colour, width: 2, dash: seriesDash(i) === undefined ? 'solid' : 'dash' },
        hovertext: curve.steps.flatMap((step) => {
          const words = xmlText(curveWords(figure, curve, step));
          return [words, words];
        }),
        hoverinfo: 'text',
      },
      {
        type: 'scatter',
        mode: 'markers',
        x: curve.censored,
        y: curve.censored.map(valueAt),
        marker: { symbol: 'line-ns-open', size: 9, color: colour },
        hoverinfo: 'skip',
        showlegend: false,
      },
    ];
  });
  const times = curves.flatMap(({ steps, end }) => [steps[0]?.at, end]);
  const values = curves.flatMap(({ steps }) =>
    steps.flatMap(({ value, low, high }) => [value, low, high]),
  );
  return {
    data,
    layout: {
      ...plotlyLayout(theme, curves.length > 1),
      xaxis: plotlyValueAxis(x, axisScale(x, times), theme),
      yaxis: plotlyValueAxis(y, axisScale(y, values), theme),
    },
  };
}
