import { textWidth } from '../../../../src/chart/text-width.ts';

/** A text that fits a width, with an ellipsis where something was cut off. */
export function cutText(text: string, width: number, size = 12): string {
  if (textWidth(text, size) <= width) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
