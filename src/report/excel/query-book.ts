import { xmlSafe } from '../../chart/xml-text.ts';
import { QUERY_ANSWER, QUERY_SHEET } from '../query-headings.ts';
import { newBook, packBook } from './report-book.ts';
import { columnWidth, HEADER_RULES, STYLE, writeText } from './style.ts';

/** Questions about rows of an extract, for whoever sent it. */
export interface QueryList {
  app: string;
  title: string;
  /** What is asked, and how to answer. */
  notes: readonly string[];
  headers: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** The list with an empty column to answer in, which stands out. */
export async function packQueryBook(list: QueryList): Promise<Uint8Array> {
  const { app, title, notes, headers, rows } = list;
  const book = newBook(app);
  const sheet = book.addWorksheet(QUERY_SHEET);
  writeText(sheet.getCell(1, 1), xmlSafe(title), STYLE.title);
  notes.forEach((note, at) => {
    writeText(sheet.getCell(at + 2, 1), xmlSafe(note), STYLE.quiet);
  });
  const first = notes.length + 3;
  const all = [...headers, QUERY_ANSWER];
  all.forEach((header, at) => {
    const cell = sheet.getCell(first, at + 1);
    writeText(cell, xmlSafe(header), STYLE.bold);
    cell.border = HEADER_RULES;
  });
  rows.forEach((row, down) => {
    row.forEach((value, at) => {
      const cell = sheet.getCell(first + 1 + down, at + 1);
      if (typeof value === 'number') cell.value = value;
      else writeText(cell, xmlSafe(value));
      cell.font = STYLE.body;
      cell.alignment = { vertical: 'top', wrapText: true };
    });
    sheet.getCell(first + 1 + down, all.length).fill = {
      type: 'pattern',
      pattern: 'solid',
      fgColor: { argb: 'FFFFF6DC' },
    };
  });
  sheet.columns = all.map((header, at) => ({
    width:
      header === QUERY_ANSWER
        ? 36
        : columnWidth([header, ...rows.map((row) => String(row[at] ?? ''))], 60),
  }));
  sheet.views = [{ state: 'frozen', ySplit: first }];
  sheet.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 };
  return packBook(book);
}
