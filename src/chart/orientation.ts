import type { CategoryFigure } from '../model/figure.ts';
import { categoriesOf } from './categories.ts';
import { shortMonths } from './short-months.ts';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

const LABEL_SIZE = 12;
/** Part periods stand at the ends of a chart: their neighbours leave room. */
const BESIDE = 10;

/**
 * Whether categories stand in rows (labels at the left, values to the right) because their labels
 * would not fit under columns. Time goes from left to right: lines and histograms never turn.
 * @param plotWidth pixels for all columns together
 */
export function standsInRows(figure: CategoryFigure, plotWidth: number): boolean {
  if (figure.kind === 'line' || figure.kind === 'histogram') return false;
  const categories = categoriesOf(figure);
  const band = plotWidth / Math.max(1, categories.length) - 8;
  const narrowest = figure.kind === 'grouped-bar' ? 10 * figure.series.length : 14;
  if (band < narrowest) return true;
  return categories.some(
    ({ label, part }) =>
      !fitsBelow(label, band) || (part !== null && !fitsBelow(shortMonths(part), band + BESIDE)),
  );
}

function fitsBelow(label: string, width: number): boolean {
  const lines = wrapText(label, width, LABEL_SIZE);
  return lines.length <= 2 && lines.every((line) => textWidth(line, LABEL_SIZE) <= width);
}
