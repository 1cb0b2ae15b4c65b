import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { loadFile } from '../../src/import/load-file.ts';
import { Refusal, refusalSentence } from '../../src/model/refusal.ts';
import { bookOf, bookParts, fileOf, load, refusalOf, sheetRow, zipOf } from './fixtures.ts';

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

function compoundFile(stream: string): Buffer {
  return Buffer.concat([
    COMPOUND,
    Buffer.alloc(2_000_000),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);
}

async function book(): Promise<Uint8Array> {
  const made = new ExcelJS.Workbook();
  const sheet = made.addWorksheet('Data');
  for (let i = 0; i < 400; i++) sheet.addRow([i, `text ${i * 7919}`, i / 7]);
  return new Uint8Array(await made.xlsx.writeBuffer());
}

const CASES: readonly [string, string, () => string | Promise<string>][] = [
  ['nothing there', 'no-such-file', () => join(tmpdir(), 'attune-no-such-file.csv')],
  ['a folder', 'is-a-folder', () => mkdtempSync(join(tmpdir(), 'attune-'))],
  ['an empty file', 'empty-file', () => fileOf('')],
  ['only blank lines', 'no-rows', () => fileOf('\n\n  \n')],
  ['a header without data', 'no-rows', () => fileOf('id,name\n')],
  ['a PDF called .csv', 'not-a-table', () => fileOf('%PDF-1.7\n%âãÏÓ')],
  ['a PNG called .csv', 'not-a-table', () => fileOf(Buffer.from('89504e470d0a1a0a', 'hex'))],
  ['a JPEG called .csv', 'not-a-table', () => fileOf(Buffer.from('ffd8ffe000104a464946', 'hex'))],
  ['an SQLite database', 'not-a-table', () => fileOf('SQLite format 3\0')],
  ['a gzip archive', 'not-a-table', () => fileOf(gzipSync('a,b\n1,2\n'))],
  [
    'a web page called .xls',
    'not-a-table',
    () => fileOf('<html><table><tr><td>1</table>', 'x.xls'),
  ],
  [
    'random bytes called .csv',
    'not-text',
    () => fileOf(Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7 + (i >> 3)) % 256))),
  ],
  ['a NUL byte', 'nul-bytes', () => fileOf('a,b\n1,2\n3,\0\n')],
  ['an old Excel workbook', 'old-excel', () => fileOf(compoundFile('Workbook'), 'x.xls')],
  [
    'a protected workbook',
    'protected-workbook',
    () => fileOf(compoundFile('EncryptedPackage'), 'x.xlsx'),
  ],
  [
    'a binary workbook',
    'binary-workbook',
    () => fileOf(zipOf({ 'xl/workbook.bin': 'x' }), 'x.xlsb'),
  ],
  [
    'an OpenDocument sheet',
    'open-document',
    () =>
      fileOf(
        zipOf({
          mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
          'content.xml': '<x/>',
        }),
        'x.ods',
      ),
  ],
  [
    'a zip of something else',
    'not-a-workbook',
    () => fileOf(zipOf({ 'readme.txt': 'hello' }), 'x.xlsx'),
  ],
  [
    'a Word document',
    'not-a-workbook',
    () => fileOf(zipOf({ 'word/document.xml': '<document/>' }), 'x.xlsx'),
  ],
  [
    'a truncated workbook',
    'damaged-zip',
    async () => fileOf((await book()).subarray(0, 6000), 'x.xlsx'),
  ],
  [
    'a workbook with a broken part',
    'damaged-zip',
    async () => {
      const bytes = Buffer.from(
        zipOf(bookParts({ rows: sheetRow(1, ['a', 'b']) + sheetRow(2, [1, 2]) })),
      );
      const at = bytes.indexOf('sheet1.xml') + 14;
      bytes.fill(0xff, at, at + 20);
      return fileOf(bytes, 'x.xlsx');
    },
  ],
  ['an empty sheet', 'empty-sheet', () => bookOf({ rows: '<row r="1"><c r="A1"/></row>' })],
  ['a sheet with a header only', 'no-rows', () => bookOf({ rows: sheetRow(1, ['id', 'name']) })],
  [
    '2,001 columns',
    'too-many-columns',
    () =>
      fileOf(
        `${Array.from({ length: 2001 }, (_, i) => `c${i}`).join()}\n${Array(2001).fill(1).join()}\n`,
      ),
  ],
  [
    'a header with more names than fields',
    'header-too-wide',
    () => {
      const rows = Array.from({ length: 9 }, (_, i) => `${i},${i}`).join('\n');
      return fileOf(`a,b,c\n${rows}\n`);
    },
  ],
  ['a line of 6 MiB', 'line-too-long', () => fileOf(`a,b\n${'x'.repeat(6 << 20)}`)],
];

describe('refusals', () => {
  test.each(CASES)('%s', async (_, code, make) => {
    const given = await make();
    const changes = code === 'header-too-wide' ? { header: { row: 1, rows: 1 } } : {};
    const refusal = await refusalOf(load(given, changes));
    expect(refusal.code).toBe(code);
    expect(refusal.where.file).toBe(given.split('/').at(-1));
    expect(refusalSentence(refusal.toRecord())).toMatch(/^[^!]+: [^!]+\.$/);
    expect(refusal.message).not.toMatch(/please|sorry/i);
  });

  test('an option that would be ignored', async () => {
    const text = await refusalOf(load(fileOf('a,b\n1,2\n'), { sheet: 'Data' }));
    expect(text).toMatchObject({ code: 'option-without-use', where: { option: 'sheet' } });
    const sheet = bookOf({ rows: sheetRow(1, ['a', 'b']) + sheetRow(2, [1, 2]) });
    expect((await refusalOf(load(sheet, { delimiter: ';' }))).where.option).toBe('delimiter');
  });

  test('a cancelled import stops at its next checkpoint', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `${i},word ${i},2021-01-05`).join('\n');
    let checkpoints = 0;
    const done: number[] = [];
    const task = {
      progress: (n: number) => done.push(n),
      checkpoint: async () => {
        if (++checkpoints === 2) throw new Refusal('cancelled', 'Cancelled.');
      },
    };
    const file = fileOf(`n,w,d\n${rows}\n`);
    expect((await refusalOf(loadFile({ file }, task))).code).toBe('cancelled');
    expect(checkpoints).toBe(2);
    expect(done.length).toBe(2);
  });
});
