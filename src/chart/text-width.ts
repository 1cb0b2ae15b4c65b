/** Advance widths of Helvetica and Arial in thousandths of an em, from space to tilde (Adobe core font metrics). */
const ADVANCE = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const OTHER = 600;
const WIDE = 1000;

/** Fonts differ by a few per cent: room is kept for the wider ones. */
const SLACK = 1.04;

/** Width of a text in pixels at a font size in pixels, near enough to lay out labels without a screen. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    width += ADVANCE[code - 32] ?? (code >= 0x1100 ? WIDE : OTHER);
  }
  return (width * size * SLACK) / 1000;
}
