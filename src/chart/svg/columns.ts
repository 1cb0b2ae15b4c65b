import { shortMonths } from '../short-months.ts';
import { textWidth } from '../text-width.ts';
import { tickLabel } from '../value-scale.ts';
import { wrapText } from '../wrap-text.ts';
import { barMarks } from './bar-marks.ts';
import type { Box } from './canvas.ts';
import { element, textElement, textLines } from './element.ts';
import { END_LABEL, lineMarks } from './line-marks.ts';
import { LABEL, LINE, type Plot } from './plot.ts';

/** A chart whose categories stand side by side: columns, histogram, lines, intervals. */
export function drawColumns(plot: Plot, box: Box): string {
  const { figure, categories, scale, theme } = plot;
  const ticks = scale.ticks.map((tick) => tickLabel(tick, scale.step, figure.y.format));
  const left = box.left + 22 + Math.max(...ticks.map((tick) => textWidth(tick, LABEL))) + 8;
  const endLabels = figure.kind === 'line' ? endLabelWidth(plot) : 0;
  const width = box.left + box.width - left - endLabels;
  const band = width / Math.max(1, categories.length);
  const labels = thinned(plot, band);
  const lines = Math.max(1, ...labels.map((label) => label.length));
  const bottom = box.top + box.height - lines * LINE - 26;
  const top = box.top + 14;
  const y = (value: number) =>
    bottom - ((value - scale.low) / (scale.high - scale.low)) * (bottom - top);
  const centre = (i: number) => left + band * (i + 0.5);

  const grid = scale.ticks.map((tick, i) => {
    const isBase = tick === 0 || (i === 0 && scale.low > 0);
    const at = Math.round(y(tick)) + 0.5;
    return (
      element('line', {
        x1: left,
        x2: left + width,
        y1: at,
        y2: at,
        stroke: isBase ? theme.axis : theme.grid,
      }) + textElement({ x: left - 8, y: at + 4, 'text-anchor': 'end' }, ticks[i] ?? '')
    );
  });
  const names = labels.map((label, i) =>
    textLines({ x: centre(i), y: bottom + 17, 'text-anchor': 'middle' }, label, LINE),
  );
  const middle = (top + bottom) / 2;
  const titles =
    textElement(
      {
        'text-anchor': 'middle',
        transform: `translate(${box.left + 12} ${Math.round(middle)}) rotate(-90)`,
      },
      figure.y.title,
    ) +
    textElement(
      { x: left + width / 2, y: box.top + box.height - 4, 'text-anchor': 'middle' },
      figure.x.title,
    );
  const frame = { band, centre, y, bottom, right: left + width };
  const marks =
    figure.kind === 'line' || figure.kind === 'interval'
      ? lineMarks(plot, frame)
      : barMarks(plot, frame);
  return grid.join('') + marks + names.join('') + titles;
}

/** The category labels, broken into lines; on lines and histograms only as many as there is room for. */
function thinned(plot: Plot, band: number): string[][] {
  const { categories, figure } = plot;
  const every = figure.kind === 'line' || figure.kind === 'histogram' ? stride(plot, band) : 1;
  return categories.map(({ label, part }, i) => {
    if (i % every !== 0) return [];
    const width = band * every - 2;
    const below = part === null ? [] : wrapText(shortMonths(part), width + 10, LABEL, 2);
    return [...wrapText(label, width, LABEL, 2), ...below];
  });
}

/** Every how many categories a label fits. */
function stride({ categories }: Plot, band: number): number {
  const words = categories.flatMap(({ label }) => label.split(' '));
  const widest = Math.max(0, ...words.map((word) => textWidth(word, LABEL)));
  return Math.max(1, Math.ceil((widest + 3) / band));
}

function endLabelWidth({ figure }: Plot): number {
  if (figure.series.length < 2) return 0;
  return (
    16 + Math.min(END_LABEL, Math.max(...figure.series.map(({ name }) => textWidth(name, LABEL))))
  );
}
