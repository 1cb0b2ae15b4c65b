import type { ColumnKernel } from '../kernel/column-kernel.ts';
import type { Piece, StoredColumn } from './stored-column.ts';

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

/**
 * The scale of a column and the number of its codes, reasons among them. A divisor is guessed from the
 * first piece; `tried` is one that did not do for all of them.
 */
export function scaleOf(
  column: StoredColumn,
  kernel: ColumnKernel,
  tried?: CodeScale,
): { scale: CodeScale; size: number } {
  const { facts, reasons, texts } = column;
  const { low, high } = facts;
  const floor = reasons.length;
  const isNone = low > high;
  if (texts) return { scale: { by: 'text' }, size: floor + (isNone ? 0 : high + 1) };
  if (isNone) return { scale: { by: 'step', low: 0, divisor: 1 }, size: floor };
  const above = tried?.by === 'step' ? tried.divisor : 1;
  const divisor = facts.divisor ?? divisorOf(column, kernel, above);
  const most = Math.max(Math.abs(low), Math.abs(high));
  const isExact = divisor !== undefined && most * divisor <= Number.MAX_SAFE_INTEGER;
  if (isExact && (high - low) * divisor < MOST_CODES) {
    const [first, last] = [Math.round(low * divisor), Math.round(high * divisor)];
    return { scale: { by: 'step', low: first, divisor }, size: floor + last - first + 1 };
  }
  const values = distinctValues(column);
  return { scale: { by: 'rank', values }, size: floor + values.length };
}

/** The least power of ten that makes whole numbers of the first values, from which they come back unchanged. */
function divisorOf(column: StoredColumn, kernel: ColumnKernel, above: number): number | undefined {
  const { low, high } = column.facts;
  const able = DIVISORS.filter((each) => each > above && (high - low) * each < MOST_CODES);
  for (const piece of column.pieces()) {
    const numbers = doublesOf(piece);
    return able.find((divisor) => kernel.areSteps(numbers, divisor));
  }
  return undefined;
}

/** The values of a piece as they are. */
export function doublesOf({ low, divisor, values, rows }: Piece): Float64Array {
  if (values instanceof Float64Array && low === 0 && divisor === 1) return values;
  const doubles = new Float64Array(rows).fill(low / divisor);
  if (values) {
    for (let row = 0; row < rows; row++) doubles[row] = (low + (values[row] as number)) / divisor;
  }
  return doubles;
}

function distinctValues(column: StoredColumn): Float64Array {
  const parts: Float64Array[] = [];
  for (const piece of column.pieces()) {
    const { missing } = piece;
    const doubles = doublesOf(piece);
    parts.push(missing ? doubles.filter((_, row) => missing[row] === 0) : doubles.slice());
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
