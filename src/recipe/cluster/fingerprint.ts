import { plainText } from '../../model/plain-text.ts';

/** Short and other forms of words: compared as the whole one, which misspellings are like. */
const WHOLE: Readonly<Record<string, string>> = {
  ste: 'saint',
  sainte: 'saint',
  '&': 'and',
  center: 'centre',
  ctr: 'centre',
  cntr: 'centre',
  rd: 'road',
  str: 'street',
  ave: 'avenue',
  hosp: 'hospital',
  dept: 'department',
};

/** The plain text with whole words for their short forms. */
export function wholeWords(text: string): string {
  const words = plainText(text).split(' ');
  return words
    .map((word, at) => {
      if (word === 'st') return at > 0 && at === words.length - 1 ? 'street' : 'saint';
      return Object.hasOwn(WHOLE, word) ? WHOLE[word] : word;
    })
    .join(' ');
}

/**
 * The same for texts that differ in capitals, accents, punctuation, spaces, the order or repetition of words,
 * and in short forms. As OpenRefine's fingerprint, with short forms.
 */
export function fingerprint(text: string): string {
  const words = wholeWords(text).split(' ');
  // Among sorted words nothing tells the two that are written “St” apart.
  const named = words.map((word) => (word === 'saint' || word === 'street' ? 'st' : word));
  return [...new Set(named)]
    .filter((word) => word !== 'and')
    .sort()
    .join(' ');
}

/** The same for texts with the same pairs of neighbouring letters: spaces and doubled letters do not count. */
export function ngramFingerprint(text: string, n = 2): string {
  const letters = wholeWords(text).replace(/[^\p{L}\p{N}]/gu, '');
  const grams = new Set<string>();
  for (let at = 0; at + n <= letters.length; at++) grams.add(letters.slice(at, at + n));
  return grams.size === 0 ? letters : [...grams].sort().join('');
}
