import { isoDate } from '../model/calendar.ts';
import type { CodeColumn, Column } from '../model/column.ts';

/**
 * Any column as dictionary codes, so that work on text is done once a distinct value.
 * Numbers and dates become the text that `textAt` gives; a column of codes is returned as it is.
 */
export function toCodes(column: Column): CodeColumn {
  if (column.type === 'codes') return column;
  const { values, missing, reasons } = column;
  const text = column.type === 'days' ? isoDate : String;
  const codes = new Uint32Array(values.length);
  const codeOf = new Map<number, number>();
  const dictionary: string[] = [];
  for (let row = 0; row < values.length; row++) {
    if (missing[row] !== 0) continue;
    const value = values[row] ?? 0;
    let code = codeOf.get(value);
    if (code === undefined) {
      code = dictionary.push(text(value)) - 1;
      codeOf.set(value, code);
    }
    codes[row] = code;
  }
  return { type: 'codes', codes, dictionary, missing, reasons };
}
