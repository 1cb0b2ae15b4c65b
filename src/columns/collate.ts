/**
 * The order of text. `en-GB` with numbers read as numbers, because people look for "Level 10" after
 * "Level 9" and for "Élan" beside "Elan"; fixed, so that it does not follow the machine's language.
 * What the collator calls equal is ordered by code unit, so that there is one order only.
 */
const collator = new Intl.Collator('en-GB', { numeric: true });

export function compareText(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
