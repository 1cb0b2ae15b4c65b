import type { Worksheet } from 'exceljs';
import { wrapText } from '../../chart/wrap-text.ts';
import { xmlSafe } from '../../chart/xml-text.ts';
import { cellMarkup, formatCell } from '../../model/format.ts';
import type { Cell, ResultTable, TableColumn, TableRow } from '../../model/result.ts';
import { plainText } from '../../model/rich.ts';
import { cellNumber } from '../cell-number.ts';
import { cellText } from '../cell-text.ts';
import { columnWidth, HEADER_RULES, LAST_RULE, STYLE, writeText } from './style.ts';

const NOTE_COLUMNS = 7;

/** A table on its sheet: title, header (frozen), numbers as numbers with their formats, notes below. */
export function fillTableSheet(
  sheet: Worksheet,
  title: string,
  table: ResultTable,
  notes: readonly string[],
): void {
  writeText(sheet.getCell(1, 1), xmlSafe(title), STYLE.title);
  const hasSpanner = table.columns.some(({ spanner }) => spanner);
  if (hasSpanner) writeSpanners(sheet, table.columns, 3);
  const headerRow = hasSpanner ? 4 : 3;
  table.columns.forEach((column, i) => {
    const cell = sheet.getCell(headerRow, i + 1);
    writeText(cell, xmlSafe(plainText(column.header)), STYLE.bold);
    cell.border = HEADER_RULES;
    cell.alignment = { horizontal: column.align, vertical: 'bottom', wrapText: true };
  });
  table.rows.forEach((row, r) => {
    writeRow(sheet, table.columns, row, headerRow + 1 + r, r === table.rows.length - 1);
  });
  const widths = table.columns.map((column, i) => widthOf(table, column, i));
  sheet.columns = widths.map((width) => ({ width }));
  const lines = table.columns.map(({ header }, i) =>
    linesOf(plainText(header), widths[i] ?? 9, 13),
  );
  if (Math.max(...lines) > 1) sheet.getRow(headerRow).height = 15 * Math.max(...lines);
  writeNotes(sheet, notes, headerRow + table.rows.length + 2, table.columns.length);
  sheet.views = [{ state: 'frozen', ySplit: headerRow, showGridLines: false }];
  sheet.pageSetup = {
    paperSize: 9,
    orientation: table.columns.length > NOTE_COLUMNS ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  };
}

/** Notes run over the breadth of the table, or of a page where the table is narrow. */
function writeNotes(
  sheet: Worksheet,
  notes: readonly string[],
  top: number,
  columns: number,
): void {
  const breadth = Math.max(columns, NOTE_COLUMNS);
  const widths = Array.from({ length: breadth }, (_, i) => sheet.getColumn(i + 1).width ?? 9);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  notes.forEach((note, i) => {
    const text = xmlSafe(plainText(note));
    const row = sheet.getRow(top + i);
    sheet.mergeCells(top + i, 1, top + i, breadth);
    writeText(row.getCell(1), text, STYLE.quiet);
    row.getCell(1).alignment = { wrapText: true, vertical: 'top' };
    row.height = 13 * linesOf(text, whole, 12.5);
  });
}

/** How many lines a text of a size in pixels takes in a column of a width in characters. */
function linesOf(text: string, width: number, size: number): number {
  return wrapText(text, 7 * width, size).length;
}

function writeSpanners(sheet: Worksheet, columns: readonly TableColumn[], row: number): void {
  for (let i = 0; i < columns.length; ) {
    const spanner = columns[i]?.spanner;
    let end = i + 1;
    while (end < columns.length && columns[end]?.spanner === spanner) end++;
    if (spanner) {
      if (end - i > 1) sheet.mergeCells(row, i + 1, row, end);
      const cell = sheet.getCell(row, i + 1);
      writeText(cell, xmlSafe(plainText(spanner)), STYLE.bold);
      cell.alignment = { horizontal: 'center' };
    }
    i = end;
  }
}

function writeRow(
  sheet: Worksheet,
  columns: readonly TableColumn[],
  { cells, role }: TableRow,
  row: number,
  isLast: boolean,
): void {
  columns.forEach(({ format, align }, i) => {
    const cell = sheet.getCell(row, i + 1);
    const content: Cell = cells[i] ?? { value: null };
    const number = cellNumber(content, format);
    if (number) {
      cell.value = number.value;
      cell.numFmt = number.code;
    } else {
      const text = xmlSafe(cellText(content));
      cell.value = text === '' && content.text === undefined ? null : text;
    }
    cell.font = role === 'total' || role === 'group' ? STYLE.bold : STYLE.body;
    cell.alignment = { horizontal: align };
    if (isLast) cell.border = LAST_RULE;
  });
}

function widthOf(table: ResultTable, { header, format }: TableColumn, i: number): number {
  const texts = table.rows.map(({ cells }) =>
    plainText(cellMarkup(cells[i] ?? { value: '' }, format)),
  );
  const words = plainText(header).split(' ');
  return columnWidth([...texts, ...words, formatCell({ value: 0 }, format)]);
}
