import { cellReference, rangeReference } from './cell-reference.ts';
import type { SourcePath } from './source-file.ts';
import type { Workbook, WorkbookSheet } from './workbook.ts';
import { XmlScanner } from './xml-scanner.ts';

const TAGS = ['dimension', 'sheetData', 'row', 'c', 'v', 't', 'f'];

/**
 * Rows and columns of a sheet, for the list of sheets: what the file says it spans, or, where it
 * says nothing, counted to the last cell that holds something. With `enough` counting stops as soon
 * as the sheet is seen to hold a table.
 */
export async function measureSheet(
  source: SourcePath,
  workbook: Workbook,
  sheet: WorkbookSheet,
  enough: boolean,
): Promise<{ rows: number; columns: number }> {
  let said: { rows: number; columns: number } | undefined;
  let rows = 0;
  let columns = 0;
  let row = 0;
  let column = -1;
  const scanner = new XmlScanner(
    {
      tags: TAGS,
      open(tag, xml) {
        if (tag === 0) {
          const reference = xml.attribute('ref') ?? '';
          const range = rangeReference(reference);
          if (range) said = { rows: range.bottom, columns: range.right + 1 };
        } else if (tag === 2) {
          const number = xml.attributeNumber('r');
          row = number < 0 ? row + 1 : number;
          column = -1;
        } else if (tag === 3) {
          column = cellReference(xml.attribute('r') ?? '')?.column ?? column + 1;
        } else if (tag > 3) {
          rows = Math.max(rows, row);
          columns = Math.max(columns, column + 1);
        }
      },
      close() {},
      text() {},
    },
    sheet.part,
    source.name,
  );
  for await (const block of workbook.zip.read(sheet.part)) {
    scanner.write(block);
    if (said) return said;
    if (enough && rows > 1 && columns > 1) break;
  }
  return { rows, columns };
}
