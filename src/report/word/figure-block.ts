import { Paragraph } from 'docx';
import { isCategoryFigure } from '../../chart/category-figure.ts';
import { figureNotes } from '../../chart/figure-notes.ts';
import type { RenderedBlock } from '../../model/report.ts';
import { caption, note } from './caption.ts';
import { chartOptions } from './chart-options.ts';
import { MarkedChartRun } from './chart-xml.ts';

type FigureBlock = Extract<RenderedBlock, { type: 'figure' }>;

/** Caption, native chart and note, kept on one page. A figure without any value says so instead of a chart. */
export function figureParagraphs({ title, figure, basis }: FigureBlock): Paragraph[] {
  const drawn = isCategoryFigure(figure) && figure.series.some(({ points }) => points.length > 0);
  const chart = !drawn
    ? new Paragraph({ style: 'Chart', text: 'There is nothing to draw.' })
    : new Paragraph({ style: 'Chart', children: [new MarkedChartRun(chartOptions(figure))] });
  return [caption('Figure', title), chart, note(basis, figureNotes(figure, false))];
}
