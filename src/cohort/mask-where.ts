import type { RowMask } from '../columns/mask.ts';
import { isoDate } from '../model/calendar.ts';
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

export function maskMissing({ missing }: Column): RowMask {
  return missing.map((code) => (code === 0 ? 0 : 1));
}

export function maskPresent({ missing }: Column): RowMask {
  return missing.map((code) => (code === 0 ? 1 : 0));
}
