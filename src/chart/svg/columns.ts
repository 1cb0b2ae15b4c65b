import { shortMonths } from '../short-months.ts';
import { textWidth } from '../text-width.ts';
import { shorten, wrapText } from '../wrap-text.ts';
import { along, leftAxis, leftAxisRoom } from './axes.ts';
import { barMarks } from './bar-marks.ts';
import type { Box } from './canvas.ts';
import { textElement, textLines } from './element.ts';
import { endLabelRoom } from './end-labels.ts';
import { lineMarks } from './line-marks.ts';
import { LABEL, LINE, type Plot } from './plot.ts';

/** A chart whose categories stand side by side: columns, histogram, lines, intervals. */
export function drawColumns(plot: Plot, box: Box): string {
  const { figure, categories, scale } = plot;
  const left = box.left + leftAxisRoom(scale, figure.y, box.height - 60);
  const endLabels =
    figure.kind === 'line' && figure.series.length > 1
      ? endLabelRoom(figure.series.map(({ name }) => name))
      : 0;
  const width = box.left + box.width - left - endLabels;
  const band = width / Math.max(1, categories.length);
  const labels = thinned(plot, band);
  const lines = Math.max(1, ...labels.map((label) => label.length));
  const bottom = box.top + box.height - lines * LINE - 26;
  const top = box.top + 14;
  const y = along(scale, bottom, top);
  const centre = (i: number) => left + band * (i + 0.5);

  const names = labels.map((label, i) =>
    textLines({ x: centre(i), y: bottom + 17, 'text-anchor': 'middle' }, label, LINE),
  );
  const panel = { left, right: left + width, top, bottom };
  const title = textElement(
    { x: left + width / 2, y: box.top + box.height - 4, 'text-anchor': 'middle' },
    shorten(figure.x.title, box.width, LABEL),
  );
  const frame = { band, centre, y, bottom, right: left + width };
  const marks =
    figure.kind === 'line' || figure.kind === 'interval'
      ? lineMarks(plot, frame)
      : barMarks(plot, frame);
  return leftAxis(plot, panel, scale, figure.y, box.left) + marks + names.join('') + title;
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
