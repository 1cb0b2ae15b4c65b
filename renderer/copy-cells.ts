import type { Variable } from '../src/model/variable.ts';
import { cellText, type GridRow, noteAt, type Show } from './grid-rows.ts';
import { linesText } from './table-text.ts';

/** More cells than this are an export, not a copy. */
export const MOST_CELLS = 500_000;

/** Cells for the clipboard, as they are shown. */
export function cellsText(
  rows: readonly GridRow[],
  columns: readonly { variable: Variable; at: number }[],
  show: Show,
  heads: boolean,
): { text: string; html: string } {
  const lines = rows.map((row) =>
    columns.map(({ variable, at }) => copied(row, variable, at, show)),
  );
  const head = columns.map(({ variable }) => (show === 'labels' ? variable.label : variable.name));
  return linesText(heads ? [head, ...lines] : lines, heads ? 1 : 0);
}

/** A number goes out with a hyphen for its minus, so that a spreadsheet reads it as one, and unrounded. */
function copied(row: GridRow, variable: Variable, at: number, show: Show): string {
  const value = row.cells[at];
  const isPlain = typeof value === 'number' && variable.values.length === 0;
  const isNumber = isPlain && variable.kind !== 'yesno';
  return cellText(value, noteAt(row, at), variable, isNumber && show === 'labels' ? 'codes' : show);
}

/** Puts text and table on the clipboard. */
export async function toClipboard({ text, html }: { text: string; html: string }): Promise<void> {
  const item = new ClipboardItem({
    'text/plain': new Blob([text], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  });
  await navigator.clipboard.write([item]);
}
