import type { Figure } from '../model/figure.ts';
import { drawFigure } from './draw-figure.ts';

/** A figure as an SVG document in the light theme, for files. */
export function figureToSvg(figure: Figure, size = { width: 720, height: 400 }): string {
  return drawFigure(figure, size).svg;
}
