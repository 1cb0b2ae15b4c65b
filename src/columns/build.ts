import { type CodeColumn, type DayColumn, EMPTY, type NumberColumn } from '../model/column.ts';
import { reasonList } from './reasons.ts';

/** Why a value is missing, row by row; a row without an entry was simply empty. */
type Reasons = readonly (string | null | undefined)[];

/** A column of integer, decimal or yesno (0/1). null and NaN are missing. */
export function numberColumn(
  values: readonly (number | null)[],
  reasons: Reasons = [],
): NumberColumn {
  const found = Float64Array.from(values, (value) => value ?? Number.NaN);
  return { type: 'numbers', values: found, ...missingOf(found, Number.isNaN, reasons) };
}

/** A column of dates, from day numbers (model/calendar.ts). */
export function dayColumn(values: readonly (number | null)[], reasons: Reasons = []): DayColumn {
  return {
    type: 'days',
    values: Int32Array.from(values, (value) => value ?? 0),
    ...missingOf(values, (value) => value === null, reasons),
  };
}

/** A column of text in any form; equal texts share one dictionary entry. */
export function codeColumn(values: readonly (string | null)[], reasons: Reasons = []): CodeColumn {
  const codeOf = new Map<string, number>();
  const codes = new Uint32Array(values.length);
  for (const [row, value] of values.entries()) {
    if (value === null) continue;
    const code = codeOf.get(value) ?? codeOf.size;
    if (code === codeOf.size) codeOf.set(value, code);
    codes[row] = code;
  }
  return {
    type: 'codes',
    codes,
    dictionary: [...codeOf.keys()],
    ...missingOf(values, (value) => value === null, reasons),
  };
}

function missingOf<T>(values: ArrayLike<T>, isMissing: (value: T) => boolean, reasons: Reasons) {
  const missing = new Uint8Array(values.length);
  const list = reasonList();
  for (let row = 0; row < values.length; row++) {
    if (isMissing(values[row] as T)) missing[row] = list.code(reasons[row] ?? EMPTY);
  }
  return { missing, reasons: list.reasons };
}
