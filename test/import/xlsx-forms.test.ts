import { describe, expect, test } from 'vitest';
import { seeded } from '../helpers/seeded.ts';
import { bookOf, bookParts, fileOf, load, sheetRow, valuesOf, zipOf } from './fixtures.ts';

/** A sheet of every form of cell that the fast way takes, and some that it leaves; about 700 KB. */
function mixedRows(): string {
  const random = seeded(20_260_401);
  const upTo = (n: number) => Math.floor(random() * n);
  const cell = (name: string): string => {
    const forms = [
      () => `<c r="${name}" t="s"><v>${upTo(40)}</v></c>`,
      () => `<c r="${name}"><v>${upTo(1000)}</v></c>`,
      () => `<c r="${name}" s="1"><v>${42_000 + upTo(900)}</v></c>`,
      () => `<c r="${name}" s="2"><v>${upTo(90_000)}</v></c>`,
      () => `<c r="${name}"><v>${(upTo(1e6) - 5e5) / 1000}</v></c>`,
      () => `<c r="${name}"><v>${random() * 1e-7}</v></c>`,
      () => `<c r="${name}" t="n"><v>${random() * 1000}</v></c>`,
      () => `<c r="${name}" t="str"><f>A1&amp;B1</f><v>made &lt; up ${upTo(30)}</v></c>`,
      () => `<c r="${name}" t="str"><f>A1</f><v>made ${upTo(30)}</v></c>`,
      () => `<c r="${name}"><f>SUM(A1:A2)</f></c>`,
      () => `<c r="${name}" t="inlineStr"><is><t>ïnline ${upTo(30)}</t></is></c>`,
      () => `<c r="${name}" t="inlineStr"><is><r><t>two </t></r><r><t>runs</t></r></is></c>`,
      () => `<c r="${name}" t="b"><v>${upTo(2)}</v></c>`,
      () => `<c r="${name}" t="e"><v>#N/A</v></c>`,
      () => `<c r="${name}" t="d"><v>2024-04-${10 + upTo(20)}T00:00:00</v></c>`,
      () => `<c r="${name}" s="1"/>`,
      () => '',
    ];
    return (forms[upTo(forms.length)] ?? (() => ''))();
  };
  const row = (r: number) =>
    `<row r="${r}">${[...'ABCDEFGH'].map((c) => cell(c + r)).join('')}</row>`;
  const numbers = Array.from({ length: 2_000 }, (_, i) => i + 2).filter((r) => r % 97 !== 0);
  return sheetRow(1, [...'abcdefgh']) + numbers.map(row).join('');
}

const FORMATS = ['dd/mm/yyyy', '00000'];
const STRINGS = Array.from({ length: 40 }, (_, i) =>
  i % 9 === 0
    ? `<si><r><t>rich </t></r><r><t>${i}</t></r></si>`
    : `<si><t>shared ${i % 30}</t></si>`,
).join('');

describe('the fast way and the careful way read the same', () => {
  const rows = mixedRows();
  const whole = load(bookOf({ rows, strings: STRINGS, formats: FORMATS }));

  const careful = (xml: string) => xml.replaceAll('<c r', '<c  r').replaceAll('<row r', '<row  r');
  const forms: Record<string, (xml: string) => string> = {
    'no cell is plain': careful,
    'a prefix': (xml) => xml.replaceAll(/<(\/?)(\w)/g, '<$1x:$2'),
    'every element on a line of its own': (xml) =>
      xml.replaceAll('<c', '\n  <c').replaceAll('</row', '\n</row'),
    'attributes in another order': (xml) =>
      xml.replaceAll(/<c (r="\w+") ([st]="\w+")/g, '<c $2 $1'),
    'single quotes': (xml) => xml.replaceAll(/="(\w+)"/g, "='$1'"),
    'rows with more to say': (xml) =>
      xml.replaceAll(/<row (r="\d+")/g, '<row $1 spans="1:8" ht="15" customHeight="1"'),
    'comments between': (xml) => xml.replaceAll('</c><c', '</c><!-- c --><c'),
  };
  test.each(Object.entries(forms))('%s', async (_, change) => {
    const strings = change === forms['a prefix'] ? change(STRINGS) : STRINGS;
    const other = await load(bookOf({ rows: change(rows), strings, formats: FORMATS }));
    const { frame, notes, receipt, decisions } = await whole;
    expect(other.frame.rows).toBe(frame.rows);
    expect(other.frame.origin).toEqual(frame.origin);
    expect(other.frame.variables).toEqual(frame.variables);
    for (const { name } of frame.variables) {
      expect(valuesOf(other, name)).toEqual(valuesOf(await whole, name));
    }
    expect(other.notes).toEqual(notes);
    expect(other.decisions).toEqual(decisions);
    expect(other.receipt).toEqual({
      ...receipt,
      file: other.receipt.file,
      bytes: other.receipt.bytes,
      sha256: other.receipt.sha256,
    });
  });
});

describe('what a sheet shows otherwise than its cells', () => {
  test('hidden rows are read and counted', async () => {
    const hidden = (row: string) => row.replace('<row', '<row hidden="1"');
    const body = [2, 3, 4, 5].map((r) => sheetRow(r, [`HB-${r}`, r]));
    const rows =
      hidden(sheetRow(1, ['id', 'n'])) + body.map((r, i) => (i % 2 ? hidden(r) : r)).join('');
    const loaded = await load(bookOf({ rows }));
    expect(valuesOf(loaded, 'n')).toEqual([2, 3, 4, 5]);
    expect(loaded.receipt.notices).toEqual([
      {
        code: 'hidden-rows',
        text: '2 rows are hidden in the sheet, perhaps by a filter, and read like all others.',
        row: 3,
      },
    ]);
  });

  test('merged cells of the body have one value, and say so', async () => {
    const rows =
      sheetRow(1, ['site', 'n', 'm']) +
      sheetRow(2, ['North', 1, 5]) +
      sheetRow(3, [null, 2, 6]) +
      sheetRow(4, [null, 3, null]);
    const after =
      '<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="B4:C4"/><mergeCell ref="A9:XFD99"/></mergeCells>';
    const loaded = await load(bookOf({ rows, after }));
    expect(valuesOf(loaded, 'site')).toEqual(['North', null, null]);
    expect(valuesOf(loaded, 'm')).toEqual([5, 6, null]);
    expect(loaded.receipt.notices?.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['merged-cells', 3, 'site'],
      ['merged-cells', 4, 'm'],
    ]);
    expect(loaded.receipt.notices?.[0]?.text).toMatch(/^2 cells of site belong to merged cells/);
  });

  test('durations keep hours past a day', async () => {
    const cell = (r: number, style: number, value: number) =>
      `<row r="${r}"><c r="A${r}" s="${style}"><v>${value}</v></c></row>`;
    const rows =
      sheetRow(1, ['length']) +
      cell(2, 1, 1.25) +
      cell(3, 1, 0.5) +
      cell(4, 2, 0.0125) +
      cell(5, 3, 2);
    const loaded = await load(bookOf({ rows, formats: ['[h]:mm', '[mm]:ss', 46] }));
    expect(loaded.frame.variables[0]?.kind).toBe('time');
    expect(valuesOf(loaded, 'length')).toEqual(['30:00:00', '12:00:00', '00:18:00', '48:00:00']);
  });
});

test('numbers come out as the shortest text that is exactly them', async () => {
  const written = [
    '0.1',
    '3.3000000000000003',
    '1E-7',
    '1.5e-25',
    '123456789012345678',
    '-0',
    '007',
    '1e21',
    '5e-324',
  ];
  const rows = written.map((n, i) => `<row r="${i + 2}"><c r="A${i + 2}"><v>${n}</v></c></row>`);
  const loaded = await load(bookOf({ rows: sheetRow(1, ['n']) + rows.join('') }), {
    columns: [{ position: 0, kind: 'decimal' }],
  });
  expect(valuesOf(loaded, 'n')).toEqual(written.map((n) => Number(n) + 0));
});

test('a number that is none stays a text', async () => {
  const rows = ['0x1F', '1,5', 'Infinity', '1e999', '--1', '1.2.3'].map(
    (n, i) => `<row r="${i + 2}"><c r="A${i + 2}"><v>${n}</v></c></row>`,
  );
  const loaded = await load(bookOf({ rows: sheetRow(1, ['n']) + rows.join('') }), {
    columns: [{ position: 0, kind: 'text' }],
  });
  expect(valuesOf(loaded, 'n')).toEqual(['0x1F', '1,5', 'Infinity', '1e999', '--1', '1.2.3']);
});

test('a zip64 archive', async () => {
  const rows = sheetRow(1, ['id', 'n']) + sheetRow(2, ['HB-1', 7]);
  const loaded = await load(fileOf(zip64(zipOf(bookParts({ rows }))), 'zip64.xlsx'));
  expect([valuesOf(loaded, 'id'), valuesOf(loaded, 'n')]).toEqual([['HB-1'], [7]]);
});

/** The same archive with every size and place in the wide fields of zip64 only (APPNOTE 4.5.3). */
function zip64(zip: Buffer): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const end = zip.subarray(zip.length - 22);
  let at = end.readUInt32LE(16);
  const count = end.readUInt16LE(10);
  for (let i = 0; i < count; i++) {
    const head = zip.subarray(at, at + 46);
    const name = zip.subarray(at + 46, at + 46 + head.readUInt16LE(28));
    const start = head.readUInt32LE(42) + 30 + name.length;
    const packed = zip.subarray(start, start + head.readUInt32LE(20));
    const sizes = Buffer.alloc(16);
    sizes.writeBigUInt64LE(BigInt(head.readUInt32LE(24)), 0);
    sizes.writeBigUInt64LE(BigInt(packed.length), 8);
    const local = Buffer.from(zip.subarray(start - 30 - name.length, start - name.length));
    local.fill(0xff, 18, 26);
    local.writeUInt16LE(20, 28);
    const whole = Buffer.concat([local, name, Buffer.from([1, 0, 16, 0]), sizes, packed]);
    const place = Buffer.alloc(8);
    place.writeBigUInt64LE(BigInt(offset));
    const entry = Buffer.from(head);
    entry.fill(0xff, 20, 28);
    entry.fill(0xff, 42, 46);
    entry.writeUInt16LE(28, 30);
    directory.push(Buffer.concat([entry, name, Buffer.from([1, 0, 24, 0]), sizes, place]));
    parts.push(whole);
    offset += whole.length;
    at += 46 + name.length;
  }
  const central = Buffer.concat(directory);
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(45, 12);
  record.writeUInt16LE(45, 14);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(central.length), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(offset + central.length), 8);
  locator.writeUInt32LE(1, 16);
  const last = Buffer.alloc(22, 0xff);
  last.write('PK\x05\x06', 'latin1');
  last.fill(0, 4, 8);
  last.fill(0, 20, 22);
  return Buffer.concat([...parts, central, record, locator, last]);
}
