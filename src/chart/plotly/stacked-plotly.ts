import type { StackedBarFigure } from '../../model/figure.ts';
import { formatNumber, formatShare } from '../../model/format.ts';
import { barShares, barTotal } from '../bar-shares.ts';
import type { ChartTheme } from '../chart-theme.ts';
import { levelColour } from '../level-colour.ts';
import { inkOn } from '../shade.ts';
import { xmlText } from '../xml-text.ts';
import {
  type PlotlyFigure,
  plotlyLayout,
  plotlyNameAxis,
  plotlyValueAxis,
} from './plotly-parts.ts';

const SCALE = { low: 0, high: 100, step: 25, ticks: [0, 25, 50, 75, 100] };

/** Lying bars of 100 %, one trace a level. */
export function stackedPlotly(figure: StackedBarFigure, theme: ChartTheme): PlotlyFigure {
  const { bars, levels } = figure;
  const shares = bars.map(barShares);
  const data = levels.map((level, i) => {
    const colour = levelColour(figure, theme, i);
    return {
      type: 'bar',
      orientation: 'h',
      name: xmlText(level),
      x: shares.map((bar) => bar[i] ?? 0),
      y: bars.map((_, b) => b),
      text: shares.map((bar) => (bar[i] == null ? '*' : formatNumber(bar[i] ?? null, 'percent0'))),
      textposition: 'inside',
      insidetextanchor: 'middle',
      textangle: 0,
      textfont: { color: inkOn(colour) },
      marker: { color: colour, line: { color: theme.surface, width: 1 } },
      hovertext: bars.map((bar) => {
        const n = bar.counts[i] ?? null;
        const total = barTotal(bar);
        const value = n === null || total === null ? 'not shown' : formatShare(n, total);
        return xmlText(`${bar.label}, ${level}: ${value}`);
      }),
      hoverinfo: 'text',
    };
  });
  const layout = plotlyLayout(theme, true);
  return {
    data,
    layout: {
      ...layout,
      legend: { ...layout.legend, traceorder: 'normal' },
      barmode: 'stack',
      uniformtext: { mode: 'hide', minsize: 11 },
      bargap: 0.3,
      xaxis: plotlyValueAxis({ title: figure.y.title, format: 'percent0' }, SCALE, theme),
      yaxis: plotlyNameAxis(
        figure.x.title,
        bars.map(({ label }) => label),
        theme,
        true,
      ),
    },
  };
}
