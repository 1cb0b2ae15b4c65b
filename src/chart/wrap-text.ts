import { textWidth } from './text-width.ts';

/**
 * Breaks a text into lines no wider than `width` pixels: at spaces, and after `/` and `-` in words of more than ten letters.
 * What does not fit into `maxLines` ends with an ellipsis.
 */
export function wrapText(
  text: string,
  width: number,
  size: number,
  maxLines = Number.POSITIVE_INFINITY,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, width, size)) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  kept[maxLines - 1] = shorten(`${kept[maxLines - 1] ?? ''}…`, width, size);
  return kept;
}

/** The text, cut and ended with an ellipsis where it is wider than `width` pixels. */
export function shorten(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = [...text.replace(/…$/, '')];
  while (kept.length > 1 && textWidth(`${kept.join('')}…`, size) > width) kept = kept.slice(0, -1);
  return `${kept.join('').trimEnd()}…`;
}

/** Words up to this length, such as 2015/16, are never broken. */
const SHORT = 10;

function pieces(text: string, width: number, size: number): string[] {
  const words = text.match(/\S+\s*/g) ?? [];
  return words.flatMap((word) =>
    word.length > SHORT && textWidth(word.trimEnd(), size) > width
      ? (word.match(/[^/-]+[/-]*\s*/g) ?? [word])
      : [word],
  );
}
