const LIMIT = /^([<>≤≥]|<=|>=)\s?\d+(?:[.,]\d+)?\s?%?$/;
const OR_MORE = /^\d+(?:[.,]\d+)?\s?\+$/;
/** `*`, and `[c]` for "confidential" in official statistics. */
const HIDDEN = /^(\*{1,3}|\[c\]|\[low\])$/i;

/** Why a text stands where a number was hidden or cut off: `<5`, `5+`, `*`; undefined for others. */
export function suppressedReason(text: string): string | undefined {
  if (text.length > 16) return undefined;
  const trimmed = text.trim();
  if (HIDDEN.test(trimmed)) return `“${trimmed}” stands for a number that was suppressed`;
  if (LIMIT.test(trimmed)) return `“${trimmed}” is a limit, not a number`;
  return OR_MORE.test(trimmed) ? `“${trimmed}” is a lowest value, not a number` : undefined;
}
