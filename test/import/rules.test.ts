import { describe, expect, test } from 'vitest';
import { valueAt } from '../../src/model/column.ts';
import { bookOf, fileOf, load, preview, sheetRow, valuesOf } from './fixtures.ts';

describe('text files', () => {
  test('UTF-16BE without a byte-order mark', async () => {
    const bytes = Buffer.from('name,n\nZoë,1\nRenée,2\n', 'utf16le').swap16();
    const loaded = await load(fileOf(bytes));
    expect(loaded.decisions.dialect).toMatchObject({ encoding: 'utf-16be' });
    expect(valuesOf(loaded, 'name')).toEqual(['Zoë', 'Renée']);
  });

  test('every letter of Windows-1252, and its five undefined bytes', async () => {
    const high = Array.from({ length: 128 }, (_, i) => 128 + i);
    const bytes = Buffer.from([
      ...Buffer.from('n,letter\n'),
      ...high.flatMap((byte) => [...Buffer.from(`${byte},x`), byte, ...Buffer.from('x\n')]),
    ]);
    const letters = new TextDecoder('windows-1252').decode(Uint8Array.from(high));
    expect(valuesOf(await load(fileOf(bytes)), 'letter')).toEqual(
      [...letters].map((c) => `x${c}x`),
    );
  });

  test('carriage returns alone end rows', async () => {
    const { receipt, frame } = await load(fileOf('a,b\r1,x\r\r2,"y\rz"\r3,w'));
    expect(receipt).toMatchObject({ read: 5, loaded: 3, skipped: 1, blank: 1 });
    expect([...frame.origin]).toEqual([2, 4, 6]);
  });

  test('a semicolon between fields, a comma in decimals', async () => {
    const loaded = await load(fileOf('id;score\n1;0,435\n2;1,5\n3;2\n'));
    expect(valuesOf(loaded, 'score')).toEqual([0.435, 1.5, 2]);
  });

  test('identifiers: leading zeros with and without quotes, 18 digits, 1E5', async () => {
    const loaded = await load(
      fileOf(
        'zeros,quoted,long,code\n00123,"00456",123456789012345678,1E5\n00124,"00457",123456789012345679,2E5\n',
      ),
    );
    expect(valuesOf(loaded, 'zeros')).toEqual(['00123', '00124']);
    expect(valuesOf(loaded, 'quoted')).toEqual(['00456', '00457']);
    expect(valuesOf(loaded, 'long')).toEqual(['123456789012345678', '123456789012345679']);
    expect(valuesOf(loaded, 'code')).toEqual(['1E5', '2E5']);
  });

  test('a row in line 40,000 proves the order of all dates', async () => {
    const rows = Array.from({ length: 39_998 }, (_, i) => `0${1 + (i % 9)}/0${1 + (i % 8)}/2021`);
    const file = fileOf(`day\n${rows.join('\n')}\n25/04/2021\n`);
    const { questions, columns } = await preview(file);
    expect(questions).toEqual([]);
    expect(columns[0]?.evidence).toContain('proven by row 40,000');
  });
});

describe('workbooks', () => {
  test('results of formulas: texts, truths, errors, numbers, dates; none saved', async () => {
    const cells = [
      '<c r="A2" t="str"><f>B1</f><v>made</v></c>',
      '<c r="B2" t="b"><f>1=1</f><v>1</v></c>',
      '<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      '<c r="D2"><f>1/4</f><v>0.25</v></c>',
      '<c r="E2" s="1"><f>TODAY()</f><v>45383</v></c>',
      '<c r="F2"><f>SUM(A1:A9)</f></c>',
      '<c r="G2" t="str"><f>""</f><v></v></c>',
    ];
    const rows = `${sheetRow(1, ['text', 'truth', 'error', 'number', 'day', 'none', 'empty'])}<row r="2">${cells.join('')}</row>${sheetRow(3, ['x', null, null, 1, null, 7, 'y'])}`;
    const loaded = await load(bookOf({ rows, formats: ['dd/mm/yyyy'] }));
    const first = Object.fromEntries(
      loaded.frame.variables.map(({ name }, i) => [
        name,
        valueAt(loaded.frame.columns[i] as (typeof loaded.frame.columns)[number], 0),
      ]),
    );
    expect(first).toMatchObject({ text: 'made', truth: 1, number: 0.25, none: null, empty: null });
    expect(loaded.notes.map(({ raw }) => raw)).toEqual(['#DIV/0!', '=SUM(A1:A9)']);
  });

  test('identifiers: as text, by their format, beyond 15 digits', async () => {
    const rows = `${sheetRow(1, ['text', 'format', 'nhs'])}${[2, 3, 4]
      .map(
        (r) =>
          `<row r="${r}"><c r="A${r}" t="inlineStr"><is><t>0012${r}</t></is></c><c r="B${r}" s="1"><v>12${r}</v></c><c r="C${r}" s="2"><v>999000000${r}</v></c></row>`,
      )
      .join('')}`;
    const loaded = await load(bookOf({ rows, formats: ['00000', '000 000 0000'] }));
    expect(valuesOf(loaded, 'text')).toEqual(['00122', '00123', '00124']);
    expect(valuesOf(loaded, 'format')).toEqual(['00122', '00123', '00124']);
    expect(valuesOf(loaded, 'nhs')[0]).toBe('999 000 0002');
  });

  test('hidden columns are read and named', async () => {
    const rows = sheetRow(1, ['id', 'secret', 'n']) + sheetRow(2, ['a', 'b', 1]);
    const sheet = `<worksheet><cols><col min="2" max="2" hidden="1"/><col min="5" max="16384" hidden="true"/></cols><sheetData>${rows}</sheetData></worksheet>`;
    const loaded = await load(bookOf({ rows, parts: { 'xl/worksheets/sheet1.xml': sheet } }));
    expect(valuesOf(loaded, 'secret')).toEqual(['b']);
    expect(loaded.receipt.notices).toEqual([
      {
        code: 'hidden-columns',
        text: '1 column is hidden in the sheet and read like all others: secret.',
        column: 'secret',
      },
    ]);
  });

  test('letters that are not UTF-8 are refused, not replaced', async () => {
    const sheet = Buffer.from(
      `<worksheet><sheetData>${sheetRow(1, ['a', 'bé'])}</sheetData></worksheet>`,
      'latin1',
    );
    const file = bookOf({ rows: '', parts: { 'xl/worksheets/sheet1.xml': sheet as never } });
    await expect(load(file)).rejects.toMatchObject({ code: 'damaged-workbook' });
  });
});
