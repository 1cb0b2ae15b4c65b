/** The shape of a text: digits as 9, capitals as A, other letters as a, all else as it is. */
export function shapeOf(text: string): string {
  return text
    .replace(/\p{Lu}/gu, 'A')
    .replace(/[\p{Ll}\p{Lo}]/gu, 'a')
    .replace(/\p{N}/gu, '9');
}

/** `a` in the shape takes capitals too. */
export function fitsShape(text: string, shape: string): boolean {
  const own = shapeOf(text);
  if (own.length !== shape.length) return false;
  for (let at = 0; at < own.length; at++) {
    if (own[at] === shape[at]) continue;
    if (!(shape[at] === 'a' && own[at] === 'A')) return false;
  }
  return true;
}
