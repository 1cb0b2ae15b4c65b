import ExcelJS from 'exceljs';
import { figureNotes } from '../../chart/figure-notes.ts';
import { figureTable } from '../../chart/figure-table.ts';
import { xmlSafe } from '../../chart/xml-text.ts';
import type { RenderedBlock, RenderedReport } from '../../model/report.ts';
import { MADE_TITLE, madeSentence } from '../made-words.ts';
import { fillMadeSheet } from './made-sheet.ts';
import { sheetName } from './sheet-name.ts';
import { columnWidth, HEADER_RULES, STYLE, writeText } from './style.ts';
import { fillTableSheet } from './table-sheet.ts';

type Numbered = Extract<RenderedBlock, { type: 'table' | 'figure' }>;

interface Entry {
  what: string;
  title: string;
  sheet: string;
}

/** The report as a workbook: contents, one sheet a table or figure, and how it was made. */
export async function packReportBook(report: RenderedReport): Promise<Uint8Array> {
  const book = newBook(report.made.app);
  book.title = report.title;
  const taken = new Set<string>();
  const contents = book.addWorksheet(sheetName('Contents', taken));
  const entries: Entry[] = [];
  for (const block of report.blocks) {
    if (block.type !== 'table' && block.type !== 'figure') continue;
    const what = `${block.type === 'table' ? 'Table' : 'Figure'} ${block.number}`;
    const sheet = book.addWorksheet(sheetName(`${what} ${block.title}`, taken));
    fillBlock(sheet, what, block);
    entries.push({ what, title: block.title, sheet: sheet.name });
  }
  const made = book.addWorksheet(sheetName(MADE_TITLE, taken));
  fillMadeSheet(made, report);
  entries.push({ what: '', title: MADE_TITLE, sheet: made.name });
  fillContents(contents, report, entries);
  return packBook(book);
}

export function newBook(app: string): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  book.creator = app;
  book.lastModifiedBy = app;
  return book;
}

export async function packBook(book: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function fillBlock(sheet: ExcelJS.Worksheet, what: string, block: Numbered): void {
  const title = `${what}. ${block.title}`;
  if (block.type === 'table') {
    fillTableSheet(sheet, title, block.table, [block.basis, ...block.table.notes]);
  } else {
    const notes = [block.basis, ...figureNotes(block.figure), block.figure.alt];
    fillTableSheet(sheet, title, figureTable(block.figure), notes);
  }
}

function fillContents(
  sheet: ExcelJS.Worksheet,
  { title, subtitle, authors, date, made }: RenderedReport,
  entries: readonly Entry[],
): void {
  writeText(sheet.getCell(1, 1), xmlSafe(title), STYLE.title);
  const lines = [subtitle, [authors, date].filter(Boolean).join(' · '), madeSentence(made)];
  lines.filter(Boolean).forEach((text, i) => {
    writeText(sheet.getCell(2 + i, 1), xmlSafe(text), STYLE.quiet);
  });
  const header = 6;
  ['Contents', ''].forEach((text, i) => {
    const cell = sheet.getCell(header, i + 1);
    writeText(cell, text, STYLE.bold);
    cell.border = HEADER_RULES;
  });
  entries.forEach((entry, i) => {
    writeText(sheet.getCell(header + 1 + i, 1), entry.what);
    const cell = sheet.getCell(header + 1 + i, 2);
    const target = entry.sheet.replaceAll("'", "''");
    cell.value = { text: xmlSafe(entry.title), hyperlink: `#'${target}'!A1` };
    cell.font = STYLE.link;
  });
  sheet.columns = [
    { width: 14 },
    {
      width: columnWidth(
        entries.map((e) => e.title),
        90,
      ),
    },
  ];
  sheet.views = [{ state: 'frozen', ySplit: header, showGridLines: false }];
  sheet.pageSetup = { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
}
