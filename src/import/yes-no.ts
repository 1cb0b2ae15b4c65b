const WORDS = new Map<string, 0 | 1>([
  ['yes', 1],
  ['y', 1],
  ['true', 1],
  ['checked', 1],
  ['no', 0],
  ['n', 0],
  ['false', 0],
  ['unchecked', 0],
]);

/** 1 for yes, 0 for no, undefined for anything else. Digits are numbers, not answers. */
export function yesNoValue(text: string): 0 | 1 | undefined {
  return text.length > 12 ? undefined : WORDS.get(text.trim().toLowerCase());
}
