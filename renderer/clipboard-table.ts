import { type PastedTable, tabSeparated } from './pasted-table.ts';

/**
 * The table that somebody copied: tab-separated text, as spreadsheets put it there, or the first table of
 * a web page or document. Null when it is no table: fewer than two lines.
 */
export function clipboardTable(data: DataTransfer | null): PastedTable | null {
  const plain = data?.getData('text/plain') ?? '';
  const html = data?.getData('text/html') ?? '';
  const cells = plain.includes('\t') || html === '' ? [] : htmlTable(html);
  const text = cells.length > 1 ? tabSeparated(cells) : plain.replace(/^\uFEFF/, '');
  const rows = cells.length > 1 ? cells.length : text.split(/\r\n|\r|\n/).filter(hasText).length;
  return rows > 1 ? { text, rows } : null;
}

function hasText(line: string): boolean {
  return line.trim() !== '';
}

/** The cells of the first table in a piece of HTML; a cell over several columns is followed by empty ones. */
function htmlTable(html: string): string[][] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const rows = page.querySelector('table')?.rows ?? [];
  return [...rows].map((row) =>
    [...row.cells].flatMap((cell) => [
      textOf(cell),
      ...Array<string>(Math.max(0, cell.colSpan - 1)).fill(''),
    ]),
  );
}

function textOf(cell: HTMLTableCellElement): string {
  for (const end of cell.querySelectorAll('br')) end.replaceWith('\n');
  return (cell.textContent ?? '').trim();
}
