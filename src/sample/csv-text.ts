import { cellText } from './cell-text.ts';
import type { RawCell, RawTable } from './raw-table.ts';

/** A text file as Excel and clinical systems write it: CRLF, quotes where they are needed. */
export interface CsvText {
  text: string;
  /** Line (1-based) where each row of the table begins; fields with line breaks take several. */
  lines: readonly number[];
}

export function csvText(table: RawTable, delimiter: ',' | ';'): CsvText {
  const quoted = new RegExp(`["\\n\\r${delimiter}]`);
  const field = (cell: RawCell) => {
    const text = cellText(cell);
    return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  let text = `${table.columns.map(field).join(delimiter)}\r\n`;
  let line = 2;
  const lines: number[] = [];
  for (const row of table.rows) {
    const record = row.cells.map(field).join(delimiter);
    lines.push(line);
    line += 1 + (record.match(/\n/g)?.length ?? 0);
    text += `${record}\r\n`;
  }
  return { text, lines };
}
