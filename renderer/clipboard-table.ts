import { htmlTable } from './html-table.ts';
import { type PastedTable, tabSeparated } from './pasted-table.ts';

/** What a paste carries, in the forms that it was copied in. */
interface Clipboard {
  getData(type: string): string;
}

/**
 * The table that somebody copied: tab-separated text, as spreadsheets put it there, or the first table of
 * a web page or document. Null when it is no table: fewer than two lines.
 */
export function clipboardTable(data: Clipboard | null): PastedTable | null {
  const plain = data?.getData('text/plain') ?? '';
  const html = data?.getData('text/html') ?? '';
  const cells = plain.includes('\t') ? [] : htmlTable(html);
  if (cells.length > 1) return { text: tabSeparated(cells), rows: cells.length };
  const text = plain.replace(/^\uFEFF/, '');
  const rows = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length;
  return rows > 1 ? { text, rows } : null;
}
