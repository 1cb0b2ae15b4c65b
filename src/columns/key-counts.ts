import type { Column } from '../model/column.ts';
import { toCodes } from './to-codes.ts';

/** How many of some rows have each key, as text; missing is no key. */
export function keyCounts(keys: Column, rows: Uint32Array): Map<string, number> {
  const { codes, missing, dictionary } = toCodes(keys);
  const counts = new Uint32Array(dictionary.length);
  for (const row of rows) {
    if (missing[row] !== 0) continue;
    const code = codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const byKey = new Map<string, number>();
  for (const [code, key] of dictionary.entries()) {
    const n = counts[code] ?? 0;
    if (n > 0) byKey.set(key, n + (byKey.get(key) ?? 0));
  }
  return byKey;
}
