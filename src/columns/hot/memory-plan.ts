import type { MemoryPlan } from '../../model/board.ts';
import { bitmapWords } from '../kernel/column-kernel.ts';
import { codeWidth } from './hot-column.ts';
import type { StoredColumn } from './stored-column.ts';

/** Charts that a board may have. */
export const MOST_CHARTS = 24;
/** Counts, sums and their like of one chart, at most. */
const CHART_STATE = 4 << 20;

/** What columns of a table will need, from what is known of them without reading them. */
export function memoryPlan(rows: number, columns: readonly StoredColumn[]): MemoryPlan {
  const padded = bitmapWords(rows) * 32;
  const bytesPerRow = columns.reduce((sum, column) => sum + widestCode(column), 0);
  // A bitmap for its condition, one for the others' conditions, and keys: two bytes a row, or one and its bits.
  const chart = padded * (2 / 8 + 2) + CHART_STATE;
  return { columns: padded * bytesPerRow, charts: MOST_CHARTS * chart, bytesPerRow };
}

function widestCode({ facts, reasons }: StoredColumn): number {
  const { low, high, divisor } = facts;
  if (low > high) return codeWidth(reasons.length);
  if (divisor === undefined) return 4;
  return codeWidth(Math.min(2 ** 32, reasons.length + Math.round((high - low) * divisor) + 1));
}
