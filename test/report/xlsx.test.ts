import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { RenderedReport } from '../../src/model/report.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { sheetName } from '../../src/report/excel/sheet-name.ts';
import { renderReport } from '../../src/report/render.ts';
import { writeReportXlsx, writeTableXlsx } from '../../src/report/xlsx.ts';
import { makePage, makeResult, makeTable, yearFigure } from '../helpers/result.ts';
import { unzip } from '../helpers/unzip.ts';
import { elementsOf } from '../helpers/well-formed.ts';
import { FRAME } from './frame.ts';

async function reopen(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return book;
}

function sheet(book: ExcelJS.Workbook, name: string | number): ExcelJS.Worksheet {
  const found = book.getWorksheet(name);
  if (!found) throw new Error(`no sheet ${name} in ${book.worksheets.map((s) => s.name)}`);
  return found;
}

const HOSTILE = '=HYPERLINK("http://x.example","go")\u0000';
const TABLE = makeTable({
  title: `${HOSTILE} [a]/b: a title that is much longer than a sheet's name may be`,
  columns: [
    { key: 'group', header: 'Group', align: 'left', format: 'text' },
    { key: 'n', header: '*n*', align: 'right', format: 'count', spanner: 'Before' },
    { key: 'm', header: '*M* (*SD*)', align: 'right', format: 'mean', spanner: 'Before' },
    { key: 'p', header: '*p*', align: 'right', format: 'p' },
  ],
  rows: [
    {
      cells: [
        { value: HOSTILE },
        { value: 125 },
        { value: 5.2, text: '5.20 (0.88)' },
        { value: 0.0004 },
      ],
    },
    {
      cells: [
        { value: '-5' },
        { value: 3, text: '*' },
        { value: 34.246, text: '34' },
        { value: null },
      ],
    },
  ],
});

function report(): RenderedReport {
  const document = {
    title: 'Harbour',
    subtitle: 'Briefing',
    authors: 'Team',
    date: '',
    blocks: [
      { type: 'table', result: 'r1' },
      { type: 'figure', result: 'r1' },
      { type: 'table', result: 'r1' },
    ] as const,
  };
  const result = makeResult({ tables: [TABLE], figures: [yearFigure()] });
  return renderReport(document, [result], makePage());
}

describe('writeReportXlsx', () => {
  test('contents first, a sheet a table and figure, how it was made last', async () => {
    const book = await reopen(await writeReportXlsx(report()));
    const names = book.worksheets.map(({ name }) => name);
    expect(names).toHaveLength(5);
    expect(names[0]).toBe('Contents');
    expect(names[4]).toBe('How this was made');
    for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
    expect(new Set(names).size).toBe(5);
    expect(sheet(book, 'Contents').getCell(7, 2).value).toMatchObject({
      hyperlink: `#'${names[1]}'!A1`,
    });
  });

  test('numbers are numbers with formats; what says more than its number is text', async () => {
    const book = await reopen(await writeReportXlsx(report()));
    const table = book.worksheets[1];
    if (!table) throw new Error('no table sheet');
    expect(table.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
    const first = [2, 3, 4].map((column) => table.getCell(5, column).value);
    expect(first).toEqual([125, '5.20 (0.88)', 0.0004]);
    expect(table.getCell(5, 4).numFmt).toContain('< .001');
    const second = [2, 3, 4].map((column) => table.getCell(6, column).value);
    expect(second).toEqual(['*', 34.246, null]);
    expect(table.getCell(8, 1).value).toContain('n = 285; missing: 3');
  });

  test('no text is ever a formula, and every part is well-formed', async () => {
    const bytes = await writeReportXlsx(report());
    const book = await reopen(bytes);
    expect(book.worksheets[1]?.getCell(5, 1).type).toBe(ExcelJS.ValueType.String);
    expect(book.worksheets[1]?.getCell(6, 1).value).toBe('-5');
    for (const [path, file] of await unzip(bytes)) {
      const xml = new TextDecoder().decode(file);
      expect(elementsOf(xml), path).not.toContain('f');
    }
  });

  test('the data of a figure are its numbers', async () => {
    const book = await reopen(await writeReportXlsx(report()));
    const data = book.worksheets[2];
    const values = [4, 5, 6, 7, 8, 9, 10, 11, 12].map((row) => data?.getCell(row, 3).value);
    expect(values).toEqual([97, 188, 274, 356, 431, 402, 548, 617, 777]);
    expect(data?.getCell(4, 2).value).toBe('from June');
  });

  test('the made sheet holds full hashes, cohorts, n and missing', async () => {
    const made = sheet(await reopen(await writeReportXlsx(report())), 'How this was made');
    const text = JSON.stringify(made.getSheetValues());
    expect(text).toContain(makePage().files[0]?.sha256);
    expect(text).toContain('285 of 399 people: Programme is Parent-infant psychotherapy');
    expect(text).toContain('Removed 4 of 371 rows');
    expect(text).toContain('Table 1, Figure 1, Table 2');
  });
});

describe('writeTableXlsx', () => {
  const info = { ...FRAME, name: 'people', label: 'People: all', unit: 'people' };
  const table: TableInfo = { ...info, origin: { made: 'import', files: [] }, version: 1 };

  const about = {
    facts: [
      ['Cohort', 'Adults (version 2)'],
      ['Rows', '3 of 9 people: age is 4.'],
    ],
    missing: ['', '1 (empty 1)', ''],
  } as const;

  test('values keep their kinds: leading zeros, numbers, dates, text that looks like a formula', async () => {
    const book = await reopen(await writeTableXlsx(table, FRAME, about));
    const rows = sheet(book, 'People all');
    const row = (r: number) => [1, 2, 3].map((column) => rows.getCell(r, column).value);
    expect(row(1)).toEqual(['id', 'age', 'date']);
    expect(row(2)).toEqual(['0012', -5, new Date('1970-01-01T00:00:00Z')]);
    expect(row(3)).toEqual(['=1+1', 31.25, new Date('2022-01-08T00:00:00Z')]);
    // Excel has no right dates before March 1900: kept as text.
    expect(row(4)).toEqual(['a "b", c', null, '1899-11-29']);
    expect(rows.getCell(3, 1).type).toBe(ExcelJS.ValueType.String);
    expect(sheet(book, 'Variables').getCell(4, 3).value).toBe('Date');
    expect(sheet(book, 'Variables').getCell(3, 6).value).toBe('1 (empty 1)');
    expect(sheet(book, 'About').getCell(2, 2).value).toBe('3 of 9 people: age is 4.');
  });

  test('more rows than a sheet holds are refused, with what to do', async () => {
    await expect(writeTableXlsx(table, { ...FRAME, rows: 1_048_576 }, about)).rejects.toMatchObject(
      {
        code: 'too-large',
        hint: expect.stringContaining('CSV'),
      },
    );
  });
});

test.each([
  ['Table 1 A/B: [c]?', 'Table 1 A B c'],
  ['Figure 1 Adults in Psychotherapy by Decile', 'Figure 1 Adults in'],
  ["'quoted'", 'quoted'],
  ['', 'Sheet'],
  ['History', 'History sheet'],
  ['x'.repeat(40), 'x'.repeat(31)],
])('sheet name of %j', (wanted, name) => {
  expect(sheetName(wanted, new Set())).toBe(name);
});

test('sheet names differ by more than case', () => {
  const taken = new Set<string>();
  expect(sheetName('Data', taken)).toBe('Data');
  expect(sheetName('DATA', taken)).toBe('DATA (2)');
  expect(sheetName('y'.repeat(40), taken)).toHaveLength(31);
  expect(sheetName('y'.repeat(40), taken)).toMatch(/^y{27} \(2\)$/);
});
