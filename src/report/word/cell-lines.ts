/** What may stand under the number before it when a table is too broad: nothing, "[…]", or also "(…)". */
export type Stacking = 0 | 1 | 2;

const BREAKS: readonly RegExp[] = [/(?!)/, / (?=\[)/, / (?=[[(])/];

/** A cell or header with no-break spaces inside its brackets: "[−0.46, −0.07]", "[95 % CI]". */
export function unbroken(markup: string): string {
  return markup.replaceAll(/\[[^\]]*\]|\([\d.,− ]*\)/g, (part) => part.replaceAll(' ', '\u00a0'));
}

/** The lines of a number's cell. */
export function cellLines(markup: string, stacking: Stacking): string[] {
  return unbroken(markup).split(BREAKS[stacking] ?? /(?!)/);
}

/** The lines of a name: in a broad table what stands in brackets at its end goes under it. */
export function nameLines(markup: string, stacking: Stacking): string[] {
  return stacking === 0 ? [markup] : markup.split(/ (?=\([^()]*\)$)/);
}
