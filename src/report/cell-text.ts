import type { Cell } from '../model/result.ts';
import { plainText } from '../model/rich.ts';

/** A cell without its markup; '' when there is nothing in it. */
export function cellText(cell: Cell): string {
  if (cell.text !== undefined) return plainText(cell.text);
  return cell.value === null ? '' : String(cell.value);
}
