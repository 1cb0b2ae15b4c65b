import { FORENAMES } from './forenames.ts';
import { isNhsNumber, isPhone } from './formats.ts';
import { POSTCODE_AREAS } from './postcode-areas.ts';

export const IDENTIFIERS = [
  'nhs-number',
  'phone',
  'email',
  'postcode',
  'birth-date',
  'name',
] as const;

export type IdentifierKind = (typeof IDENTIFIERS)[number];

export const IDENTIFIER_LABEL: Readonly<Record<IdentifierKind, string>> = {
  'nhs-number': 'NHS number',
  phone: 'phone number',
  email: 'e-mail address',
  postcode: 'postcode',
  'birth-date': 'date of birth',
  name: 'name',
};

/** What points to a person, and where it stands in the text. */
export interface FoundIdentifier {
  kind: IdentifierKind;
  from: number;
  to: number;
}

/** What can be seen of a text in one look at its letters. */
interface Traits {
  digits: number;
  hasAt: boolean;
  /** A digit with two letters behind it. */
  hasInward: boolean;
  /** A capital with a letter or apostrophe behind it. */
  hasCapital: boolean;
}

interface Finder {
  kind: IdentifierKind;
  /** Whether a text can have a hit at all: asked first, because most texts have none. */
  may(traits: Traits, text: string): boolean;
  pattern: RegExp;
  /** The part that matters; undefined where the match is no hit after all. */
  hit(match: RegExpMatchArray): { at: number; length: number } | undefined;
}

const DATE =
  /\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*,? \d{4}/
    .source;

/** What each date of birth has before it: quicker to look for than the whole. */
const BIRTH = /d\.?o\.?b|born|birth/i;

const FINDERS: readonly Finder[] = [
  {
    kind: 'nhs-number',
    may: ({ digits }) => digits >= 10,
    pattern: /(?<![\d.,£+])(?:\d{3} \d{3} \d{4}|\d{3}-\d{3}-\d{4}|\d{10})(?!\d)/g,
    hit: (match) => (isNhsNumber(match[0]) ? whole(match) : undefined),
  },
  {
    kind: 'phone',
    may: ({ digits }) => digits >= 10,
    pattern: /(?<![\d+])(?:\+44|0044|0)(?:[ ().-]{0,2}\d){9,12}(?!\d)/g,
    hit: (match) => (isPhone(match[0].replace('(0)', '')) ? whole(match) : undefined),
  },
  {
    kind: 'email',
    may: ({ hasAt }) => hasAt,
    pattern: /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g,
    hit: whole,
  },
  {
    kind: 'postcode',
    may: ({ hasInward }) => hasInward,
    // The letters C, I, K, M, O and V never stand in the inward part; “B2 3rd” is a room on a floor.
    pattern:
      /(?<![\p{L}\d])([A-Za-z]{1,2})\d[A-Za-z\d]?\s?\d([ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})(?![\p{L}\d])/gu,
    hit: (match) =>
      POSTCODE_AREAS.has((match[1] ?? '').toUpperCase()) && !/^(st|nd|rd|th)$/.test(match[2] ?? '')
        ? whole(match)
        : undefined,
  },
  {
    kind: 'birth-date',
    may: ({ digits }, text) => digits >= 4 && BIRTH.test(text),
    pattern: new RegExp(
      `(?<!\\p{L})(?:d\\.?o\\.?b\\.?|born|birth(?:day|date)?)(?!\\p{L})[^\\d\\n]{0,20}(${DATE})`,
      'giu',
    ),
    hit: (match) => part(match, 1),
  },
  {
    kind: 'name',
    may: ({ hasCapital }) => hasCapital,
    pattern: /(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.? (?:\p{Lu}\.? )?(\p{Lu}[\p{L}'’-]+)/gu,
    hit: (match) => part(match, 1),
  },
  {
    kind: 'name',
    may: ({ hasCapital }) => hasCapital,
    // The surname is only looked at, so that of “Mother Sarah Jones” the second word is tried too.
    pattern: /(?<!\p{L})(\p{Lu}\p{Ll}+)(?!\p{L})(?=([ -]\p{Lu}[\p{Ll}'’][\p{L}'-]*)?)/gu,
    hit: ({ index = 0, 1: forename = '', 2: surname = '' }) =>
      FORENAMES.has(forename) ? { at: index, length: forename.length + surname.length } : undefined,
  },
];

function whole(match: RegExpMatchArray): { at: number; length: number } {
  return { at: match.index ?? 0, length: match[0].length };
}

function part(match: RegExpMatchArray, group: number): { at: number; length: number } {
  const text = match[group] ?? '';
  return { at: (match.index ?? 0) + match[0].lastIndexOf(text), length: text.length };
}

/**
 * NHS numbers (modulus 11, repdigits refused), phone numbers, e-mail addresses, postcodes, dates of birth
 * and names in a text, in its order. Names are those with a title and the forenames of a list: others are
 * not found, which whoever publishes has to know.
 */
export function findIdentifiers(text: string): FoundIdentifier[] {
  const found: FoundIdentifier[] = [];
  const traits = traitsOf(text);
  for (const { kind, may, pattern, hit } of FINDERS) {
    if (!may(traits, text)) continue;
    for (const match of text.matchAll(pattern)) {
      const place = hit(match);
      if (!place) continue;
      const { at: from, length } = place;
      const to = from + length;
      // What is found first is the surer kind.
      if (!found.some((other) => from < other.to && other.from < to))
        found.push({ kind, from, to });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function traitsOf(text: string): Traits {
  const traits = { digits: 0, hasAt: false, hasInward: false, hasCapital: false };
  let afterDigit = 3;
  let wasCapital = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isDigit = code >= 48 && code <= 57;
    const isLower = (code >= 97 && code <= 122) || code > 127;
    const isUpper = (code >= 65 && code <= 90) || code > 127;
    if (isDigit) traits.digits += 1;
    if (code === 64) traits.hasAt = true;
    if (wasCapital && (isLower || code === 39)) traits.hasCapital = true;
    afterDigit = isDigit ? 0 : isLower || isUpper ? afterDigit + 1 : 3;
    if (afterDigit === 2) traits.hasInward = true;
    wasCapital = isUpper;
  }
  return traits;
}
