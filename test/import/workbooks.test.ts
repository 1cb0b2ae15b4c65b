import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import {
  bookOf,
  bookParts,
  fileOf,
  load,
  preview,
  refusalOf,
  sheetRow,
  valuesOf,
  zipOf,
} from './fixtures.ts';

async function exceljsBook(fill: (book: ExcelJS.Workbook) => void): Promise<string> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return fileOf(new Uint8Array(await book.xlsx.writeBuffer()), 'book.xlsx');
}

/** A sheet with a header and the given cells, each a whole `<c>` in column B. */
function columnBook(cells: readonly string[], more: Partial<Parameters<typeof bookOf>[0]> = {}) {
  const rows = cells.map(
    (cell, i) =>
      `<row r="${i + 2}"><c r="A${i + 2}" t="inlineStr"><is><t>row ${i}</t></is></c>${cell}</row>`,
  );
  return { ...more, rows: sheetRow(1, ['what', 'x']) + rows.join('') };
}

describe('cells', () => {
  test('shared, rich, phonetic and inline texts, entities, escapes, preserved space', async () => {
    const strings =
      '<si><t>plain</t></si>' +
      '<si><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r><rPh sb="0" eb="1"><t>PHONETIC</t></rPh></si>' +
      '<si><t>&lt;a&gt; &amp; &quot;b&quot; &#233; &#x1F600;</t></si>' +
      '<si><t xml:space="preserve"> two_x000D_\r\nlines </t></si>' +
      '<si><t/></si><si><t><![CDATA[<raw> &amp;]]></t></si>';
    const cells = [0, 1, 2, 3, 4, 5].map((i) => `<c r="B${i + 2}" t="s"><v>${i}</v></c>`);
    cells.push('<c r="B8" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>');
    const loaded = await load(bookOf(columnBook(cells, { strings })));
    expect(valuesOf(loaded, 'x')).toEqual([
      'plain',
      'rich text',
      '<a> & "b" é 😀',
      'two\r\nlines',
      null,
      '<raw> &amp;',
      'inline',
    ]);
    expect(loaded.notes).toEqual([
      { row: 3, column: 1, raw: ' two\r\nlines ', kind: 'raw', reason: '' },
    ]);
  });

  test('formulas by their saved value; no saved value is a problem; errors are not empty', async () => {
    const cells = [
      '<c r="B2"><f>1+1</f><v>2</v></c>',
      '<c r="B3" t="str"><f>"a"</f><v>3</v></c>',
      '<c r="B4"><f>SUM(A1:A2)</f></c>',
      '<c r="B5" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      '<c r="B6"/>',
      '<c r="B7" t="str"><f>""</f><v></v></c>',
    ];
    const loaded = await load(bookOf(columnBook(cells)));
    expect(valuesOf(loaded, 'x')).toEqual([2, 3, null, null, null, null]);
    expect(loaded.notes.map(({ row, raw, kind, reason }) => [row, raw, kind, reason])).toEqual([
      [2, '=SUM(A1:A2)', 'problem', 'a formula whose result is not saved in the file'],
      [3, '#DIV/0!', 'missing-code', 'Excel error #DIV/0!'],
    ]);
    expect(loaded.receipt.cells).toEqual({ total: 12, typed: 8, missing: 1, empty: 2, asText: 1 });
  });

  test('numbers: as short as they are exact, codes with their zeros, booleans', async () => {
    const formats = ['00000', '000\\ 000\\ 0000', '0\\d', '0.0 "days"', '#,##0.00 [Red]', '0%'];
    const style = (i: number, value: string) => `<c r="B2" s="${i}"><v>${value}</v></c>`;
    const one = async (cell: string) => {
      const loaded = await load(bookOf(columnBook([cell], { formats })), {});
      return [loaded.frame.variables[1]?.kind, valuesOf(loaded, 'x')[0]];
    };
    expect(await one(style(0, '3.2999999999999998'))).toEqual(['decimal', 3.3]);
    expect(await one(style(0, '1E+2'))).toEqual(['integer', 100]);
    expect(await one(style(1, '123'))).toEqual(['identifier', '00123']);
    expect(await one(style(2, '9990000018'))).toEqual(['text', '999 000 0018']);
    expect(await one(style(3, '5'))).toEqual(['integer', 5]);
    expect(await one(style(4, '2.5'))).toEqual(['decimal', 2.5]);
    expect(await one(style(5, '1200'))).toEqual(['integer', 1200]);
    expect(await one(style(6, '0.42'))).toEqual(['decimal', 0.42]);
    expect(await one('<c r="B2" t="b"><v>1</v></c>')).toEqual(['yesno', 1]);
  });

  test('dates and times by format, built-in and custom', async () => {
    const formats = [14, 'dd/mm/yyyy', '[$-809]dd mmmm yyyy;@', 22, 'hh:mm', '[h]:mm', 'mmm-yy'];
    const one = async (style: number, value: number) => {
      const cell = `<c r="B2" s="${style}"><v>${value}</v></c>`;
      const loaded = await load(bookOf(columnBook([cell], { formats })));
      return [loaded.frame.variables[1]?.kind, valuesOf(loaded, 'x')[0]];
    };
    expect(await one(1, 45383)).toEqual(['date', '2024-04-01']);
    expect(await one(2, 45383)).toEqual(['date', '2024-04-01']);
    expect(await one(3, 45383)).toEqual(['date', '2024-04-01']);
    expect(await one(4, 45383.395833333336)).toEqual(['datetime', '2024-04-01T09:30:00']);
    expect(await one(5, 0.5)).toEqual(['time', '12:00:00']);
    expect(await one(6, 1.25)).toEqual(['time', '30:00:00']);
    expect(await one(7, 45383)).toEqual(['date', '2024-04-01']);
  });

  test('the first days of 1900: 59 is 28 February, 60 never was', async () => {
    const cells = [59, 60, 61].map((n, i) => `<c r="B${i + 2}" s="1"><v>${n}</v></c>`);
    const book = columnBook(cells, { formats: [14] });
    const loaded = await load(bookOf(book), { columns: [{ position: 1, kind: 'date' }] });
    expect(valuesOf(loaded, 'x')).toEqual(['1900-02-28', null, '1900-03-01']);
    expect(loaded.notes[0]?.reason).toBe('not a date: the number 60');
  });

  test('the 1904 date system', async () => {
    const book = columnBook(['<c r="B2" s="1"><v>43921</v></c>'], {
      formats: [14],
      date1904: true,
    });
    const file = bookOf(book);
    expect(valuesOf(await load(file), 'x')).toEqual(['2024-04-01']);
    expect((await preview(file)).file.dateSystem).toBe(1904);
  });

  test('text dates among real dates are read, their order still has to be proven', async () => {
    const real = '<c r="B2" s="1"><v>45383</v></c>';
    const text = (row: number, date: string) =>
      `<c r="B${row}" t="inlineStr"><is><t>${date}</t></is></c>`;
    const open = bookOf(columnBook([real, text(3, '03/04/2024')], { formats: [14] }));
    const shown = await preview(open);
    expect(shown.questions).toHaveLength(1);
    expect(shown.rows.map(({ cells }) => cells[1]?.state)).toEqual(['ok', 'ok', 'asked']);
    const proven = bookOf(columnBook([real, text(3, '25/04/2024')], { formats: [14] }));
    expect(valuesOf(await load(proven), 'x')).toEqual(['2024-04-01', '2024-04-25']);
  });

  test('cells and rows without references, gaps as blank rows', async () => {
    const rows =
      '<row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row>' +
      '<row r="4"><c><v>1</v></c><c><v>2</v></c></row><row r="6"><c r="B6"><v>3</v></c></row><row r="9"/>';
    const loaded = await load(bookOf({ rows }));
    expect(valuesOf(loaded, 'b')).toEqual([2, 3]);
    expect([...loaded.frame.origin]).toEqual([4, 6]);
    expect(loaded.receipt).toMatchObject({ read: 6, loaded: 2, skipped: 1, blank: 3 });
  });

  test('namespace prefixes and the strict dialect', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const parts = {
      '_rels/.rels': `<r:Relationships xmlns:r="x"><r:Relationship Id="a" Type="${strict}/officeDocument/relationships/officeDocument" Target="/book/main.xml"/></r:Relationships>`,
      'book/main.xml': `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:q="r"><x:sheets><x:sheet name="Ünï &amp; co" sheetId="1" q:id="b"/></x:sheets></x:workbook>`,
      'book/_rels/main.xml.rels': `<Relationships><Relationship Id='b' Type='${strict}/officeDocument/relationships/worksheet' Target='../sheets/one.xml'/></Relationships>`,
      'sheets/one.xml': `<?xml version="1.0"?><!-- hi --><x:worksheet xmlns:x="y"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>when</x:t></x:is></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>n</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2" t="d"><x:v>2024-04-01T00:00:00</x:v></x:c><x:c r="B2"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    };
    const loaded = await load(fileOf(zipOf(parts), 'strict.xlsx'));
    expect(loaded.receipt.sheet).toBe('Ünï & co');
    expect([valuesOf(loaded, 'when'), valuesOf(loaded, 'n')]).toEqual([['2024-04-01'], [7]]);
  });
});

describe('sheets', () => {
  const file = exceljsBook((book) => {
    book.addWorksheet('About').addRow(['Made by the trust']);
    book.addWorksheet('Lookup', { state: 'hidden' }).addRows([
      ['a', 'b'],
      [1, 2],
    ]);
    book.addWorksheet('PRFQ').addRows([
      ['id', 'q1'],
      ['HB-1', 3],
      ['HB-2', 4],
    ]);
    book.addWorksheet('Deep', { state: 'veryHidden' }).addRows([
      ['x', 'y'],
      [1, 2],
    ]);
  });

  test('all are listed, the first visible table is proposed', async () => {
    const shown = await preview(await file);
    expect(shown.decisions.dialect).toEqual({ kind: 'xlsx', sheet: 'PRFQ' });
    expect(shown.file.sheets).toEqual([
      { name: 'About', state: 'visible', rows: 1, columns: 1 },
      { name: 'Lookup', state: 'hidden', rows: 2, columns: 2 },
      { name: 'PRFQ', state: 'visible', rows: 3, columns: 2 },
      { name: 'Deep', state: 'veryHidden', rows: 2, columns: 2 },
    ]);
  });

  test('a hidden one can be chosen, one that is not there is refused', async () => {
    const loaded = await load(await file, { sheet: 'Lookup' });
    expect(valuesOf(loaded, 'b')).toEqual([2]);
    const refusal = await refusalOf(load(await file, { sheet: 'Nope' }));
    expect(refusal).toMatchObject({ code: 'no-such-sheet', where: { sheet: 'Nope' } });
    expect(refusal.hint).toContain('About, Lookup, PRFQ, Deep');
  });
});

describe('header', () => {
  test('three title rows, a merged title and a merged heading of one row', async () => {
    const file = await exceljsBook((book) => {
      const sheet = book.addWorksheet('People');
      sheet.addRows([
        ['Harbour service'],
        ['Extract of 1 March 2024'],
        ['Confidential'],
        ['ID', 'Name', null, 'Born'],
      ]);
      sheet.mergeCells('A1:D1');
      sheet.mergeCells('B4:C4');
      for (let i = 1; i <= 5; i++) {
        sheet.addRow([`00${i}`, 'Ann', `Lee${i}`, new Date(Date.UTC(1990, 6, i))]);
        sheet.getCell(4 + i, 4).numFmt = 'dd/mm/yyyy';
      }
    });
    const loaded = await load(file);
    expect(loaded.decisions.header).toEqual({ row: 4, rows: 1 });
    expect(loaded.frame.variables.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      'ID: identifier',
      'Name: category',
      'Name (2): text',
      'Born: date',
    ]);
    expect(valuesOf(loaded, 'Born')[0]).toBe('1990-07-01');
    expect(loaded.receipt).toMatchObject({ read: 9, loaded: 5, skipped: 4 });
  });

  test('a row of merged headings over the names makes a header of two rows', async () => {
    const file = await exceljsBook((book) => {
      const sheet = book.addWorksheet('Scores');
      sheet.addRows([
        ['Scores'],
        [],
        ['ID', 'PRFQ', null, 'MORS', null],
        [null, 'T1', 'T2', 'T1', 'T2'],
      ]);
      sheet.mergeCells('A3:A4');
      sheet.mergeCells('B3:C3');
      sheet.mergeCells('D3:E3');
      sheet.addRows([
        ['HB-1', 3, 4, 5, 6],
        ['HB-2', 4, 5, 6, 7],
      ]);
    });
    const loaded = await load(file);
    expect(loaded.decisions.header).toEqual({ row: 3, rows: 2 });
    expect(loaded.decisions.columns.map(({ header }) => header)).toEqual([
      'ID',
      'PRFQ – T1',
      'PRFQ – T2',
      'MORS – T1',
      'MORS – T2',
    ]);
    expect(loaded.receipt).toMatchObject({ read: 6, loaded: 2, skipped: 3, blank: 1 });
  });

  test('merged cells of the body fill nothing', async () => {
    const rows = sheetRow(1, ['site', 'n']) + sheetRow(2, ['North', 1]) + sheetRow(3, [null, 2]);
    const loaded = await load(
      bookOf({ rows, after: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>' }),
    );
    expect(valuesOf(loaded, 'site')).toEqual(['North', null]);
  });
});

test('reads what exceljs reads, cell by cell', async () => {
  const source = new ExcelJS.Workbook();
  const sheet = source.addWorksheet('All');
  sheet.addRow(['id', 'text', 'number', 'date', 'flag', 'rich']);
  for (let i = 0; i < 500; i++) {
    const row = sheet.addRow([
      `HB-${1000 + i}`,
      i % 7 === 0 ? null : `words & <signs> "é" ${i * 31}`,
      i % 5 === 0 ? null : i / 3,
      i % 11 === 0 ? null : new Date(Date.UTC(2015, i % 12, (i % 28) + 1)),
      i % 2 === 0,
      { richText: [{ text: `a${i} ` }, { font: { bold: true }, text: 'b' }] },
    ]);
    row.getCell(4).numFmt = 'dd/mm/yyyy';
  }
  const bytes = new Uint8Array(await source.xlsx.writeBuffer());
  const file = fileOf(bytes, 'all.xlsx');
  const judge = new ExcelJS.Workbook();
  await judge.xlsx.readFile(file);
  const loaded = await load(file);
  let compared = 0;
  for (const [column, { name }] of loaded.frame.variables.entries()) {
    const mine = valuesOf(loaded, name);
    for (let row = 0; row < loaded.frame.rows; row++) {
      const theirs = judge.getWorksheet('All')?.getCell(row + 2, column + 1);
      expect(mine[row]).toEqual(plainValue(theirs?.value));
      compared++;
    }
  }
  expect(compared).toBe(3000);
});

function plainValue(value: ExcelJS.CellValue | undefined): string | number | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'object' && 'richText' in value) {
    return value.richText.map(({ text }) => text).join('');
  }
  return value as string | number;
}

describe('hostile and broken workbooks', () => {
  const rows = sheetRow(1, ['a', 'b']) + sheetRow(2, [1, 2]);

  test.each<[string, () => Buffer, string]>([
    [
      'a document type',
      () =>
        zipOf(
          bookParts({
            rows,
            parts: { 'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' },
          }),
        ),
      'hostile-file',
    ],
    [
      'a row past the end',
      () =>
        zipOf(
          bookParts({ rows: `${rows}<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>` }),
        ),
      'damaged-workbook',
    ],
    [
      'rows out of order',
      () => zipOf(bookParts({ rows: sheetRow(5, ['a', 'b']) + sheetRow(2, [1, 2]) })),
      'damaged-workbook',
    ],
    [
      'column ZZZZZZZ',
      () => zipOf(bookParts({ rows: '<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>' })),
      'damaged-workbook',
    ],
    [
      'one cell at XFD1048576',
      () => zipOf(bookParts({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' })),
      'too-many-columns',
    ],
    [
      'a text that is not there',
      () => zipOf(bookParts({ rows: `${rows}<row r="3"><c r="A3" t="s"><v>7</v></c></row>` })),
      'damaged-workbook',
    ],
    [
      'elements nested without end',
      () => zipOf(bookParts({ rows: '<a>'.repeat(100_000) })),
      'damaged-workbook',
    ],
    [
      'XML that ends early',
      () =>
        zipOf(
          bookParts({
            rows,
            parts: { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}` },
          }),
        ),
      'damaged-workbook',
    ],
    [
      'a cell of 20 MB',
      () =>
        zipOf(
          bookParts({
            rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(2e7)}</t></is></c></row>`,
          }),
        ),
      'damaged-workbook',
    ],
    ['a part larger than it says', () => zipOf(bookParts({ rows }), -5), 'hostile-file'],
    ['a part smaller than it says', () => zipOf(bookParts({ rows }), 5), 'damaged-zip'],
    [
      '20 MB of white space',
      () => zipOf(bookParts({ rows: `${rows}${' '.repeat(2e7)}` })),
      'damaged-workbook',
    ],
    [
      '60 MB of small elements',
      () => zipOf(bookParts({ rows: `${rows}${'<x/>'.repeat(1.5e7)}` })),
      'hostile-file',
    ],
    [
      '20,000 parts',
      () =>
        zipOf({
          ...bookParts({ rows }),
          ...Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`p${i}`, ''])),
        }),
      'hostile-file',
    ],
  ])('%s', async (_, make, code) => {
    const refusal = await refusalOf(load(fileOf(make(), 'bad.xlsx')));
    expect(refusal.code).toBe(code);
  });

  test('a huge merge and a huge validation cost nothing', async () => {
    const after =
      '<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>';
    const loaded = await load(bookOf({ rows, after }));
    expect(loaded.receipt.loaded).toBe(1);
  });
});
