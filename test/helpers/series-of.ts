import type { Figure, FigureSeries } from '../../src/model/figure.ts';

/** The series of a figure of bars, lines or intervals; none of another kind. */
export function seriesOf(figure: Figure | undefined): readonly FigureSeries[] {
  return figure !== undefined && 'series' in figure && figure.kind !== 'scatter'
    ? figure.series
    : [];
}
