import type { NthRow } from '../model/condition.ts';
import type { Reader } from './reader.ts';

const WORDS = ['first', 'second', 'third'];

/** "first", "second", "third", "4th", "last" */
export function sayNth(nth: NthRow['nth']): string {
  if (nth === 'last') return nth;
  const isTeen = nth % 100 > 10 && nth % 100 < 14;
  return WORDS[nth - 1] ?? `${nth}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][nth % 10] ?? 'th')}`;
}

export function readNth(reader: Reader): NthRow['nth'] | undefined {
  const found = reader.match(/last|first|second|third|(\d{1,6})(?:st|nd|rd|th)/y);
  if (!found) return undefined;
  if (found[0] === 'last') return 'last';
  const nth = found[1] === undefined ? WORDS.indexOf(found[0]) + 1 : Number(found[1]);
  return nth > 0 ? nth : undefined;
}
