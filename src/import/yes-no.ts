/** Pairs of answers: no and yes, as they are written where a file has only one of them. */
export const YES_NO = [
  ['No', 'Yes'],
  ['N', 'Y'],
  ['False', 'True'],
  ['Unchecked', 'Checked'],
] as const;

const WORDS = new Map(
  YES_NO.flatMap(([no, yes]) => [[no.toLowerCase(), 0] as const, [yes.toLowerCase(), 1] as const]),
);

/** 1 for yes, 0 for no, undefined for anything else. Digits are numbers, not answers. */
export function yesNoValue(text: string): 0 | 1 | undefined {
  return text.length > 12 ? undefined : WORDS.get(text.trim().toLowerCase());
}
