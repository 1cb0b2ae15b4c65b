import type { ColumnDecision } from '../model/importing.ts';
import { timeValue } from '../model/written-date.ts';
import { type CellReader, notA, quoted } from './cell-reader.ts';
import { durationValue } from './durations.ts';
import type { ColumnProfile } from './profile.ts';
import { CELL } from './raw-table.ts';
import { type ValueForm, valueFinder } from './value-finder.ts';
import { YES_NO, yesNoValue } from './yes-no.ts';

/**
 * Text, categories and identifiers: as they stand, without spaces around them. Where the values are
 * labelled, a cell that gives the label, or code and label, is read as the code.
 */
export function codeReader(profile: ColumnProfile, { values }: ColumnDecision): CellReader {
  const plain = (text: string) => {
    const value = text.trim();
    return { value, raw: value !== text };
  };
  if (values === undefined || values.length === 0) return plain;
  const find = valueFinder(values);
  const usual = usualForm(profile, find);
  const written = new Map<string, string>();
  return (text) => {
    const found = find(text.trim());
    if (!found) return plain(text);
    if (found.form === 'code')
      return { value: found.value, raw: usual !== 'code' || found.value !== text };
    if (found.form === usual && !written.has(found.value)) written.set(found.value, text);
    return { value: found.value, raw: written.get(found.value) !== text };
  };
}

/** How most cells of a column give their labelled value. */
function usualForm(
  { values, counts, used }: ColumnProfile,
  find: ReturnType<typeof valueFinder>,
): ValueForm {
  const forms = new Map<ValueForm, number>();
  for (const code of used) {
    const form = find((values.dictionary[code] as string).trim())?.form;
    if (form) forms.set(form, (forms.get(form) ?? 0) + (counts[code] as number));
  }
  return [...forms].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'code';
}

/** Yes and no as 1 and 0, digits too; answers that are not spelt as most are keep their text. */
export function answerReader(profile: ColumnProfile): CellReader {
  const labels = answerLabels(profile);
  return (text) => {
    const digit = /^[01]$/.exec(text.trim())?.[0];
    if (digit !== undefined) return { value: Number(digit), raw: digit !== text };
    const value = yesNoValue(text);
    if (value === undefined) return notA('yes or no', quoted(text));
    return { value, raw: labels[value] !== text };
  };
}

/** How most answers are spelt: [no, yes], both of one pair of words. */
export function answerLabels({ values, counts, used }: ColumnProfile): [string, string] {
  const pairs = YES_NO.map((words) => ({ words, n: 0, most: [0, 0], labels: words.map(String) }));
  for (const code of used) {
    const text = (values.dictionary[code] as string).trim();
    const word = text.toLowerCase();
    const pair = pairs.find(({ words }) => words.some((each) => each.toLowerCase() === word));
    if (!pair) continue;
    const value = pair.words[0].toLowerCase() === word ? 0 : 1;
    const n = counts[code] as number;
    pair.n += n;
    if (n <= (pair.most[value] as number)) continue;
    pair.most[value] = n;
    pair.labels[value] = text;
  }
  const [no = '', yes = ''] = pairs.reduce((a, b) => (b.n > a.n ? b : a)).labels;
  return [no, yes];
}

/** Times of day and lengths of time as `HH:MM:SS`; lengths may pass 24 hours. */
export function timeReader({ values, counts, used }: ColumnProfile): CellReader {
  const lengths = new Map<number, number>();
  for (const code of used) {
    const text = values.dictionary[code] as string;
    if ((timeValue(text) ?? durationValue(text)) === undefined) continue;
    lengths.set(text.length, (lengths.get(text.length) ?? 0) + (counts[code] as number));
  }
  const usual = [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0];
  return (text, type) => {
    if (type === CELL.time) return { value: text, raw: false };
    const value = timeValue(text) ?? durationValue(text);
    if (value === undefined) return notA('a time', quoted(text));
    const isUsual = text.length === usual && /^\d{2,}:\d\d(:\d\d)?$/.test(text);
    return { value, raw: !isUsual && value !== text };
  };
}
