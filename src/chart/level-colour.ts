import type { StackedBarFigure } from '../model/figure.ts';
import { type ChartTheme, seriesColour } from './chart-theme.ts';
import { levelShade } from './shade.ts';

/** One hue from light to dark for ordered levels, the colours of series for others. */
export function levelColour(figure: StackedBarFigure, theme: ChartTheme, level: number): string {
  return figure.ordered
    ? levelShade(theme, level, figure.levels.length)
    : seriesColour(theme, level);
}
