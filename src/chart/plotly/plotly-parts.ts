import type { ValueAxis } from '../../model/figure.ts';
import type { ChartTheme } from '../chart-theme.ts';
import type { Scale } from '../nice-scale.ts';
import { tickLabel } from '../value-scale.ts';
import { wrapText } from '../wrap-text.ts';
import { xmlText } from '../xml-text.ts';

const LABEL = 12;
/** Pixels, in a chart as large as the window. */
const TITLE_WIDTH = 420;
const NAME_WIDTH = 240;
const COLUMN_WIDTH = 160;

/** Plain Plotly data and layout. */
export interface PlotlyFigure {
  data: object[];
  layout: object;
}

/** What all charts share: font, ground, the key above, the look of what is shown under the pointer. */
export function plotlyLayout(theme: ChartTheme, hasKey: boolean) {
  return {
    font: { family: theme.font, size: LABEL, color: theme.text2 },
    paper_bgcolor: theme.surface,
    plot_bgcolor: theme.surface,
    colorway: [...theme.series],
    showlegend: hasKey,
    legend: { orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom', font: { color: theme.text } },
    margin: { l: 8, r: 24, t: hasKey ? 40 : 16, b: 8 },
    hovermode: 'closest',
    hoverlabel: {
      bgcolor: theme.surface,
      bordercolor: theme.axis,
      font: { family: theme.font, color: theme.text },
      align: 'left',
    },
  };
}

/** An axis of numbers with the ticks of its scale. */
export function plotlyValueAxis(
  axis: Pick<ValueAxis, 'title' | 'format'>,
  scale: Scale,
  theme: ChartTheme,
): object {
  return {
    title: { text: broken(axis.title, TITLE_WIDTH, 2), standoff: 10, font: { size: LABEL } },
    range: [scale.low, scale.high],
    tickmode: 'array',
    tickvals: [...scale.ticks],
    ticktext: scale.ticks.map((tick) => tickLabel(tick, scale.step, axis.format)),
    gridcolor: theme.grid,
    zeroline: true,
    zerolinecolor: theme.axis,
    automargin: true,
  };
}

/** An axis of names at 0, 1, …, from top to bottom where `isDown`. */
export function plotlyNameAxis(
  title: string,
  names: readonly string[],
  theme: ChartTheme,
  isDown: boolean,
): object {
  const range = [-0.5, names.length - 0.5];
  return {
    title: { text: broken(title, TITLE_WIDTH, 2), standoff: 10, font: { size: LABEL } },
    range: isDown ? range.reverse() : range,
    tickmode: 'array',
    tickvals: names.map((_, i) => i),
    ticktext: names.map((name) => broken(name, isDown ? NAME_WIDTH : COLUMN_WIDTH, 3)),
    showgrid: false,
    zeroline: false,
    linecolor: theme.axis,
    automargin: true,
  };
}

/** A text in lines, each of them escaped. */
function broken(text: string, width: number, lines: number): string {
  return wrapText(text, width, LABEL, lines).map(xmlText).join('<br>');
}
