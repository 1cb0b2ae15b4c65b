/**
 * How alike two headings are, 0 to 1: the share of letter pairs they have in common (Dice). Headings
 * that differ in their digits are never alike: `q7` is not `q8`.
 */
export function headingLikeness(a: string, b: string): number {
  if (digits(a) !== digits(b)) return 0;
  const left = pairs(a);
  const right = pairs(b);
  if (left.length === 0 || right.length === 0) return 0;
  const spare = [...right];
  let common = 0;
  for (const pair of left) {
    const at = spare.indexOf(pair);
    if (at < 0) continue;
    spare.splice(at, 1);
    common += 1;
  }
  return (2 * common) / (left.length + right.length);
}

/** Pairs of letters, word by word, so that the order of words does not matter. */
function pairs(text: string): string[] {
  return words(text).flatMap((word) =>
    word.length === 1
      ? [word]
      : Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2)),
  );
}

/** `clientRef`, `Client ref` and `client_ref` have the same words. */
function words(text: string): string[] {
  return text
    .slice(0, 200)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function digits(text: string): string {
  return text.replace(/\P{N}+/gu, ' ').trim();
}
