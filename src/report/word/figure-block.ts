import { Paragraph, type ParagraphChild, TextRun } from 'docx';
import { isCategoryFigure } from '../../chart/category-figure.ts';
import { figureNotes } from '../../chart/figure-notes.ts';
import { NOTHING } from '../../chart/svg/nothing.ts';
import type { Figure } from '../../model/figure.ts';
import type { RenderedBlock } from '../../model/report.ts';
import { caption, note } from './caption.ts';
import { chartOptions } from './chart-options.ts';
import { MarkedChartRun } from './chart-xml.ts';
import { figureShapes } from './figure-shapes.ts';
import { stackedChart, stacksInWord } from './stacked-chart.ts';

type FigureBlock = Extract<RenderedBlock, { type: 'figure' }>;

/** Caption, chart and note, kept on one page. */
export function figureParagraphs({ title, figure, basis }: FigureBlock): Paragraph[] {
  const isNative = isCategoryFigure(figure);
  return [
    caption('Figure', title),
    new Paragraph({ style: 'Chart', children: [drawing(figure)] }),
    note(basis, figureNotes(figure, !isNative)),
  ];
}

/** A native chart where Word has the type, a drawing of shapes for the others; words where there is nothing to draw. */
function drawing(figure: Figure): ParagraphChild {
  if (figure.kind === 'stacked-bar' && stacksInWord(figure)) {
    return new MarkedChartRun(stackedChart(figure));
  }
  if (!isCategoryFigure(figure)) return figureShapes(figure);
  return figure.series.some(({ points }) => points.length > 0)
    ? new MarkedChartRun(chartOptions(figure))
    : new TextRun(NOTHING);
}
