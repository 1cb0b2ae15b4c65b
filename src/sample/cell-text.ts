import { isoDate } from '../model/calendar.ts';
import type { RawCell } from './raw-table.ts';

/** A cell as text: what a text file holds, and what faults.json quotes. */
export function cellText(cell: RawCell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') {
    return 'day' in cell ? isoDate(cell.day) : String(cell.zeros).padStart(5, '0');
  }
  return String(cell);
}
