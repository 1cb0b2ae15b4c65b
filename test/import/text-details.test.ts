import { describe, expect, test } from 'vitest';
import { fileOf, load, preview, valuesOf } from './fixtures.ts';

const codes = async (file: string) =>
  ((await preview(file)).receipt.notices ?? []).map(({ code }) => code);

describe('comment lines', () => {
  test('a block at the top is skipped, counted and told', async () => {
    const file = fileOf(
      '# export of 3 March\n# site: North, South; all rows\nid,n\nHB1,3\nHB2,4\n',
    );
    const shown = await preview(file);
    expect(shown.decisions.header).toEqual({ row: 3, rows: 1 });
    expect(shown.receipt).toMatchObject({ read: 5, loaded: 2, skipped: 3, quarantined: 0 });
    expect(shown.receipt.notices).toEqual([
      {
        code: 'comment-lines',
        text: '2 comment lines that begin with # at the top are skipped. Choose another header row to read them.',
        row: 1,
      },
    ]);
  });

  test('as many fields as the table does not make it the header', async () => {
    const file = fileOf('# made, by hand, today\nid,site,status\nHB1,North,open\nHB2,South,open\n');
    expect((await preview(file)).decisions.header).toEqual({ row: 2, rows: 1 });
  });

  test('#id over values is a header, # over row numbers too', async () => {
    expect((await preview(fileOf('#id,n\nHB1,3\nHB2,4\n'))).decisions.header.row).toBe(1);
    expect((await preview(fileOf('#,Name,n\n1,Ann,3\n2,Bo,4\n'))).decisions.header.row).toBe(1);
  });

  test('further down they are skipped too, unless they are to be read or rows begin so', async () => {
    const text = 'id,n,w\nHB1,3,x\n# checked by hand, so\nHB2,4,y\n';
    const { receipt } = await preview(fileOf(text));
    expect(receipt).toMatchObject({ read: 4, loaded: 2, skipped: 2, quarantined: 0 });
    expect(receipt.notices?.[0]).toMatchObject({ code: 'comment-lines', row: 3 });
    const read = await load(fileOf(text), { comments: 'read' });
    expect(read.receipt).toMatchObject({ loaded: 2, skipped: 1, quarantined: 1 });
    expect(read.decisions.dialect).toMatchObject({ comments: 'read' });
    const taken = await preview(fileOf('id,n,w\n#1,3,x\n#2,4\n#3,5,z\n'));
    expect(taken.receipt).toMatchObject({ loaded: 2, quarantined: 1 });
  });

  test('by hand they can be read', async () => {
    const file = fileOf('# one\n# two\nid\nHB1\n');
    const loaded = await load(file, { header: { row: 0, rows: 0 } });
    expect(valuesOf(loaded, 'Column 1')).toEqual(['# one', '# two', 'id', 'HB1']);
  });
});

describe('backslashes', () => {
  test('\\N is no value, \\n stays as it stands and is told, paths are none', async () => {
    const file = fileOf('id,age,note\n1,31,one\\ntwo\n2,\\N,x\n3,28,y\n4,40,z\n');
    const loaded = await load(file);
    expect(valuesOf(loaded, 'age')).toEqual([31, null, 28, 40]);
    expect(valuesOf(loaded, 'note')[0]).toBe('one\\ntwo');
    expect(await codes(file)).toEqual(['backslash-escapes']);
    expect(await codes(fileOf('id,path\n1,C:\\new\\rows\n2,D:\\x\n'))).toEqual([]);
  });
});

describe('letters', () => {
  test('bytes that Windows-1252 leaves undefined', async () => {
    const file = fileOf(Buffer.from('id,name\n1,caf\xe9\n2,\x81x\n3,y\x9d\n', 'latin1'));
    const { receipt } = await preview(file);
    expect(receipt.notices).toEqual([
      {
        code: 'undefined-bytes',
        text: '2 cells of name hold a byte that Windows-1252 leaves undefined: it is kept as a control character. The encoding may be another one.',
        row: 3,
        column: 'name',
      },
    ]);
  });

  test('letters that were lost or garbled before', async () => {
    expect(await codes(fileOf('id,name\n1,Zo\ufffd\n2,Ann\n'))).toEqual(['replacement-characters']);
    expect(await codes(fileOf('id,name\n1,ZoÃ«\n2,itâ€™s\n'))).toEqual(['encoded-twice']);
    expect(await codes(fileOf('id,name\n1,Zoë\n2,Âme, it’s\n'))).toEqual([]);
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const)(
    'read as %s by hand',
    async (encoding) => {
      const text = 'id,name\n1,Ann\n2,Bo\n';
      const wide = Buffer.from(text, 'utf16le');
      const bytes = { 'utf-16le': wide, 'utf-16be': Buffer.from(wide).swap16() }[
        encoding as 'utf-16le'
      ];
      const file = fileOf(bytes ?? Buffer.from(text));
      const shown = await preview(file, { encoding });
      expect(shown.decisions.dialect).toMatchObject({ encoding });
      expect(shown.file.encodingEvidence).toMatch(/: chosen$/);
      expect(valuesOf(await load(file, { encoding }), 'name')).toEqual(['Ann', 'Bo']);
    },
  );
});

describe('line ends and long fields', () => {
  test('mixed line ends all end a row, and are told', async () => {
    const file = fileOf('a,b\r\n1,2\n3,4\r5,6\n');
    const shown = await preview(file);
    expect(shown.receipt.loaded).toBe(3);
    expect(shown.receipt.notices?.[0]?.text).toContain('mixed: 1 CRLF, 2 LF, 1 CR');
  });

  test('a cell of 100,000 characters is kept whole, and told', async () => {
    const long = 'word '.repeat(20_000).trim();
    const file = fileOf(`id,note\n1,x\n2,"${long}"\n`);
    expect(valuesOf(await load(file), 'note')[1]).toBe(long);
    expect((await preview(file)).receipt.notices).toEqual([
      {
        code: 'long-cells',
        text: 'The longest cell of note has 99,999 characters: it is kept whole, but Excel cuts cells off after 32,767.',
        row: 3,
        column: 'note',
      },
    ]);
  });
});
