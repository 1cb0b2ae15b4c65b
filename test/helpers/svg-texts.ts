import { textWidth } from '../../src/chart/text-width.ts';

interface Placed {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The slack that widths are estimated with. */
const SLACK = 3;

/** Pairs of lying texts that cover each other. */
export function coveredTexts(svg: string): string[] {
  const all = placedTexts(svg);
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter(
        (b) =>
          a.left + SLACK < b.right &&
          b.left + SLACK < a.right &&
          a.top + SLACK < b.bottom &&
          b.top + SLACK < a.bottom,
      )
      .map((b) => `${a.text} | ${b.text}`),
  );
}

/** Lying texts that are not wholly inside the picture. */
export function textsOutside(svg: string): string[] {
  const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return placedTexts(svg)
    .filter(
      ({ left, right, top, bottom }) =>
        left < -SLACK || right > Number(width) + SLACK || top < 0 || bottom > Number(height),
    )
    .map(({ text }) => text);
}

function placedTexts(svg: string): Placed[] {
  return [...svg.matchAll(/<text([^>]*)>(.*?)<\/text>/g)].flatMap(
    ([, attributes = '', inner = '']) => {
      const value = (key: string) => new RegExp(` ${key}="([^"]*)"`).exec(attributes)?.[1];
      if (value('transform') !== undefined) return [];
      const text = inner.replaceAll(/<[^>]*>/g, '').replaceAll(/&#?\w+;/g, '&');
      const size = Number(value('font-size') ?? 12);
      const width = textWidth(text, size);
      const anchor = value('text-anchor') ?? 'start';
      const [x, y] = [Number(value('x')), Number(value('y'))];
      const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
      return [{ text, left, right: left + width, top: y - size * 0.8, bottom: y + size * 0.2 }];
    },
  );
}
