import type { Worksheet } from 'exceljs';
import { withFixedTimes } from './fixed-zip.ts';
import type { RawCell, RawTable } from './raw-table.ts';

export interface SampleSheet {
  name: string;
  /** Rows above the header, one cell each. */
  titles: readonly string[];
  /** Merged cells in a row of their own above the header; columns are 0-based. */
  spanners: readonly { text: string; from: number; to: number }[];
  table: RawTable;
}

const MADE = new Date(Date.UTC(2024, 0, 12, 9));

/** An .xlsx with real dates and numbers, byte for byte the same every time. */
export async function workbookBytes(sheets: readonly SampleSheet[]): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.Workbook();
  workbook.creator = 'Harbour performance team';
  workbook.lastModifiedBy = workbook.creator;
  workbook.created = MADE;
  workbook.modified = MADE;
  for (const sheet of sheets) writeSheet(workbook.addWorksheet(sheet.name), sheet);
  return withFixedTimes(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** Row (1-based) of the first data row. */
export function firstDataRow({ titles, spanners }: SampleSheet): number {
  return titles.length + (spanners.length > 0 ? 1 : 0) + 2;
}

function writeSheet(worksheet: Worksheet, sheet: SampleSheet): void {
  const first = firstDataRow(sheet);
  sheet.titles.forEach((title, i) => {
    worksheet.getCell(i + 1, 1).value = title;
  });
  for (const { text, from, to } of sheet.spanners) {
    worksheet.mergeCells(first - 2, from + 1, first - 2, to + 1);
    worksheet.getCell(first - 2, from + 1).value = text;
  }
  sheet.table.columns.forEach((header, i) => {
    worksheet.getCell(first - 1, i + 1).value = header;
    worksheet.getColumn(i + 1).width = Math.max(9, header.length + 2);
  });
  worksheet.getRow(first - 1).font = { bold: true };
  sheet.table.rows.forEach((row, i) => {
    row.cells.forEach((cell, j) => {
      if (cell === null || cell === '') return;
      const { value, format } = written(cell);
      const target = worksheet.getCell(first + i, j + 1);
      target.value = value;
      if (format !== undefined) target.numFmt = format;
    });
  });
}

function written(cell: Exclude<RawCell, null>): { value: string | number; format?: string } {
  if (typeof cell !== 'object') return { value: cell };
  if ('zeros' in cell) return { value: cell.zeros, format: '00000' };
  return { value: excelSerial(cell.day), format: 'dd/mm/yyyy' };
}

/** Excel's 1900 date system, with the 29 February 1900 that never was. */
export function excelSerial(days: number): number {
  const serial = days + 25569;
  return serial > 60 ? serial : serial - 1;
}
