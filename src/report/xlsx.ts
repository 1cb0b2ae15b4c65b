import type { Frame } from '../model/frame.ts';
import type { RenderedReport } from '../model/report.ts';
import type { TableInfo } from '../model/table.ts';
import type { QueryList } from './excel/query-book.ts';
import type { TableAbout } from './table-about.ts';

/** A report as an Excel workbook: its tables and the data of its figures. The library is loaded with the first workbook. */
export async function writeReportXlsx(report: RenderedReport): Promise<Uint8Array> {
  const { packReportBook } = await import('./excel/report-book.ts');
  return packReportBook(report);
}

/**
 * The rows of a table as an Excel workbook, with sheets that say what its variables are and which rows these are.
 * @throws Refusal `too-large` when Excel has no room for it
 */
export async function writeTableXlsx(
  info: TableInfo,
  frame: Frame,
  about: TableAbout,
): Promise<Uint8Array> {
  const { packDataBook } = await import('./excel/data-book.ts');
  return packDataBook(info, frame, about);
}

/** Questions to the sender of an extract, to be answered in the workbook. */
export async function writeQueriesXlsx(list: QueryList): Promise<Uint8Array> {
  const { packQueryBook } = await import('./excel/query-book.ts');
  return packQueryBook(list);
}
