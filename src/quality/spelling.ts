import { editDistance } from '../model/edit-distance.ts';
import { properSpelling } from '../model/proper-spelling.ts';

/** A value and how often it is met. */
export interface SpeltValue {
  text: string;
  n: number;
}

/** Words stand behind others that are at least so many times as common. */
const TIMES = 2;
/** More different values are no categories: each would be held against each. */
const MOST_VALUES = 2_000;

/** One value in all the forms that differ in capitals, accents, spaces and signs only. */
interface Words {
  words: readonly string[];
  n: number;
  forms: readonly SpeltValue[];
  /** The form that is kept. */
  usual: string;
}

/**
 * Values that are another spelling of a usual one, and that one. The same words in other letters are one value,
 * however common each form is; a slip of the pen, or initials for words (“HV” for “Health visitor”), is one of a
 * value that all its forms together make commoner.
 */
export function otherSpellings(values: readonly SpeltValue[]): Map<string, string> {
  const found = new Map<string, string>();
  if (values.length > MOST_VALUES) return found;
  const kept: Words[] = [];
  for (const one of wordsIn(values)) {
    const usual = kept.find(({ n, words }) => n >= TIMES * one.n && alike(one.words, words));
    if (usual === undefined) kept.push(one);
    const right = (usual ?? one).usual;
    for (const { text } of one.forms) if (text !== right) found.set(text, right);
  }
  return found;
}

/** The commonest first. */
function wordsIn(values: readonly SpeltValue[]): Words[] {
  const byWords = Map.groupBy(
    values.filter(({ n }) => n > 0),
    // Signs alone are no words: each is a value of its own.
    ({ text }) => wordsOf(text).join(' ') || text,
  );
  return [...byWords.values()]
    .map((forms) => ({
      words: wordsOf(forms[0]?.text ?? ''),
      n: forms.reduce((sum, { n }) => sum + n, 0),
      forms,
      usual: properSpelling(forms),
    }))
    .sort((a, b) => b.n - a.n);
}

/** The other spellings of one value. */
export function spellingsOf(text: string, values: readonly SpeltValue[]): string[] {
  return [...otherSpellings(values)].flatMap(([other, usual]) => (usual === text ? [other] : []));
}

function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  // Full stops between single letters are those of initials: “G.P.”
  const joined = plain.replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1');
  return joined.match(/\p{L}+|\p{N}+/gu) ?? [];
}

function alike(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const [one, other] = [a.join(''), b.join('')];
  if (one === other) return true;
  return isSlip(one, other) || isShort(a, b) || isShort(b, a);
}

/** One letter off, two in long words; digits have to be the same, and the first letter. */
function isSlip(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < 6 || one[0] !== other[0]) return false;
  if (one.replace(/\D/g, '') !== other.replace(/\D/g, '')) return false;
  const most = shorter < 12 ? 1 : 2;
  return editDistance(one, other, most) <= most;
}

/** Whether the first is the second with words cut to their initials, perhaps with a word more. */
function isShort(short: readonly string[], long: readonly string[]): boolean {
  const glued = [short.join('')];
  if (isInitials(glued[0] as string, long)) return true;
  const left = long.filter((word) => !short.includes(word));
  const own = short.filter((word) => !long.includes(word));
  const [first] = own;
  if (first === undefined) return false;
  if (own.length === 1 && own.length < short.length && isInitials(first, left)) return true;
  return short.length === 2 && isInitials(first, long);
}

/** “coc” of continuity, of, care; “t2” of time, 2. */
function isInitials(text: string, words: readonly string[]): boolean {
  if (words.length < 2 || text.length < 2) return false;
  return text === words.map((word) => (/^\d/.test(word) ? word : word[0])).join('');
}
