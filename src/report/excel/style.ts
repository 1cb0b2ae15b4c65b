import type { Borders, Cell, Font } from 'exceljs';
import { textWidth } from '../../chart/text-width.ts';

const FONT = { name: 'Arial', size: 10, color: { argb: 'FF1B2328' } };
const RULE = { style: 'thin', color: { argb: 'FF1B2328' } } as const;

export const STYLE = {
  body: FONT,
  bold: { ...FONT, bold: true },
  title: { ...FONT, bold: true, size: 13, color: { argb: 'FF084C55' } },
  quiet: { ...FONT, size: 9, color: { argb: 'FF55626B' } },
  link: { ...FONT, underline: true, color: { argb: 'FF0B6470' } },
} satisfies Record<string, Partial<Font>>;

export const HEADER_RULES: Partial<Borders> = { top: RULE, bottom: RULE };
export const LAST_RULE: Partial<Borders> = { bottom: RULE };

/** Puts a text into a cell: always as text, so that nothing in it can ever be a formula. */
export function writeText(cell: Cell, text: string, font: Partial<Font> = STYLE.body): void {
  cell.value = text;
  cell.font = font;
}

/** Column width in characters of the standard font, wide enough for the texts, within sensible limits. */
export function columnWidth(texts: readonly string[], most = 48): number {
  const pixels = Math.max(0, ...texts.map((text) => textWidth(text, 13.3)));
  return Math.min(most, Math.max(8, Math.ceil(pixels / 7) + 2));
}
