import { reasonList } from '../columns/reasons.ts';
import type { Column } from '../model/column.ts';
import type { CellValue } from './read-cell.ts';

/** What a cell becomes: a value of the column's type, or missing for a reason. */
export type NewCell = { value: CellValue } | { missing: string };

/** The column with some cells changed. */
export function setCells(column: Column, cells: ReadonlyMap<number, NewCell>): Column {
  const list = reasonList(column.reasons);
  const missing = column.missing.slice();
  for (const [row, cell] of cells) missing[row] = 'missing' in cell ? list.code(cell.missing) : 0;
  const common = { missing, reasons: list.reasons };
  if (column.type !== 'codes') {
    const values = column.values.slice();
    for (const [row, cell] of cells) {
      values[row] = 'value' in cell ? Number(cell.value) : column.type === 'days' ? 0 : Number.NaN;
    }
    return column.type === 'days'
      ? { type: 'days', ...common, values: values as Int32Array }
      : { type: 'numbers', ...common, values: values as Float64Array };
  }
  const dictionary = [...column.dictionary];
  const codeOf = new Map(dictionary.map((text, code) => [text, code]));
  const codes = column.codes.slice();
  for (const [row, cell] of cells) {
    const text = 'value' in cell ? String(cell.value) : undefined;
    const code = text === undefined ? 0 : (codeOf.get(text) ?? dictionary.push(text) - 1);
    if (text !== undefined) codeOf.set(text, code);
    codes[row] = code;
  }
  return { type: 'codes', ...common, codes, dictionary };
}
