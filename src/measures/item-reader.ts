import type { Value } from '../model/column.ts';
import type { MeasureItem } from '../model/measure.ts';

/** What an item counts; null when it was left out. */
export type Answer = number | null | 'out-of-range';

/** `raw`: cells hold the answers as given. `scored`: what they count already. */
export type AnswersAs = 'raw' | 'scored';

/**
 * Reads the cells of one item as what they count. Of raw answers a reversed item counts as if its
 * answers were numbered from the other end (min + max − answer); text that is a number is that number.
 */
export function itemReader(item: MeasureItem, as: AnswersAs): (cell: Value) => Answer {
  const { min, max, reverse, values, codes = [] } = item;
  const written = new Map(codes.map(({ code, counts }) => [plain(code), counts]));
  const counts = (answer: number) => {
    const place = reverse ? min + max - answer : answer;
    return values === undefined ? place : (values[place - min] ?? 'out-of-range');
  };
  const permitted = values ?? Array.from({ length: max - min + 1 }, (_, i) => min + i);
  return (cell) => {
    if (cell === null || cell === '') return null;
    const coded = typeof cell === 'string' ? written.get(plain(cell)) : undefined;
    if (coded !== undefined) return coded;
    const value = typeof cell === 'number' ? cell : Number(cell.trim() || Number.NaN);
    if (as === 'raw') {
      return Number.isInteger(value) && value >= min && value <= max
        ? counts(value)
        : 'out-of-range';
    }
    return permitted.find((one) => Math.abs(one - value) < 1e-9) ?? 'out-of-range';
  };
}

/**
 * The reason of a missing answer where the measure gives it a number ("not applicable" as 2): an import
 * reads such a cell as missing, and the answer would be lost. null elsewhere.
 */
export function countedReason(item: MeasureItem | undefined, reason: string | null): string | null {
  if (reason === null || item?.codes === undefined) return null;
  return item.codes.some(({ code }) => plain(code) === plain(reason)) ? reason : null;
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
