/**
 * Remakes the workbooks in books/, made by several writers, and judged.json: every cell of them as
 * LibreOffice reads it. Needs soffice. Usage: node test/reference/import/make-books.ts
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { exceljsBooks } from './exceljs-books.ts';
import { flatSheet } from './flat-sheet.ts';
import { handMadeBooks } from './hand-made-books.ts';
import { judgedCells } from './judged-cells.ts';

const BOOKS = join(import.meta.dirname, 'books');
const work = mkdtempSync(join(tmpdir(), 'attune-books-'));

function convert(file: string, to: string, ...more: string[]): string {
  const profile = `-env:UserInstallation=file://${join(work, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', work, ...more, file]);
  return join(work, `${basename(file).replace(/\.\w+$/, '')}.${to}`);
}

const flat = join(work, 'libreoffice.fods');
writeFileSync(flat, flatSheet());
for (const to of ['xlsx', 'ods', 'xls']) {
  copyFileSync(convert(flat, to), join(BOOKS, `libreoffice.${to}`));
}
for (const [name, bytes] of Object.entries({ ...(await exceljsBooks()), ...handMadeBooks() })) {
  writeFileSync(join(BOOKS, name), bytes);
}
const judged: Record<string, unknown> = {};
for (const name of readdirSync(BOOKS).filter((file) => file.endsWith('.xlsx'))) {
  judged[name] = judgedCells(readFileSync(convert(join(BOOKS, name), 'fods'), 'utf8'));
}
writeFileSync(join(import.meta.dirname, 'judged.json'), `${JSON.stringify(judged, null, 1)}\n`);
