/** Size of all text in a drawing, as the style sheet has it. */
const SIZE = 12;

let measured: CanvasRenderingContext2D | null = null;

/** Pixels that a text takes in the window's own font. */
export function textRoom(text: string): number {
  measured ??= document.createElement('canvas').getContext('2d');
  if (measured === null) return text.length * SIZE;
  measured.font = `${SIZE}px ${getComputedStyle(document.body).fontFamily}`;
  return measured.measureText(text).width;
}

/** A text that fits a width, with an ellipsis where something was cut off. */
export function cutText(text: string, width: number): string {
  if (textRoom(text) <= width) return text;
  let kept = text;
  while (kept.length > 1 && textRoom(`${kept}…`) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
