import { describe, expect, test } from 'vitest';
import { fileOf, load, preview, refusalOf, valuesOf } from './fixtures.ts';

describe('encoding', () => {
  const text = 'name,n\nZoë,1\nRenée,2\n';

  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8', 'UTF-8: all bytes of the file are valid'],
    [
      'UTF-8 with BOM',
      Buffer.from(`\ufeff${text}`),
      'utf-8',
      'UTF-8: the file says so in its first bytes',
    ],
    ['UTF-16LE with BOM', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le', /^UTF-16 \(little/],
    ['UTF-16LE without BOM', Buffer.from(text, 'utf16le'), 'utf-16le', /every other byte is zero/],
    ['UTF-16BE', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 'utf-16be', /big/],
    [
      'Windows-1252',
      Buffer.from(text, 'latin1'),
      'windows-1252',
      'Windows-1252: 2 bytes are not valid UTF-8, first on line 2',
    ],
  ])('%s', async (_, bytes, encoding, evidence) => {
    const shown = await preview(fileOf(bytes));
    expect(shown.decisions.dialect).toMatchObject({ encoding });
    expect(shown.file.encodingEvidence).toMatch(evidence);
    expect(valuesOf(await load(fileOf(bytes)), 'name')).toEqual(['Zoë', 'Renée']);
  });

  test('one accent after 3,000 rows is enough to prove Windows-1252', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `${i},plain`).join('\n');
    const file = fileOf(Buffer.from(`n,word\n${rows}\n1,caf\xe9 \x93x\x94 \x81\n`, 'latin1'));
    const shown = await preview(file);
    expect(shown.file.encodingEvidence).toBe(
      'Windows-1252: 4 bytes are not valid UTF-8, first on line 3002',
    );
    expect(valuesOf(await load(file), 'word').at(-1)).toBe('café “x” \u0081');
  });

  test('UTF-8 that is wanted but not there is refused with its line', async () => {
    const file = fileOf(Buffer.from('a,b\n1,x\n2,\xe9\n', 'latin1'));
    const refusal = await refusalOf(preview(file, { encoding: 'utf-8' }));
    expect(refusal.code).toBe('not-utf-8');
    expect(refusal.where.row).toBe(3);
  });

  test('a sequence that falls across two blocks is valid', async () => {
    const file = fileOf(`word\n${'a'.repeat((1 << 20) - 6)}é\nx\n`);
    expect((await preview(file)).decisions.dialect).toMatchObject({ encoding: 'utf-8' });
  });
});

describe('delimiter', () => {
  test.each([
    [';', 'id;pre;post\n1;1,5;2,5\n2;3,0;4,5\n3;1,2;2,2\n', 3],
    [',', 'id,note,n\n1,"a; b; c",2\n2,"d; e; f",3\n', 3],
    ['\t', 'id\tname\n1\tSmith, Ann\n2\tJones, Bo\n', 2],
    ['|', 'id|note\n1|a b\n\n2|c d\n', 2],
  ])('%j', async (delimiter, text, width) => {
    const shown = await preview(fileOf(text));
    expect(shown.decisions.dialect).toMatchObject({ delimiter });
    expect(shown.decisions.columns).toHaveLength(width);
  });

  test('two columns in a short file with a trailing newline', async () => {
    expect((await preview(fileOf('a;b\n1;2\n'))).decisions.columns).toHaveLength(2);
  });

  test('one column is legal, whatever stands in it', async () => {
    const shown = await preview(fileOf('name\nSmith, Ann\nBo\nLee, Jo, MD\n'));
    expect(shown.decisions.columns.map(({ name }) => name)).toEqual(['name']);
    expect(shown.receipt.loaded).toBe(3);
  });

  test('a sep= line is heeded and counted as skipped', async () => {
    const { receipt, frame } = await load(fileOf('sep=;\r\na;b\r\n1,5;2\r\n2,5;3\r\n'));
    expect(frame.variables.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(receipt).toMatchObject({ read: 4, loaded: 2, skipped: 2, blank: 0 });
    expect([...frame.origin]).toEqual([3, 4]);
  });

  test('evidence counts all lines', async () => {
    const rows = Array.from({ length: 370 }, (_, i) => `${i};x;y`).join('\n');
    const shown = await preview(fileOf(`a;b;c\n${rows}\n`));
    expect(shown.file.delimiterEvidence).toBe('semicolon: 3 fields on all 371 lines');
  });
});

describe('records', () => {
  test('doubled quotes, line breaks in quotes, physical line numbers', async () => {
    const loaded = await load(
      fileOf('id,note\r\na1,"one\r\ntwo, ""three"""\r\nb2,x\r\n\r\nc3,"\n"\r\n'),
    );
    expect(valuesOf(loaded, 'note')).toEqual(['one\r\ntwo, "three"', 'x', null]);
    expect([...loaded.frame.origin]).toEqual([2, 4, 6]);
    expect(loaded.receipt).toMatchObject({ read: 5, loaded: 3, skipped: 1, blank: 1 });
  });

  test.each([
    ['LF', 'a,b\n1,2\n3,4'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['CR', 'a,b\r1,2\r3,4\r'],
    ['mixed: 1 CRLF, 2 LF', 'a,b\r\n1,2\n3,4\n'],
  ])('line ends %s', async (lineEnd, text) => {
    const shown = await preview(fileOf(text));
    expect(shown.file.lineEnd).toBe(lineEnd);
    expect(shown.receipt.loaded).toBe(2);
  });

  test('ragged rows are quarantined whole, with their line', async () => {
    const loaded = await load(fileOf('a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n'));
    expect(loaded.receipt.quarantine).toEqual([
      { row: 3, cells: ['4', '5'], reason: 'too few fields: 2 instead of 3' },
      { row: 4, cells: ['6', '7', '8', '9'], reason: 'too many fields: 4 instead of 3' },
    ]);
    expect(valuesOf(loaded, 'a')).toEqual([1, 10]);
  });

  test('text after a closing quote quarantines its row only', async () => {
    const loaded = await load(fileOf('a,b\n1,"He said "hi""\n2,"fine"\n3,x\n'));
    expect(loaded.receipt.quarantine).toEqual([
      {
        row: 2,
        cells: ['1', '"He said "hi""'],
        reason: 'field 2 goes on after its closing quotation mark',
      },
    ]);
  });

  test('an unclosed quote is refused with the line it opens on', async () => {
    const atEnd = await refusalOf(load(fileOf('a,b\n1,x\n2,"open\n3,y\n4,z\n')));
    expect(atEnd).toMatchObject({ code: 'unclosed-quote', where: { row: 3 } });
    const swallowing = await refusalOf(load(fileOf('a,b\n1,"open\n2,y\n3,"good"\n4,z\n')));
    expect(swallowing).toMatchObject({ code: 'unclosed-quote', where: { row: 2 } });
  });

  test('records and quotes across blocks of a large file', async () => {
    const note = 'long, "quoted"\r\ntext '.repeat(40);
    const quoted = `"${note.replaceAll('"', '""')}"`;
    const n = 4000;
    const rows = Array.from({ length: n }, (_, i) => `k${i},${quoted},${i}`);
    const loaded = await load(fileOf(`key,note,n\r\n${rows.join('\r\n')}\r\n`));
    expect(loaded.receipt).toMatchObject({ loaded: n, quarantined: 0 });
    expect(new Set(valuesOf(loaded, 'note'))).toEqual(new Set([note.trim()]));
    expect(valuesOf(loaded, 'n').at(-1)).toBe(n - 1);
    expect(loaded.frame.origin.at(-1)).toBe(2 + (n - 1) * 41);
  });
});

describe('header and footer', () => {
  test('titles and blank rows above, totals and sources below', async () => {
    const file = fileOf(
      'Quarterly extract,,\nRun 29/02/2024\n\nid,site,n\nHB1,North,3\nHB2,South,4\nTotal,,7\n\n"Source: trust system",,\n',
    );
    const loaded = await load(file);
    expect(loaded.decisions.header).toEqual({ row: 4, rows: 1 });
    expect(loaded.decisions.footer).toBe(2);
    expect(loaded.receipt).toMatchObject({
      read: 9,
      loaded: 2,
      skipped: 5,
      blank: 2,
      quarantined: 0,
    });
    const roles = (await preview(file)).rows.map(({ row, role }) => `${row} ${role}`);
    expect(roles).toEqual([
      '1 title',
      '2 title',
      '3 blank',
      '4 header',
      '5 data',
      '6 data',
      '7 footer',
      '9 footer',
    ]);
  });

  test('no header when the first row is data', async () => {
    const loaded = await load(fileOf('1,2021-01-05,3.5\n2,2021-02-05,4.5\n'));
    expect(loaded.decisions.header).toEqual({ row: 0, rows: 0 });
    expect(loaded.frame.variables.map(({ name }) => name)).toEqual([
      'Column 1',
      'Column 2',
      'Column 3',
    ]);
    expect(loaded.receipt).toMatchObject({ loaded: 2, skipped: 0 });
  });

  test('years as headings are a header', async () => {
    const loaded = await load(fileOf('Ward,2021,2022,2023/24\nNorth,1,2,3\nSouth,4,5,6\n'));
    expect(loaded.frame.variables.map(({ name }) => name)).toEqual([
      'Ward',
      '2021',
      '2022',
      '2023/24',
    ]);
  });

  test('blank, repeated and reserved names; the label keeps the header', async () => {
    const loaded = await load(
      fileOf('Score, score,,__proto__,constructor,"Long  \nname"\n1,2,3,4,5,6\n7,8,9,1,2,3\n'),
    );
    const names = loaded.frame.variables.map(({ name }) => name);
    expect(names).toEqual([
      'Score',
      'score (2)',
      'Column 3',
      '__proto__',
      'constructor',
      'Long name',
    ]);
    expect(loaded.frame.variables[3]?.label).toBe('__proto__');
    expect(valuesOf(loaded, '__proto__')).toEqual([4, 1]);
  });

  test('two header rows are joined, blanks take the heading to their left', async () => {
    const file = fileOf('Person,,PRFQ,\nID,Name,Before,After\nHB1,Ann,3,4\nHB2,Bo,5,6\n');
    const loaded = await load(file, { header: { row: 1, rows: 2 } });
    expect(loaded.decisions.columns.map(({ header }) => header)).toEqual([
      'Person – ID',
      'Person – Name',
      'PRFQ – Before',
      'PRFQ – After',
    ]);
    expect(loaded.receipt.skipped).toBe(2);
  });

  test('a column without heading and cells is proposed to be left out', async () => {
    const { decisions, receipt } = await load(fileOf('a,b,\n1,2,\n3,4,\n'));
    expect(decisions.columns[2]).toMatchObject({ keep: false, name: 'Column 3' });
    expect(receipt.cells.total).toBe(4);
  });

  test('a wished header row that is not there is refused', async () => {
    const refusal = await refusalOf(load(fileOf('a,b\n1,2\n'), { header: { row: 9, rows: 1 } }));
    expect(refusal).toMatchObject({ code: 'no-such-row', where: { row: 9 } });
  });
});
