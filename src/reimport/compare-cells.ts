import { type Column, EMPTY, textAt } from '../model/column.ts';
import type { CellNote } from '../model/receipt.ts';
import type { Sheet } from './sheet.ts';

/** Compares cells of one sheet with each other, with what their notes say of them. */
export interface CellReader {
  /** Whether two cells of a column say the same. A spelling that reads as the same value is no difference. */
  same(column: number, a: number, b: number): boolean;
  /** Whether a cell is simply empty: missing without a reason, and without a text that did not fit. */
  blank(column: number, row: number): boolean;
  /** The cell as it reads; '' when empty. */
  words(column: number, row: number): string;
}

export function createCellReader({ frame, notes }: Sheet): CellReader {
  const width = frame.columns.length;
  const told = new Map<number, CellNote>();
  for (const note of notes) {
    if (note.kind !== 'raw') told.set(note.row * width + note.column, note);
  }
  const noteOf = (column: number, row: number) => told.get(row * width + column);
  const blank = (column: number, row: number) => {
    const own = frame.columns[column] as Column;
    const code = own.missing[row] ?? 0;
    return code !== 0 && own.reasons[code - 1] === EMPTY && noteOf(column, row) === undefined;
  };
  const words = (column: number, row: number) => {
    const own = frame.columns[column] as Column;
    const code = own.missing[row] ?? 0;
    if (code === 0) return textAt(own, row);
    const note = noteOf(column, row);
    if (note?.kind === 'problem') return `${note.raw} (did not fit)`;
    const reason = note?.reason || own.reasons[code - 1] || EMPTY;
    if (note?.raw) return `${note.raw} (${reason})`;
    return reason === EMPTY ? '' : `(${reason})`;
  };
  const same = (column: number, a: number, b: number) => {
    const own = frame.columns[column] as Column;
    const isMissing = own.missing[a] !== 0;
    if (isMissing !== (own.missing[b] !== 0)) return false;
    if (isMissing) return words(column, a) === words(column, b);
    return own.type === 'codes' ? own.codes[a] === own.codes[b] : own.values[a] === own.values[b];
  };
  return { same, blank, words };
}
