import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRawFile } from '../../src/import/raw-file.ts';
import { CELL, rawText, rawType } from '../../src/import/raw-table.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { ROOT } from '../helpers/source-files.ts';
import type { JudgedCell } from '../reference/import/judged-cells.ts';
import { load, refusalOf } from './fixtures.ts';

/** Workbooks by several writers, and what LibreOffice reads in them (test/reference/import/make-books.ts). */
const folder = join(ROOT, 'test/reference/import');
const judged = JSON.parse(readFileSync(join(folder, 'judged.json'), 'utf8')) as Record<
  string,
  Record<string, JudgedCell[]>
>;

describe('every cell is read as LibreOffice reads it', () => {
  const sheets = Object.entries(judged).flatMap(([book, found]) =>
    Object.keys(found).map((sheet) => [book, sheet] as const),
  );
  test.each(sheets)('%s, %s', async (book, sheet) => {
    const file = join(folder, 'books', book);
    const { table } = await readRawFile({ file, changes: { sheet } }, UNWATCHED);
    const places = new Map(Array.from(table.numbers, (number, row) => [number, row]));
    const cells = judged[book]?.[sheet] ?? [];
    expect(cells.length).toBeGreaterThan(0);
    for (const [number, column, type, value] of cells) {
      const row = places.get(number) ?? -1;
      const values = table.columns[column];
      const read = asJudged(rawText(values, row), rawType(values, row), type);
      expect([number, column, read]).toEqual([number, column, expected(type, value)]);
    }
    const filled = table.columns.reduce(
      (sum, { codes }) => sum + codes.filter((code) => code !== 0).length,
      0,
    );
    expect(filled).toBe(cells.length);
  });
});

/** Our cell in the terms of the judge, to whom yes and no are numbers, and numbers have 15 digits. */
function asJudged(text: string, type: number, as: string): string | number {
  if (as !== 'number') return text;
  if (type === CELL.boolean) return text === 'TRUE' ? 1 : 0;
  return Number(Number(text.replaceAll(' ', '')).toPrecision(15));
}

function expected(type: string, value: string): string | number {
  switch (type) {
    case 'number':
      return Number(Number(value).toPrecision(15));
    case 'time': {
      const [, hours = '', minutes = '', seconds = ''] = /PT(\d+)H(\d+)M(\d+)/.exec(value) ?? [];
      return `${hours.padStart(2, '0')}:${minutes}:${seconds}`;
    }
    default:
      return value;
  }
}

describe('what LibreOffice wrote in formats that are refused', () => {
  test.each([
    ['books/libreoffice.xls', 'old-excel'],
    ['books/libreoffice.ods', 'open-document'],
    ['protected.xlsx', 'protected-workbook'],
  ])('%s', async (book, code) => {
    expect((await refusalOf(load(join(folder, book)))).code).toBe(code);
  });
});
