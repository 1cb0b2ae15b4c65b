import type { RowMask } from '../columns/mask.ts';
import { isoDate, parseIsoDate } from '../model/calendar.ts';
import type { Column, DayColumn } from '../model/column.ts';
import type { Scalar } from '../model/condition.ts';

/**
 * Rows whose present value passes a test. Texts are tested once a dictionary entry,
 * dates once a day, numbers once a row.
 */
export function maskWhere(column: Column, matches: (value: Scalar) => boolean): RowMask {
  const { missing } = column;
  const mask = new Uint8Array(missing.length);
  switch (column.type) {
    case 'numbers':
      for (let row = 0; row < mask.length; row++) {
        if (missing[row] === 0 && matches(column.values[row] ?? 0)) mask[row] = 1;
      }
      return mask;
    case 'days':
      return maskDays(column, mask, matches);
    case 'codes': {
      const hits = Uint8Array.from(column.dictionary, (text) => (matches(text) ? 1 : 0));
      for (let row = 0; row < mask.length; row++) {
        if (missing[row] === 0) mask[row] = hits[column.codes[row] ?? 0] ?? 0;
      }
      return mask;
    }
  }
}

const NO = 1;
const YES = 2;

function maskDays(
  { values, missing }: DayColumn,
  mask: RowMask,
  matches: (value: Scalar) => boolean,
): RowMask {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < mask.length; row++) {
    if (missing[row] !== 0) continue;
    const day = values[row] ?? 0;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const verdicts = new Uint8Array(Math.max(0, last - first + 1));
  for (let row = 0; row < mask.length; row++) {
    if (missing[row] !== 0) continue;
    const day = values[row] ?? 0;
    const at = day - first;
    let verdict = verdicts[at] ?? 0;
    if (verdict === 0) {
      verdict = matches(isoDate(day)) ? YES : NO;
      verdicts[at] = verdict;
    }
    if (verdict === YES) mask[row] = 1;
  }
  return mask;
}

/** Rows without a value; those without it for one of some reasons, where they are given. */
export function maskMissing({ missing, reasons }: Column, only?: readonly string[]): RowMask {
  if (only === undefined) return missing.map((code) => (code === 0 ? 0 : 1));
  const counts = Uint8Array.from(reasons, (reason) => (only.includes(reason) ? 1 : 0));
  return missing.map((code) => (code === 0 ? 0 : (counts[code - 1] ?? 0)));
}

export function maskPresent({ missing }: Column): RowMask {
  return missing.map((code) => (code === 0 ? 1 : 0));
}

/** Rows whose two dates pass a test of day numbers. */
export function maskDayPairs(
  own: Column,
  other: Column,
  passes: (own: number, other: number) => boolean,
): RowMask {
  const [day, otherDay] = [dayReader(own), dayReader(other)];
  return own.missing.map((code, row) =>
    code === 0 && other.missing[row] === 0 && passes(day(row), otherDay(row)) ? 1 : 0,
  );
}

/** The day number of a row's date, or of its date and time; NaN of anything else. */
function dayReader(column: Column): (row: number) => number {
  if (column.type === 'days') return (row) => column.values[row] ?? Number.NaN;
  if (column.type === 'numbers') return () => Number.NaN;
  const days = column.dictionary.map((text) => parseIsoDate(text.slice(0, 10)) ?? Number.NaN);
  return (row) => days[column.codes[row] ?? 0] ?? Number.NaN;
}
