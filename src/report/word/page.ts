/** Lengths in twips (twentieths of a point). A4 with margins of 2.2 cm. */
export const PAGE = { width: 11906, height: 16838, margin: 1247 };

export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
export const WIDE_TEXT_WIDTH = PAGE.height - 2 * PAGE.margin;

/** Pixels (96 to the inch) to twips. */
export const TWIPS_PER_PIXEL = 15;

export const INK = {
  text: '1B2328',
  text2: '55626B',
  accent: '084C55',
  line: 'C3CAD0',
} as const;

/** On every computer or replaced by a font as wide (Liberation Sans), so that pages break alike; the NHS identity's choice too. */
export const FONT = 'Arial';

/** Bullets as a numbering of their own: the library's default is a symbol that many fonts lack. */
export const BULLETS = 'bullets';
