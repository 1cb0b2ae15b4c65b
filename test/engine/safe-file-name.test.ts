import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { adoptFile } from '../../src/engine/adopt-file.ts';
import { safeFileName } from '../../src/engine/safe-file-name.ts';

test.each([
  ['outcomes 2024.xlsx', 'outcomes 2024.xlsx'],
  ['../../../etc/passwd', 'etc passwd'],
  ['C:\\Windows\\x.csv', 'C Windows x.csv'],
  ['a\u0000b\u202egpj.csv', 'a b gpj.csv'],
  ['  .hidden. ', 'hidden'],
  ['', 'File'],
  ['...', 'File'],
  ['NUL.csv', 'File NUL.csv'],
  ['Ålesund “β”.csv', 'Ålesund “β”.csv'],
])('%j becomes %j', (given, expected) => {
  expect(safeFileName(given, 'File')).toBe(expected);
});

test('a long name keeps its extension', () => {
  const name = safeFileName(`${'長'.repeat(300)}.xlsx`);
  expect([...name]).toHaveLength(100);
  expect(name.endsWith('長.xlsx')).toBe(true);
});

test('a file is adopted under a free name; nothing is overwritten', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-'));
  const source = join(folder, 'source');
  const paths = ['1', '2', '3'].map((text) => {
    writeFileSync(source, text);
    return adoptFile(source, folder, 'P', '.attune');
  });
  expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(['1', '2', '3']);
  expect(readdirSync(folder).toSorted()).toEqual(['P (2).attune', 'P (3).attune', 'P.attune']);
});
