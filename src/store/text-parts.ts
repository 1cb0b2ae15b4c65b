import type { SourceTexts } from '../model/column.ts';
import type { PackedTexts } from '../model/packed-texts.ts';

/** Texts `first` and after, up to but not with `end`. */
export interface TextsPart {
  texts: PackedTexts | readonly string[];
  first: number;
  end: number;
}

/**
 * Gives the part of a column's texts in which a code stands. Codes come in the order of rows, so a part
 * that was left is not needed again.
 */
export function partReader({ parts }: SourceTexts): (code: number) => TextsPart {
  const left = parts()[Symbol.iterator]();
  let part: TextsPart = { texts: [], first: 0, end: 0 };
  return (code) => {
    while (code >= part.end) {
      const { value: texts, done } = left.next();
      if (done) throw new Error(`a column has no text ${code}`);
      const first = part.end;
      part = { texts, first, end: first + ('size' in texts ? texts.size : texts.length) };
    }
    return part;
  };
}

/** Larger dictionaries stay packed: each of their texts is needed a few times only. */
const STRINGS = 1 << 17;

export function textOf({ texts, first }: TextsPart, code: number): string {
  if (!('text' in texts)) return texts[code - first] ?? '';
  return texts.size <= STRINGS ? (texts.all()[code - first] ?? '') : texts.text(code - first);
}
