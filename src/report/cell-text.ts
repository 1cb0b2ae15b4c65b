import { formatCell } from '../model/format.ts';
import type { Cell, NumberFormat } from '../model/result.ts';
import { escapeRich, plainText } from '../model/rich.ts';

/**
 * A cell as rich text. `text` is written by an analysis and may hold markup; a string `value` comes from
 * data and stands for itself.
 */
export function cellMarkup(cell: Cell, format: NumberFormat): string {
  return cell.text ?? escapeRich(formatCell(cell, format));
}

/** A cell without its markup; '' when there is nothing in it. */
export function cellText(cell: Cell): string {
  if (cell.text !== undefined) return plainText(cell.text);
  return cell.value === null ? '' : String(cell.value);
}
