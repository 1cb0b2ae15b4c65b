import type { Column } from '../model/column.ts';
import { toCodes } from './to-codes.ts';

/**
 * Several columns as one key, which is the same text where all of them are the same. A row that lacks one of them
 * has no key. One column is its own key.
 */
export function compositeKey(columns: readonly Column[]): Column {
  const [only] = columns;
  if (only !== undefined && columns.length === 1) return only;
  const parts = columns.map(toCodes);
  const rows = parts[0]?.codes.length ?? 0;
  const codeOf = new Map<string, number>();
  const codes = new Uint32Array(rows);
  const missing = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    if (parts.some((part) => part.missing[row] !== 0)) {
      missing[row] = 1;
      continue;
    }
    // Quoted, so that “a, b” and “c” are not “a” and “b, c”.
    const text = JSON.stringify(parts.map((part) => part.dictionary[part.codes[row] ?? 0]));
    const code = codeOf.get(text) ?? codeOf.size;
    codeOf.set(text, code);
    codes[row] = code;
  }
  const reasons = ['a part of the key is missing'];
  return { type: 'codes', codes, dictionary: [...codeOf.keys()], missing, reasons };
}
