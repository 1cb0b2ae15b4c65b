import type { ChartCategoryGroup, ChartErrorBars, ChartRunOptions, ChartSeries } from 'docx/charts';
import { type Category, categoriesOf, isPart } from '../../chart/categories.ts';
import { LIGHT_THEME, seriesColour } from '../../chart/chart-theme.ts';
import { standsInRows } from '../../chart/orientation.ts';
import { shortMonths } from '../../chart/short-months.ts';
import { textWidth } from '../../chart/text-width.ts';
import { hasBars, stepDecimals, valueScale } from '../../chart/value-scale.ts';
import { xmlSafe } from '../../chart/xml-text.ts';
import type { CategoryFigure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { numberFormatCode, tickFormatCode } from '../number-format.ts';
import { hatchedColour, NO_LINE } from './chart-xml.ts';
import { FONT, INK } from './page.ts';

/** Pixels: the text width of the page. */
const WIDTH = 626;
/** The smallest axis font, in pixels. */
const AXIS_FONT = 11;
const MANY_BARS = 24;

/** A figure as a native chart of Word, with its data inside: columns, bars, or lines with markers and error bars. */
export function chartOptions(figure: CategoryFigure): ChartRunOptions {
  const categories = categoriesOf(figure);
  const places = figure.kind === 'interval' ? figure.series.length : 1;
  const rows = hasBars(figure) && standsInRows(figure, WIDTH - 70);
  const room = rows ? WIDTH : (WIDTH - 110) / Math.max(1, categories.length);
  const several = figure.series.length > 1;
  const font = { name: FONT, color: INK.text2, size: 9 };
  const common = {
    categories: places > 1 ? grouped(figure, categories) : categoryLabels(categories, room),
    series: figure.series.map((_, s) => chartSeries(figure, spread(categories, places), s)),
    font: { name: FONT, color: INK.text2 },
    chartArea: { fill: 'none' as const, border: 'none' as const },
    legend:
      several && places === 1
        ? { position: 'top' as const, font: { ...font, color: INK.text } }
        : (false as const),
    altText: {
      name: xmlSafe(figure.title),
      title: xmlSafe(figure.title),
      description: xmlSafe(figure.alt),
    },
    transformation: { width: WIDTH, height: chartHeight(figure, categories.length, rows) },
    categoryAxis: {
      ...axisTitle(figure.x.title),
      font: { ...font, size: categories.length > 7 && !rows ? 8 : 9 },
      ...(rows ? { reverseOrder: true } : {}),
    },
    valueAxis: { ...valueAxis(figure), font, ...(rows ? { crossesAt: 'maximum' as const } : {}) },
    emptyValues: 'gap' as const,
  };
  if (!hasBars(figure)) return { type: 'line', ...common };
  const gapWidth = figure.kind === 'histogram' ? 4 : several ? 45 : 48;
  return { type: rows ? 'bar' : 'column', ...common, gapWidth, overlap: several ? -4 : 0 };
}

/**
 * Intervals of several series would cover each other: every series gets a place of its own within
 * each category, named under the axis.
 */
function grouped(figure: CategoryFigure, categories: readonly Category[]): ChartCategoryGroup[] {
  const names = figure.series.map(({ name }) => xmlSafe(name));
  return categoryLabels(categories, WIDTH).map((name) => ({ name, categories: names }));
}

function spread(categories: readonly Category[], places: number): readonly Category[] {
  if (places === 1) return categories;
  return categories.flatMap(({ label, part, points }) =>
    points.map((point, s) => ({
      label,
      part,
      points: points.map((_, i) => (i === s ? point : null)),
    })),
  );
}

function chartSeries(
  figure: CategoryFigure,
  categories: readonly Category[],
  s: number,
): ChartSeries {
  const colour = seriesColour(LIGHT_THEME, s).slice(1);
  const points = categories.map(({ points: all }) => all[s] ?? null);
  const values = points.map((point) => point?.value ?? null);
  const error = errorBars(points);
  const numberFormat = numberFormatCode(figure.y.format);
  const font = { name: FONT, size: 9, bold: true, color: INK.text };
  const zeros = values.map((value) =>
    value !== null && value < 0 && !formatNumber(value, figure.y.format).startsWith('−')
      ? { text: formatNumber(value, figure.y.format) }
      : undefined,
  );
  const series = {
    // A number format would write −0.001 as "−0.00".
    ...(zeros.some(Boolean) ? { pointLabels: zeros } : {}),
    name: xmlSafe(figure.series[s]?.name || figure.y.title || 'Value'),
    values,
    color: colour,
    ...(error ? { errorBars: error } : {}),
  };
  if (hasBars(figure)) {
    const room = categories.length * figure.series.length <= MANY_BARS || figure.kind === 'bar';
    const labels = { value: true, position: 'outsideEnd' as const, numberFormat, font };
    return {
      ...series,
      colors: points.map((point) => (isPart(point) ? hatchedColour(s) : undefined)),
      dataLabels: room && !error ? labels : false,
    };
  }
  const joined = figure.kind === 'line';
  const labelled = joined ? figure.series.length === 1 : categories.length <= 12;
  const position = joined ? ('above' as const) : ('right' as const);
  return {
    ...series,
    markers: { shape: MARKERS[s % MARKERS.length] ?? 'circle', size: 7 },
    line: joined ? { color: colour, width: 2 } : { color: NO_LINE, width: 0.75 },
    dataLabels: labelled ? { value: true, position, numberFormat, font } : false,
  };
}

const MARKERS = ['circle', 'square', 'diamond', 'triangle'] as const;

function errorBars(points: readonly Category['points'][number][]): ChartErrorBars | null {
  const reach = points.map((point) =>
    point && point.value !== null && point.low !== undefined && point.high !== undefined
      ? { plus: point.high - point.value, minus: point.value - point.low }
      : null,
  );
  if (reach.every((entry) => entry === null)) return null;
  return {
    type: 'custom',
    plus: reach.map((entry) => entry?.plus ?? null),
    minus: reach.map((entry) => entry?.minus ?? null),
    line: { color: INK.text, width: 1 },
  };
}

/**
 * "2023/24 (to Dec.)"; the brackets are left out on all labels where they would break one over two lines.
 * A value that is not shown leaves a star.
 * @param room pixels for each label
 */
function categoryLabels(categories: readonly Category[], room: number): string[] {
  const parts = categories.flatMap(({ part }) => (part === null ? [] : [shortMonths(part)]));
  const bracketed = parts.every((part) => textWidth(`(${part})`, AXIS_FONT) <= room);
  return categories.map(({ label, part, points }) => {
    const words = shortMonths(part ?? '').replaceAll(' ', '\u00a0');
    const period = words === '' ? '' : ` ${bracketed ? `(${words})` : words}`;
    const withheld = points.some((point) => point !== null && point.value === null) ? ' *' : '';
    return xmlSafe(`${label}${period}${withheld}`);
  });
}

function valueAxis(figure: CategoryFigure) {
  const scale = valueScale(figure);
  const values = figure.series.flatMap(({ points }) => points.map((p) => p.high ?? p.value ?? 0));
  // Word writes the value above the bar: the highest bar needs room under the top of the plot.
  const crowded =
    hasBars(figure) && Math.max(0, ...values) > scale.low + (scale.high - scale.low) * 0.93;
  return {
    ...axisTitle(figure.y.title),
    minimum: scale.low,
    maximum: crowded ? Number((scale.high + scale.step / 2).toPrecision(12)) : scale.high,
    interval: scale.step,
    numberFormat: tickFormatCode(stepDecimals(scale.step), figure.y.format),
  };
}

/** The title of an axis, where it has one. */
export function axisTitle(text: string) {
  if (text === '') return {};
  return { title: { text: xmlSafe(text), font: { name: FONT, size: 9, color: INK.text2 } } };
}

function chartHeight(figure: CategoryFigure, categories: number, rows: boolean): number {
  const key = figure.series.length > 1 ? 24 : 0;
  if (!rows) return 290 + key;
  const each = figure.series.length > 1 ? 14 * figure.series.length + 10 : 24;
  return Math.min(860, Math.max(170, 60 + key + categories * each));
}
