import type { RawDictionary } from './raw-table.ts';

/** The text of one entry. `dictionary` is only touched where its texts are strings already. */
export function entryText(values: RawDictionary, code: number): string {
  return values.texts ? values.texts.text(code) : (values.dictionary[code] ?? '');
}
