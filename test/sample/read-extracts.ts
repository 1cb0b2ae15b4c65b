import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Excel from 'exceljs';
import { isoDate } from '../../src/model/calendar.ts';

/** A record of an extract: where it begins, its fields as text, and by header. */
export interface ExtractRow {
  row: number;
  fields: string[];
  by: Record<string, string>;
}

const CSV: Record<string, { encoding: string; delimiter: string }> = {
  'referrals.csv': { encoding: 'windows-1252', delimiter: ';' },
  'appointments.csv': { encoding: 'utf-8', delimiter: ',' },
  'outcomes MORS-SF.csv': { encoding: 'utf-8', delimiter: ',' },
  'outcomes LOAF.csv': { encoding: 'utf-8', delimiter: ',' },
};

/** Reads an extract naively, with nothing of the generator or the importer. */
export async function readExtract(
  folder: string,
  file: string,
  sheet = '',
  headerRow = 1,
): Promise<ExtractRow[]> {
  const records = sheet
    ? await readSheet(join(folder, file), sheet)
    : readCsv(join(folder, file), CSV[file] ?? { encoding: 'utf-8', delimiter: ',' });
  const headers = records.find(({ row }) => row === headerRow)?.fields ?? [];
  return records
    .filter(({ row }) => row > headerRow)
    .map(({ row, fields }) => ({
      row,
      fields,
      by: Object.fromEntries(headers.map((header, i) => [header, fields[i] ?? ''])),
    }));
}

type Plain = Pick<ExtractRow, 'row' | 'fields'>;

function readCsv(path: string, { encoding, delimiter }: { encoding: string; delimiter: string }) {
  const text = new TextDecoder(encoding, { fatal: true }).decode(readFileSync(path));
  const records: Plain[] = [];
  let record: Plain = { row: 1, fields: [] };
  let field = '';
  let quoted = false;
  let line = 1;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] ?? '';
    if (letter === '\n') line++;
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (text[i + 1] === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === delimiter) {
      record.fields.push(field);
      field = '';
    } else if (letter === '\n') {
      record.fields.push(field);
      records.push(record);
      record = { row: line, fields: [] };
      field = '';
    } else if (letter !== '\r') field += letter;
  }
  return records;
}

async function readSheet(path: string, name: string): Promise<Plain[]> {
  const workbook = new Excel.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name} in ${path}`);
  const records: Plain[] = [];
  sheet.eachRow((row, number) => {
    const fields = Array.from({ length: sheet.columnCount }, (_, i) =>
      cellText(row.getCell(i + 1)),
    );
    records.push({ row: number, fields });
  });
  return records;
}

function cellText({ value, numFmt }: Excel.Cell): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const days = Math.round(value.getTime() / 86_400_000);
    // exceljs does not know Excel's 29 February 1900: early serials come a day early.
    return isoDate(days < -25_508 ? days + 1 : days);
  }
  if (numFmt === '00000') return String(value).padStart(5, '0');
  return String(value);
}
