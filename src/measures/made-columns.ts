import type { CodeColumn, DayColumn, NumberColumn } from '../model/column.ts';

/** A column of numbers; a text in place of a number says why it is missing. */
export function numbers(values: readonly (number | string)[]): NumberColumn {
  const found = values.map((value) => (typeof value === 'number' ? value : Number.NaN));
  return { type: 'numbers', values: Float64Array.from(found), ...missingOf(values) };
}

/** A column of day numbers; a text in place of a day says why it is missing. */
export function days(values: readonly (number | string)[]): DayColumn {
  const found = values.map((value) => (typeof value === 'number' ? value : 0));
  return { type: 'days', values: Int32Array.from(found), ...missingOf(values) };
}

/** A column of texts; null is missing for the one reason given. */
export function texts(values: readonly (string | null)[], reason: string): CodeColumn {
  const codeOf = new Map<string, number>();
  for (const value of values) {
    if (value !== null && !codeOf.has(value)) codeOf.set(value, codeOf.size);
  }
  return {
    type: 'codes',
    codes: Uint32Array.from(values, (value) => (value === null ? 0 : (codeOf.get(value) ?? 0))),
    dictionary: [...codeOf.keys()],
    missing: Uint8Array.from(values, (value) => (value === null ? 1 : 0)),
    reasons: [reason],
  };
}

function missingOf(values: readonly (number | string)[]) {
  const reasons = [...new Set(values.filter((value) => typeof value === 'string'))];
  const missing = Uint8Array.from(values, (value) =>
    typeof value === 'string' ? reasons.indexOf(value) + 1 : 0,
  );
  return { missing, reasons };
}
