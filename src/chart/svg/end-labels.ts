import { textWidth } from '../text-width.ts';
import { shorten } from '../wrap-text.ts';
import type { Canvas } from './canvas.ts';
import { textElement } from './element.ts';
import { dark, LABEL, LINE } from './plot.ts';

/** Widest name at the end of a line. */
const WIDEST = 190;

/** The end of a line: its name, its height, and how it is told apart. */
export interface LineEnd {
  name: string;
  at: number;
  sign(x: number, y: number): string;
}

/** The room right of a panel that names need. */
export function endLabelRoom(names: readonly string[]): number {
  return 16 + Math.min(WIDEST, Math.max(0, ...names.map((name) => textWidth(name, LABEL))));
}

/** The names of lines at their ends, moved apart where they would cover each other. */
export function endLabels(
  canvas: Canvas,
  lines: readonly LineEnd[],
  right: number,
  bottom: number,
): string {
  let free = Number.NEGATIVE_INFINITY;
  const placed = [...lines]
    .sort((a, b) => a.at - b.at)
    .map((line) => {
      const at = Math.max(line.at, free + LINE);
      free = at;
      return { ...line, at };
    });
  const over = Math.max(0, free - bottom);
  return placed
    .map(({ name, at, sign }) => {
      const y = at - over;
      const text = { x: right + 13, y: y + 4, ...dark(canvas) };
      return sign(right + 4, y) + textElement(text, shorten(name, WIDEST, LABEL));
    })
    .join('');
}
