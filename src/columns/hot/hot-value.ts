import { isoDate } from '../../model/calendar.ts';
import type { Value } from '../../model/column.ts';
import { type HotColumn, numberOf } from './hot-column.ts';

/** The value that a code stands for; null below the floor. */
export function codeValue(column: HotColumn, code: number): Value {
  if (code < column.floor) return null;
  if (column.scale.by === 'text') return column.texts()[code - column.floor] ?? null;
  const number = numberOf(column, code);
  return column.variable.kind === 'date' ? isoDate(number) : number;
}

/** The value of one row, as `valueAt` gives it of a frame. */
export function hotValue(column: HotColumn, row: number): Value {
  return codeValue(column, column.codes[row] as number);
}

/** Why a row has no value; null where it has one. */
export function hotReason(column: HotColumn, row: number): string | null {
  const code = column.codes[row] as number;
  return code < column.floor ? (column.reasons[code] ?? null) : null;
}
