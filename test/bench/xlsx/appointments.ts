import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';

const HEADER = 'id,person,received,seen,status,mode,score,rate,minutes,ward,note,nhs,first,decile';
const STATUS = ['Attended', 'Did not attend', 'Cancelled'];
const MODE = ['Face to face', 'Video', 'Telephone'];
const WARDS = ['Coldharbour', 'Tulse Hill', 'Vassall', 'Stockwell'];

/**
 * A made-up extract of appointments as exceljs writes it: 14 columns, texts shared, one column of real
 * dates, gaps. The same for the same size. Made once, kept in the temporary folder.
 */
export async function appointmentsXlsx(rows: number): Promise<string> {
  const folder = join(tmpdir(), 'attune-bench-import');
  const path = join(folder, `${rows}.xlsx`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: `${path}.part`,
    useSharedStrings: true,
    useStyles: true,
  });
  const sheet = book.addWorksheet('data');
  sheet.addRow(HEADER.split(',')).commit();
  for (let i = 0; i < rows; i++) {
    const row = sheet.addRow(cells(i));
    row.getCell(3).numFmt = 'dd/mm/yyyy';
    row.commit();
  }
  sheet.commit();
  await book.commit();
  renameSync(`${path}.part`, path);
  return path;
}

function cells(i: number): (string | number | Date | null)[] {
  const year = 2015 + (i % 9);
  const month = i % 12;
  const day = (i % 28) + 1;
  return [
    i + 1,
    `HB-${String((i * 7919) % 40_000).padStart(6, '0')}`,
    new Date(Date.UTC(year, month, day)),
    `${two(day)}/${two(month + 1)}/${year}`,
    STATUS[i % 3] ?? null,
    MODE[i % 3] ?? null,
    i % 11 === 0 ? null : i % 8,
    (i % 1000) / 8,
    (i * 37) % 120,
    WARDS[i % 4] ?? null,
    i % 20 === 0 ? `Spoke to the family, again (${i})` : null,
    `99900${String(i % 100_000).padStart(5, '0')}`,
    i % 2 === 0 ? 'Yes' : 'No',
    (i % 10) + 1,
  ];
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
