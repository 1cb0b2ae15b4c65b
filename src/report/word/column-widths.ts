import { textWidth } from '../../chart/text-width.ts';
import { cellMarkup } from '../../model/format.ts';
import type { ResultTable } from '../../model/result.ts';
import { plainText } from '../../model/rich.ts';
import { cellLines, type Stacking, unbroken } from './cell-lines.ts';
import { TWIPS_PER_PIXEL } from './page.ts';

/** Ways to make a table fit, best first: font size in half points, and what may stand on a second line. */
const WAYS: readonly { size: number; stacking: Stacking }[] = [
  { size: 20, stacking: 0 },
  { size: 19, stacking: 0 },
  { size: 18, stacking: 0 },
  { size: 19, stacking: 1 },
  { size: 18, stacking: 1 },
  { size: 17, stacking: 1 },
  { size: 16, stacking: 1 },
  { size: 18, stacking: 2 },
  { size: 17, stacking: 2 },
  { size: 16, stacking: 2 },
];

/** Cell margins at both sides, in twips: narrower in tables that have to be small. */
export function cellMargin(size: number): number {
  return size > 17 ? 85 : 50;
}

export interface TableFit {
  /** Half points. */
  size: number;
  /** Twips, one a column. */
  widths: readonly number[];
  stacking: Stacking;
}

/**
 * Column widths for which no number breaks: in broad tables intervals stand under their estimates; left
 * columns and headers wrap between words.
 * @returns null when the table does not fit in any of these ways
 */
export function fitColumns(table: ResultTable, available: number): TableFit | null {
  for (const { size, stacking } of WAYS) {
    const needs = table.columns.map((_, column) =>
      columnNeed(table, column, { size, stacking, available }),
    );
    const least = sum(needs.map(({ min }) => min));
    if (least > available) continue;
    const natural = sum(needs.map((need) => need.natural));
    const target = Math.min(available, Math.max(available * 0.55, natural * 1.3));
    const wants = needs.map((need) => need.natural - need.min);
    const grow = Math.min(1, (target - least) / Math.max(1, sum(wants)));
    const grown = needs.map(({ min }, i) => min + (wants[i] ?? 0) * grow);
    const spare = Math.max(0, target - sum(grown)) / Math.max(1, grown.length);
    return { size, stacking, widths: grown.map((width) => Math.floor(width + spare)) };
  }
  return null;
}

interface Way {
  size: number;
  stacking: Stacking;
  available: number;
}

function columnNeed(table: ResultTable, column: number, { size, stacking, available }: Way) {
  const { align, header = '', format = 'text' } = table.columns[column] ?? {};
  const pixels = (size / 2) * (96 / 72);
  const measure = (text: string) =>
    textWidth(text, pixels) * TWIPS_PER_PIXEL + 2 * cellMargin(size);
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(measure));
  const words = (text: string) => text.split(/ +/);
  const cells = table.rows.flatMap(({ cells: all, role }) => {
    const cell = all[column];
    return cell && role !== 'group' ? [plainText(cellMarkup(cell, format))] : [];
  });
  const head = unbroken(plainText(header));
  const headWord = widest(words(head));
  if (align === 'right') {
    const numbers = widest(cells.flatMap((text) => cellLines(text, stacking)));
    const natural = Math.max(numbers, headWord, Math.min(measure(head), measure(head) / 2 + 200));
    return { min: Math.max(numbers, headWord), natural };
  }
  const natural = Math.max(widest(cells), headWord, Math.min(measure(head), available * 0.3));
  const word = Math.max(headWord, widest(cells.flatMap(words)));
  return { min: Math.min(natural, Math.max(word, available * 0.16)), natural };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
