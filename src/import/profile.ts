import type { RawValues } from './raw-table.ts';

/** The cells of one column among the data rows, counted by distinct text. */
export interface ColumnProfile {
  values: RawValues;
  /** How often each dictionary entry occurs among the data rows. */
  counts: Uint32Array;
  /** Regular row in which each entry occurs first. */
  firstRows: Uint32Array;
  /** Entries that occur and are not blank. */
  used: Uint32Array;
  filled: number;
  empty: number;
}

/** Counts the cells of one column over regular rows `first` up to but not with `last`. */
export function profileColumn(values: RawValues, first: number, last: number): ColumnProfile {
  const size = values.types.length;
  const counts = new Uint32Array(size);
  const firstRows = new Uint32Array(size);
  const { codes } = values;
  const end = Math.min(last, codes.length);
  for (let row = first; row < end; row++) {
    const code = codes[row] as number;
    if (counts[code] === 0) firstRows[code] = row;
    (counts[code] as number)++;
  }
  const blank = blanksOf(values);
  const used: number[] = [];
  let filled = 0;
  for (let code = 1; code < size; code++) {
    const n = counts[code] as number;
    if (n === 0 || blank(code)) continue;
    used.push(code);
    filled += n;
  }
  return {
    values,
    counts,
    firstRows,
    used: Uint32Array.from(used),
    filled,
    empty: last - first - filled,
  };
}

/** Tells which entries are blank, without making strings of those that are packed. */
function blanksOf(values: RawValues): (code: number) => boolean {
  const { texts } = values;
  if (!texts) return (code) => isBlank(values.dictionary[code] as string);
  const { bytes, ends } = texts;
  return (code) => {
    const first = bytes[ends[code - 1] as number] as number;
    return (first <= 0x20 || first >= 0x7f) && isBlank(texts.text(code));
  };
}

export function isBlank(text: string): boolean {
  if (text.length > 0 && text.charCodeAt(0) > 0x20 && text.charCodeAt(0) < 0x7f) return false;
  return text.trim() === '';
}
