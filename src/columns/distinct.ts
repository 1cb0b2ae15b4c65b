import type { Column } from '../model/column.ts';
import type { Variable } from '../model/variable.ts';
import { rankDictionary } from './rank.ts';
import { toCodes } from './to-codes.ts';

export interface ValueCount {
  /** As text: `String(n)` for numbers, `YYYY-MM-DD` for dates. */
  value: string;
  label: string;
  n: number;
}

/**
 * How often each value occurs among the rows, in the variable's order: declared order for categories,
 * else by size or collated. Values that do not occur and missing values are left out.
 */
export function countValues(variable: Variable, column: Column, rows: Uint32Array): ValueCount[] {
  const coded = toCodes(column);
  const counts = countCodes(coded, rows);
  const order = rankDictionary(variable, coded.dictionary);
  const labels = new Map(variable.values.map((entry) => [entry.value, entry.label]));
  const bySize = column.type === 'numbers' && variable.values.length === 0;
  return [...coded.dictionary.keys()]
    .filter((code) => counts[code] !== 0)
    .sort((a, b) =>
      bySize
        ? Number(coded.dictionary[a]) - Number(coded.dictionary[b])
        : (order[a] ?? 0) - (order[b] ?? 0),
    )
    .map((code) => {
      const value = coded.dictionary[code] ?? '';
      return { value, label: labels.get(value) ?? value, n: counts[code] ?? 0 };
    });
}

/** How many different values the rows hold: people among referrals. Missing is not a value. */
export function countDistinct(column: Column, rows: Uint32Array): number {
  return countCodes(toCodes(column), rows).reduce((n, count) => n + (count > 0 ? 1 : 0), 0);
}

function countCodes(column: ReturnType<typeof toCodes>, rows: Uint32Array): Uint32Array {
  const counts = new Uint32Array(column.dictionary.length);
  for (const row of rows) {
    if (column.missing[row] !== 0) continue;
    const code = column.codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
