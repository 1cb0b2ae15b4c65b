import type { ChartRunOptions } from 'docx/charts';
import { barShares, barTotal } from '../../chart/bar-shares.ts';
import { LIGHT_THEME } from '../../chart/chart-theme.ts';
import { levelColour } from '../../chart/level-colour.ts';
import { inkOn } from '../../chart/shade.ts';
import { xmlSafe } from '../../chart/xml-text.ts';
import type { StackedBarFigure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { numberFormatCode } from '../number-format.ts';
import { axisTitle } from './chart-options.ts';
import { FONT, INK } from './page.ts';

/** Pixels: the text width of the page. */
const WIDTH = 626;
/** Narrower parts, in per cent, have no room for their number. */
const NARROW = 6;

/** Word stacks from one side, and every part it stacks has a length. */
export function stacksInWord({ middle, bars }: StackedBarFigure): boolean {
  return (
    middle === undefined &&
    bars.length > 0 &&
    bars.every((bar) => (barTotal(bar) ?? 0) > 0 && !bar.counts.includes(null))
  );
}

/** Shares of levels as a native chart of stacked bars, with the shares as its data. */
export function stackedChart(figure: StackedBarFigure): ChartRunOptions {
  const { bars, levels } = figure;
  const shares = bars.map(barShares);
  const font = { name: FONT, color: INK.text2, size: 9 };
  const numberFormat = numberFormatCode('percent0');
  return {
    type: 'bar',
    stacking: 'stacked',
    categories: bars.map((bar) =>
      xmlSafe(`${bar.label} (n = ${formatNumber(barTotal(bar), 'count')})`),
    ),
    series: levels.map((level, i) => {
      const colour = levelColour(figure, LIGHT_THEME, i);
      const values = shares.map((bar) => bar[i] ?? null);
      return {
        name: xmlSafe(level),
        values,
        color: colour.slice(1),
        dataLabels: {
          value: true,
          position: 'center' as const,
          numberFormat,
          font: { name: FONT, size: 9, bold: true, color: inkOn(colour).slice(1) },
        },
        pointLabels: values.map((share) => ((share ?? 0) < NARROW ? (false as const) : undefined)),
      };
    }),
    gapWidth: 45,
    overlap: 100,
    font: { name: FONT, color: INK.text2 },
    chartArea: { fill: 'none', border: 'none' },
    legend: { position: 'top', font: { ...font, color: INK.text } },
    altText: {
      name: xmlSafe(figure.title),
      title: xmlSafe(figure.title),
      description: xmlSafe(figure.alt),
    },
    transformation: { width: WIDTH, height: Math.min(860, 130 + 42 * bars.length) },
    categoryAxis: { font, reverseOrder: true, ...axisTitle(figure.x.title) },
    valueAxis: {
      font,
      minimum: 0,
      maximum: 100,
      interval: 25,
      numberFormat,
      crossesAt: 'maximum',
      ...axisTitle(figure.y.title),
    },
  };
}
