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

interface Finder {
  kind: IdentifierKind;
  /** What a text without a hit lacks: asked first, because most texts have none. */
  pattern: RegExp;
  /** The part that matters; undefined where the match is no hit after all. */
  hit(match: RegExpMatchArray): { at: number; length: number } | undefined;
}

const DATE =
  /\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*,? \d{4}/
    .source;

const FINDERS: readonly Finder[] = [
  {
    kind: 'nhs-number',
    pattern: /(?<![\d.,£+])(?:\d{3} \d{3} \d{4}|\d{3}-\d{3}-\d{4}|\d{10})(?!\d)/g,
    hit: (match) => (isNhsNumber(match[0]) ? whole(match) : undefined),
  },
  {
    kind: 'phone',
    pattern: /(?<![\d+])(?:\+44|0044|0)(?:[ ().-]{0,2}\d){9,12}(?!\d)/g,
    hit: (match) => (isPhone(match[0].replace('(0)', '')) ? whole(match) : undefined),
  },
  {
    kind: 'email',
    pattern: /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g,
    hit: whole,
  },
  {
    kind: 'postcode',
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
    pattern: new RegExp(
      `(?<!\\p{L})(?:d\\.?o\\.?b\\.?|born|birth(?:day|date)?)(?!\\p{L})[^\\d\\n]{0,20}(${DATE})`,
      'giu',
    ),
    hit: (match) => part(match, 1),
  },
  {
    kind: 'name',
    pattern: /(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.? (?:\p{Lu}\.? )?(\p{Lu}[\p{L}'’-]+)/gu,
    hit: (match) => part(match, 1),
  },
  {
    kind: 'name',
    pattern: /(?<!\p{L})(\p{Lu}\p{Ll}+)(?:[ -](\p{Lu}[\p{Ll}'’][\p{L}'-]*))?(?!\p{L})/gu,
    hit: (match) => (FORENAMES.has(match[1] ?? '') ? whole(match) : undefined),
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
  for (const { kind, pattern, hit } of FINDERS) {
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

/** Whether a text can hold any at all: it has a capital, a digit or an @. */
export function mayIdentify(text: string): boolean {
  return /[\p{Lu}\d@]/u.test(text);
}
