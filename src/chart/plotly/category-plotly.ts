import type { CategoryFigure, FigurePoint } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { type Category, categoriesOf, isPart } from '../categories.ts';
import { type ChartTheme, seriesColour } from '../chart-theme.ts';
import { standsInRows } from '../orientation.ts';
import { pointWords } from '../point-words.ts';
import { shortMonths } from '../short-months.ts';
import { hasBars, valueScale } from '../value-scale.ts';
import { wrapText } from '../wrap-text.ts';
import { xmlText } from '../xml-text.ts';
import { type PlotlyFigure, plotlyLayout, plotlyValueAxis } from './plotly-parts.ts';

const PLOT_WIDTH = 640;
const LABEL = 12;

interface View {
  figure: CategoryFigure;
  theme: ChartTheme;
  categories: readonly Category[];
  rows: boolean;
}

/** Bars, lines and intervals. Categories are positions 0, 1, …, so that equal labels stay apart. */
export function categoryPlotly(figure: CategoryFigure, theme: ChartTheme): PlotlyFigure {
  const categories = categoriesOf(figure);
  const view = { figure, theme, categories, rows: standsInRows(figure, PLOT_WIDTH) };
  const data = figure.series.map((_, s) => trace(view, s));
  const values = valueAxis(view);
  const places = categoryAxis(view);
  const layout = {
    ...plotlyLayout(theme, figure.series.length > 1),
    barmode: 'group',
    bargap: figure.kind === 'histogram' ? 0.02 : 0.32,
    ...(view.rows ? { xaxis: values, yaxis: places } : { xaxis: places, yaxis: values }),
  };
  return { data, layout };
}

function trace(view: View, s: number): object {
  const { figure, theme, categories, rows } = view;
  const places = categories.map((_, i) => i);
  const points = categories.map(({ points: all }) => all[s] ?? null);
  // A value that is not shown stands as a star on the axis; bars need a length for their text.
  const none = hasBars(figure) ? 0 : null;
  const values = points.map((point) => (point === null ? null : (point.value ?? none)));
  const colour = seriesColour(theme, s);
  const written = points.map((point) => label(figure, point));
  const bounds = points.map((point) => (point?.value == null ? null : point));
  const error = {
    type: 'data',
    symmetric: false,
    array: bounds.map((p) => (p?.high !== undefined && p.value !== null ? p.high - p.value : 0)),
    arrayminus: bounds.map((p) => (p?.low !== undefined && p.value !== null ? p.value - p.low : 0)),
    color: theme.text,
    thickness: 1.3,
    width: 5,
  };
  const hasError = bounds.some((p) => p?.low !== undefined && p.high !== undefined);
  const common = {
    name: xmlText(figure.series[s]?.name ?? ''),
    [rows ? 'y' : 'x']: places,
    [rows ? 'x' : 'y']: values,
    hovertext: points.map((point, i) => hover(view, categories[i], point, s)),
    hoverinfo: 'text',
    ...(hasError ? { [rows ? 'error_x' : 'error_y']: error } : {}),
  };
  if (hasBars(figure)) {
    return {
      ...common,
      type: 'bar',
      orientation: rows ? 'h' : 'v',
      text: written,
      textposition: 'outside',
      textfont: { color: theme.text },
      cliponaxis: false,
      marker: {
        color: colour,
        line: { color: colour, width: points.map((point) => (isPart(point) ? 1 : 0)) },
        pattern: {
          shape: points.map((point) => (isPart(point) ? '/' : '')),
          fillmode: 'replace',
          fgcolor: colour,
          bgcolor: theme.surface,
          size: 7,
          solidity: 0.45,
        },
      },
    };
  }
  return {
    ...common,
    type: 'scatter',
    mode: figure.kind === 'line' ? 'lines+markers' : 'markers',
    connectgaps: false,
    line: { color: colour, width: 2 },
    marker: {
      color: colour,
      size: 9,
      symbol: points.map((p) => `${SYMBOLS[s % 4] ?? 'circle'}${isPart(p) ? '-open' : ''}`),
      line: { color: colour, width: 1.6 },
    },
    ...(figure.kind === 'interval' && figure.series.length > 1 ? dodged(view, s) : {}),
  };
}

const SYMBOLS = ['circle', 'square', 'diamond', 'triangle-up'];

/** Moves the markers of several series apart, so that their intervals do not cover each other. */
function dodged({ figure, categories, rows }: View, s: number): object {
  const shift = (s - (figure.series.length - 1) / 2) * Math.min(0.2, 0.6 / figure.series.length);
  return { [rows ? 'y' : 'x']: categories.map((_, i) => i + shift) };
}

function label(figure: CategoryFigure, point: FigurePoint | null): string {
  if (point === null) return '';
  return point.value === null ? '*' : xmlText(formatNumber(point.value, figure.y.format));
}

function hover(
  { figure }: View,
  category: Category | undefined,
  point: FigurePoint | null,
  s: number,
): string {
  return point === null || category === undefined
    ? ''
    : xmlText(pointWords(figure, category, point, s));
}

function valueAxis({ figure, theme, rows }: View): object {
  const scale = valueScale(figure);
  return {
    ...plotlyValueAxis(figure.y, scale, theme),
    range: hasBars(figure)
      ? [scale.low, scale.high + (scale.high - scale.low) * 0.06]
      : [scale.low, scale.high],
    fixedrange: !rows && hasBars(figure),
  };
}

function categoryAxis({ figure, theme, categories, rows }: View): object {
  const width = rows ? 220 : PLOT_WIDTH / Math.max(1, categories.length);
  const texts = categories.map(({ label: text, part }) =>
    [
      ...wrapText(text, width, LABEL, 3),
      ...(part === null ? [] : [rows ? part : shortMonths(part)]),
    ]
      .map(xmlText)
      .join('<br>'),
  );
  const every =
    figure.kind === 'line' || figure.kind === 'histogram' ? Math.ceil(categories.length / 14) : 1;
  const shown = categories.map((_, i) => i).filter((i) => i % every === 0);
  const range = [-0.5, categories.length - 0.5];
  return {
    title: { text: xmlText(figure.x.title), standoff: 10, font: { size: LABEL } },
    range: rows ? range.reverse() : range,
    tickmode: 'array',
    tickvals: shown,
    ticktext: shown.map((i) => texts[i] ?? ''),
    showgrid: false,
    zeroline: false,
    linecolor: theme.axis,
    showline: !rows,
    automargin: true,
  };
}
