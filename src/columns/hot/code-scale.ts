import type { StoredColumn } from './stored-column.ts';

/**
 * What the codes of a column stand for. The codes below the floor are the reasons why a row has no
 * value; the code `floor + k` is
 * - the number or day `(low + k) / divisor`, which gives decimals such as 12.345 back to the last bit, or
 * - `values[k]`, ascending, where a column has decimals that no divisor gives back, or
 * - the text `k` of the dictionary.
 */
export type CodeScale =
  | { by: 'step'; low: number; divisor: number }
  | { by: 'rank'; values: Float64Array }
  | { by: 'text' };

/** Codes above this do not fit four bytes with 255 reasons below them. */
const MOST_CODES = 2 ** 32 - 256;
const DIVISORS = [10, 100, 1_000, 10_000, 100_000, 1_000_000];

/** The scale of a column and the number of its codes, reasons among them. */
export function scaleOf(column: StoredColumn): { scale: CodeScale; size: number } {
  const { facts, reasons, texts } = column;
  const { low, high, isWhole } = facts;
  const floor = reasons.length;
  const isNone = low > high;
  if (texts) return { scale: { by: 'text' }, size: floor + (isNone ? 0 : high + 1) };
  if (isNone) return { scale: { by: 'step', low: 0, divisor: 1 }, size: floor };
  if (isWhole && high - low < MOST_CODES) {
    return { scale: { by: 'step', low, divisor: 1 }, size: floor + high - low + 1 };
  }
  const divisor = isWhole ? undefined : divisorOf(column);
  if (divisor !== undefined) {
    const [first, last] = [Math.round(low * divisor), Math.round(high * divisor)];
    return { scale: { by: 'step', low: first, divisor }, size: floor + last - first + 1 };
  }
  const values = distinctValues(column);
  return { scale: { by: 'rank', values }, size: floor + values.length };
}

/** The least power of ten that makes whole numbers of all values, from which they come back unchanged. */
function divisorOf(column: StoredColumn): number | undefined {
  let at = 0;
  const { low, high } = column.facts;
  for (const { low: from, values, missing, rows } of column.pieces()) {
    for (let row = 0; row < rows; row++) {
      if (missing && missing[row] !== 0) continue;
      const value = from + (values ? (values[row] as number) : 0);
      while (true) {
        const divisor = DIVISORS[at];
        if (divisor === undefined || (high - low) * divisor >= MOST_CODES) return undefined;
        if (Math.round(value * divisor) / divisor === value) break;
        at++;
      }
    }
  }
  return DIVISORS[at];
}

function distinctValues(column: StoredColumn): Float64Array {
  const parts: Float64Array[] = [];
  for (const { low, values, missing, rows } of column.pieces()) {
    const found = new Float64Array(rows);
    let n = 0;
    for (let row = 0; row < rows; row++) {
      if (missing && missing[row] !== 0) continue;
      found[n++] = low + (values ? (values[row] as number) : 0);
    }
    parts.push(found.subarray(0, n));
  }
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  all.sort();
  let n = 0;
  for (const value of all) if (n === 0 || value !== all[n - 1]) all[n++] = value;
  return all.slice(0, n);
}
