/** What somebody typed, word by word: lower case, without accents and the s of a plural. */
export interface Token {
  word: string;
  /** As it was typed; of something in quotes, what stands in them. */
  text: string;
  isQuoted: boolean;
}

const PIECES =
  /“[^”]*”|"[^"]*"|\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4}|\d{4}\/\d{2,4}|[−-]?\d+(?:\.\d+)?|[\p{L}\p{N}][\p{L}\p{N}_'’]*|[≥≤<>]=?|[,=]/gu;

export function tokensOf(typed: string): Token[] {
  // "1-3" is a range and not one less three.
  const text = typed.replace(/(?<![\d-])(\d{1,3})\s?[–-]\s?(\d{1,3})(?![\d-])/g, '$1 to $2');
  return [...text.matchAll(PIECES)].map(([piece]) => {
    const isQuoted = /^[“"]/.test(piece);
    const own = isQuoted ? piece.slice(1, -1) : piece;
    return { word: isQuoted ? own : stem(own), text: own, isQuoted };
  });
}

/** The words of a label or value, as tokens have them. */
export function wordsOf(text: string): string[] {
  return tokensOf(text.replace(/[“”"]/g, ' '))
    .map(({ word }) => word)
    .filter((word) => word !== ',');
}

function stem(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.length > 3 && /[a-z]s$/.test(plain) ? plain.slice(0, -1) : plain;
}
