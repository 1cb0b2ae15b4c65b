import { writtenDate } from '../model/written-date.ts';
import { writtenNumber } from './numbers.ts';
import { CELL, type CellType } from './raw-table.ts';

/** Whether a cell is a number, date or time rather than words: what a header is not. */
export function looksTyped(text: string, type: CellType): boolean {
  if (type !== CELL.text) return true;
  return writtenNumber(text) !== undefined || writtenDate(text) !== undefined;
}
