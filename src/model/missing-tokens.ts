/** Texts that stand for no value, in lower case, and why. None of them is a number or a date. */
const TOKENS: Readonly<Record<string, string>> = {
  nk: 'not known',
  'n/k': 'not known',
  'not known': 'not known',
  unknown: 'not known',
  'n/a': 'not applicable',
  na: 'not available',
  '#n/a': 'not available',
  'not applicable': 'not applicable',
  'not recorded': 'not recorded',
  'not stated': 'not stated',
  'not available': 'not available',
  missing: 'missing',
  null: 'no value (NULL)',
  '(null)': 'no value (NULL)',
  '\\n': 'no value (\\N)',
  '[x]': 'not available',
  '[z]': 'not applicable',
  '..': 'not available',
  nan: 'not a number (NaN)',
  none: 'none',
  '-': 'dash',
  '--': 'dash',
  '–': 'dash',
  '—': 'dash',
  '.': 'full stop',
  '?': 'question mark',
};

const BY_TOKEN = new Map(Object.entries(TOKENS));

/** Why a text means that there is no value; undefined when it is not such a text. */
export function missingToken(text: string): string | undefined {
  return text.length > 16 ? undefined : BY_TOKEN.get(text.trim().toLowerCase());
}

/** The reason of a number that stands for "no answer", where nobody says which. */
export const MISSING_CODE = 'missing code';
