import { drawFigure } from '../src/chart/draw-figure.ts';
import type { Figure } from '../src/model/figure.ts';
import { withDensity } from './png-density.ts';
import { svgAddress } from './svg-address.ts';

const SIZE = { width: 720, height: 400 };
/** Dots a pixel: as many as one message to the engine holds. */
const SCALES = [3, 2, 1];
const MOST = 900_000;
/** Pixels of an inch on a page of the web. */
const INCH = 96;

/** How large a picture is on paper, in centimetres, and how fine. */
export interface PictureSize {
  width: number;
  height: number;
  dpi: number;
}

/** A chart in the light theme as a PNG in base64, as fine as one message holds. */
export async function chartPng(figure: Figure): Promise<string> {
  for (const scale of SCALES) {
    const png = base64(await draw(figure, SIZE, scale));
    if (png.length <= MOST) return png;
  }
  throw new Error('the chart is too large for a picture');
}

/** The same in a size that was asked for; null when it is too large for one message. */
export async function chartPngOf(figure: Figure, size: PictureSize): Promise<string | null> {
  const png = base64(await chartPicture(figure, size));
  return png.length <= MOST ? png : null;
}

/** The picture itself, with its dots an inch written into it. */
export async function chartPicture(
  figure: Figure,
  { width, height, dpi }: PictureSize,
): Promise<Uint8Array<ArrayBuffer>> {
  const pixels = (centimetres: number) => Math.round((centimetres / 2.54) * INCH);
  const size = { width: pixels(width), height: pixels(height) };
  return withDensity(await draw(figure, size, dpi / INCH), dpi);
}

async function draw(
  figure: Figure,
  size: { width: number; height: number },
  scale: number,
): Promise<Uint8Array> {
  const { svg, width, height } = drawFigure(figure, size);
  const image = new Image();
  image.src = svgAddress(svg);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the chart is too large for a picture');
  return new Uint8Array(await blob.arrayBuffer());
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}
