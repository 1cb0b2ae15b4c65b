import { CELL, type RawValues } from './raw-table.ts';

/** One part's cells of a stacked column: regular rows `first` up to but not with `last`. */
export interface ValuesPart {
  /** Undefined where the part has no such column: its rows are blank. */
  values: RawValues | undefined;
  first: number;
  last: number;
}

/** The cells of one column of several tables, under one another, in one dictionary. */
export function stackValues(parts: readonly ValuesPart[]): RawValues {
  const codes = new Uint32Array(parts.reduce((sum, { first, last }) => sum + last - first, 0));
  const dictionary: string[] = [''];
  const types: number[] = [CELL.text];
  const known = new Map<number, Map<string, number>>();
  const codeOf = (text: string, type: number): number => {
    const ofType = known.get(type) ?? new Map<string, number>();
    known.set(type, ofType);
    let code = ofType.get(text);
    if (code === undefined) {
      code = dictionary.push(text) - 1;
      types.push(type);
      ofType.set(text, code);
    }
    return code;
  };
  let at = 0;
  for (const { values, first, last } of parts) {
    if (values) {
      const own = new Uint32Array(values.dictionary.length);
      const end = Math.min(last, values.codes.length);
      for (let row = first; row < end; row++) {
        const code = values.codes[row] as number;
        if (code === 0) continue;
        own[code] ||= codeOf(values.dictionary[code] as string, values.types[code] as number);
        codes[at + row - first] = own[code] as number;
      }
    }
    at += last - first;
  }
  return { codes, dictionary, types: Uint8Array.from(types) };
}

/** The same text in every row of a part. */
export function repeatedValue(text: string, rows: number): ValuesPart {
  const codes = new Uint8Array(rows).fill(1);
  return {
    values: { codes, dictionary: ['', text], types: Uint8Array.of(CELL.text, CELL.text) },
    first: 0,
    last: rows,
  };
}

/** Whole numbers, one a row. */
export function numberValues(numbers: Uint32Array): ValuesPart {
  const codes = new Uint32Array(numbers.length);
  const dictionary = [''];
  for (const [row, number] of numbers.entries()) codes[row] = dictionary.push(String(number)) - 1;
  const types = new Uint8Array(dictionary.length).fill(CELL.number);
  return { values: { codes, dictionary, types }, first: 0, last: numbers.length };
}
