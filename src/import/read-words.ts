import { type CellReader, notA, quoted } from './cell-reader.ts';
import { timeValue } from './dates.ts';
import type { ColumnProfile } from './profile.ts';
import { CELL } from './raw-table.ts';
import { yesNoValue } from './yes-no.ts';

/** Text, categories and identifiers: as they stand, without spaces around them. */
export const codeReader: CellReader = (text) => {
  const value = text.trim();
  return { value, raw: value !== text };
};

/** Yes and no as 1 and 0; answers that are not spelt as most are keep their text. */
export function answerReader(profile: ColumnProfile): CellReader {
  const labels = answerLabels(profile);
  return (text) => {
    const value = yesNoValue(text);
    if (value === undefined) return notA('yes or no', quoted(text));
    return { value, raw: labels[value] !== text };
  };
}

/** How most answers are spelt: [no, yes]. */
export function answerLabels({ values, counts, used }: ColumnProfile): [string, string] {
  const labels: [string, string] = ['No', 'Yes'];
  const most = [0, 0];
  for (const code of used) {
    const text = values.dictionary[code] as string;
    const value = yesNoValue(text);
    if (value === undefined || (counts[code] as number) <= (most[value] as number)) continue;
    most[value] = counts[code] as number;
    labels[value] = text.trim();
  }
  return labels;
}

/** Times of day as `HH:MM:SS`; durations of Excel may pass 24 hours. */
export function timeReader({ values, counts, used }: ColumnProfile): CellReader {
  const lengths = new Map<number, number>();
  for (const code of used) {
    const text = values.dictionary[code] as string;
    if (timeValue(text) === undefined) continue;
    lengths.set(text.length, (lengths.get(text.length) ?? 0) + (counts[code] as number));
  }
  const usual = [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0];
  return (text, type) => {
    if (type === CELL.time) return { value: text, raw: false };
    const value = timeValue(text);
    if (value === undefined) return notA('a time', quoted(text));
    const isUsual = text.length === usual && /^\d\d:\d\d(:\d\d)?$/.test(text);
    return { value, raw: !isUsual && value !== text };
  };
}
