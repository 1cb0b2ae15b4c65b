import type ExcelJS from 'exceljs';
import { xmlSafe } from '../../chart/xml-text.ts';
import { parseIsoDate } from '../../model/calendar.ts';
import { type Value, valueAt } from '../../model/column.ts';
import type { Frame } from '../../model/frame.ts';
import { Refusal } from '../../model/refusal.ts';
import type { TableInfo } from '../../model/table.ts';
import { KIND, type Variable } from '../../model/variable.ts';
import type { TableAbout } from '../table-about.ts';
import { newBook, packBook } from './report-book.ts';
import { sheetName } from './sheet-name.ts';
import { columnWidth, HEADER_RULES, STYLE, writeText } from './style.ts';

/** Excel's limits, less the header row. */
const MOST_ROWS = 1_048_575;
const MOST_COLUMNS = 16_384;
/** Excel counts days from here; its calendar is right from 1 March 1900 on. */
const EXCEL_EPOCH = -25_569;
const FIRST_RIGHT_DAY = 61;
const SAMPLE = 200;

/**
 * The rows of a table as a workbook: numbers as numbers, dates as dates, everything else as text,
 * and further sheets with what each variable is and which rows these are.
 * @throws Refusal `too-large` when the table does not fit on a sheet of Excel
 */
export async function packDataBook(
  info: TableInfo,
  frame: Frame,
  about: TableAbout,
): Promise<Uint8Array> {
  if (frame.rows > MOST_ROWS || info.variables.length > MOST_COLUMNS) {
    throw new Refusal(
      'too-large',
      `${info.label} has more rows or columns than a sheet of Excel.`,
      {
        hint: 'Export it as CSV, or export a cohort of it.',
        where: { table: info.name },
      },
    );
  }
  const book = newBook('Attune');
  const taken = new Set<string>();
  fillRows(book.addWorksheet(sheetName(info.label || info.name, taken)), info, frame);
  fillVariables(book.addWorksheet(sheetName('Variables', taken)), info.variables, about.missing);
  fillAbout(book.addWorksheet(sheetName('About', taken)), about);
  return packBook(book);
}

function fillRows(sheet: ExcelJS.Worksheet, info: TableInfo, frame: Frame): void {
  sheet.addRow(info.variables.map(({ name }) => xmlSafe(name)));
  styleHeader(sheet, info.variables.length);
  for (let row = 0; row < frame.rows; row++) {
    sheet.addRow(
      frame.columns.map((column, i) => excelValue(valueAt(column, row), info.variables[i]?.kind)),
    );
  }
  info.variables.forEach((variable, i) => {
    const column = sheet.getColumn(i + 1);
    const shown = Math.min(frame.rows, SAMPLE);
    const texts = Array.from({ length: shown }, (_, row) => {
      const data = frame.columns[i];
      return data ? String(valueAt(data, row) ?? '') : '';
    });
    column.width = columnWidth([variable.name, ...texts]);
    if (variable.kind === 'date') column.numFmt = 'yyyy-mm-dd';
  });
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  if (frame.rows > 0) {
    const to = { row: frame.rows + 1, column: info.variables.length };
    sheet.autoFilter = { from: { row: 1, column: 1 }, to };
  }
}

function excelValue(value: Value, kind: Variable['kind'] | undefined): ExcelJS.CellValue {
  if (typeof value !== 'string') return value;
  if (kind === 'date') {
    const day = parseIsoDate(value);
    const serial = day === undefined ? 0 : day - EXCEL_EPOCH;
    if (serial >= FIRST_RIGHT_DAY) return serial;
  }
  return xmlSafe(value);
}

function fillAbout(sheet: ExcelJS.Worksheet, { facts }: TableAbout): void {
  for (const fact of facts) sheet.addRow(fact.map(xmlSafe));
  sheet.columns = [14, 100].map((width) => ({ width }));
  sheet.getColumn(1).font = STYLE.bold;
  sheet.getColumn(2).alignment = { wrapText: true, vertical: 'top' };
}

function fillVariables(
  sheet: ExcelJS.Worksheet,
  variables: readonly Variable[],
  missingIn: readonly string[],
): void {
  sheet.addRow(['Name', 'Label', 'Kind', 'Values', 'Missing codes', 'Missing in these rows']);
  styleHeader(sheet, 6);
  for (const [i, { name, label, kind, values, missing }] of variables.entries()) {
    sheet.addRow(
      [
        name,
        label,
        KIND[kind].label,
        values
          .map((entry) =>
            entry.label === entry.value ? entry.value : `${entry.value} = ${entry.label}`,
          )
          .join('; '),
        missing.map(({ code, reason }) => `${code} = ${reason}`).join('; '),
        missingIn[i] ?? '',
      ].map(xmlSafe),
    );
  }
  sheet.columns = [24, 36, 14, 60, 40, 30].map((width) => ({ width }));
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
}

function styleHeader(sheet: ExcelJS.Worksheet, columns: number): void {
  for (let i = 1; i <= columns; i++) {
    const cell = sheet.getCell(1, i);
    writeText(cell, String(cell.value ?? ''), STYLE.bold);
    cell.border = HEADER_RULES;
  }
}
