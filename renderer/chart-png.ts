import { drawFigure } from '../src/chart/draw-figure.ts';
import type { Figure } from '../src/model/figure.ts';
import { svgAddress } from './svg-address.ts';

const SIZE = { width: 720, height: 400 };
/** Dots a pixel: as many as one message to the engine holds. */
const SCALES = [3, 2, 1];
const MOST = 900_000;

/** A chart in the light theme as a PNG in base64. */
export async function chartPng(figure: Figure): Promise<string> {
  const { svg, width, height } = drawFigure(figure, SIZE);
  const image = new Image();
  image.src = svgAddress(svg);
  await image.decode();
  for (const scale of SCALES) {
    const canvas = document.createElement('canvas');
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
    if (png.length <= MOST) return png;
  }
  throw new Error('the chart is too large for a picture');
}
