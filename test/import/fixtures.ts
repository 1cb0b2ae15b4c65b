import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFile } from '../../src/import/load-file.ts';
import { previewFile } from '../../src/import/preview-file.ts';
import { valueAt } from '../../src/model/column.ts';
import type { FilePreview, LoadedFile } from '../../src/model/importing.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { zipArchive } from './zip-archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'attune-'));
let files = 0;

/** Writes a file of its own into a temporary folder and gives its path. */
export function fileOf(content: string | Uint8Array, name = 'data.csv'): string {
  const path = join(folder, `${++files}-${name}`);
  writeFileSync(path, content);
  return path;
}

export function load(file: string, changes = {}): Promise<LoadedFile> {
  return loadFile({ file, changes }, UNWATCHED);
}

export function preview(file: string, changes = {}): Promise<FilePreview> {
  return previewFile({ file, changes }, UNWATCHED);
}

/** All values of one variable. */
export function valuesOf({ frame }: LoadedFile, name: string) {
  const index = frame.variables.findIndex((variable) => variable.name === name);
  const column = frame.columns[index];
  if (!column) throw new Error(`no variable ${name}`);
  return Array.from({ length: frame.rows }, (_, row) => valueAt(column, row));
}

/** Why a promise was refused; anything else than a Refusal fails the test. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** A zip archive made by hand; `lie` changes the size that the directory declares for each part. */
export function zipOf(parts: Record<string, string | Uint8Array>, lie = 0): Buffer {
  return zipArchive(
    Object.entries(parts).map(([name, content]) => ({
      name,
      data: Buffer.from(content as string),
      lies: { size: lie },
    })),
  );
}

export interface BookParts {
  /** Content of `sheetData`. */
  rows: string;
  /** What follows `sheetData`. */
  after?: string;
  strings?: string;
  /** Format codes of styles 1, 2, …; numbers are built-in formats. */
  formats?: readonly (string | number)[];
  date1904?: boolean;
  /** Replaces whole parts. */
  parts?: Record<string, string>;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts of a small workbook with one sheet called Data. */
export function bookParts(book: BookParts): Record<string, string> {
  const formats = book.formats ?? [];
  const custom = formats.flatMap((format, i) =>
    typeof format === 'string'
      ? [`<numFmt numFmtId="${200 + i}" formatCode="${format.replaceAll('"', '&quot;')}"/>`]
      : [],
  );
  const xfs = formats.map(
    (format, i) => `<xf numFmtId="${typeof format === 'string' ? 200 + i : format}"/>`,
  );
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${book.date1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="${RELATIONS}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${book.rows}</sheetData>${book.after ?? ''}</worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${book.strings ?? ''}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`,
    ...book.parts,
  };
}

export function bookOf(book: BookParts): string {
  return fileOf(zipOf(bookParts(book)), 'book.xlsx');
}

/** One row of a sheet whose cells are texts or numbers. */
export function sheetRow(number: number, cells: readonly (string | number | null)[]): string {
  const written = cells.map((cell, i) => {
    const name = `${String.fromCharCode(65 + i)}${number}`;
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
    return `<c r="${name}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}
