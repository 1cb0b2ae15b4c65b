import { randomBytes } from 'node:crypto';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { bookParts, sheetRow, zipOf } from './fixtures.ts';
import { type ZipPart, zipArchive } from './zip-archive.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';
const ROWS = sheetRow(1, ['a', 'b']) + sheetRow(2, [1, 2]);
const MB = 2 ** 20;

/** A part that repeats a piece of text between two others; packed once, so that it costs little to make. */
export function repeatedPart(
  name: string,
  { before, piece, times, after }: { before: string; piece: string; times: number; after: string },
): ZipPart {
  const flush = { finishFlush: constants.Z_FULL_FLUSH };
  const body = Buffer.from(piece);
  const packed = deflateRawSync(body, flush);
  const all = [
    deflateRawSync(before, flush),
    ...Array.from({ length: times }, () => packed),
    deflateRawSync(after),
  ];
  let sum = crc32(before);
  for (let i = 0; i < times; i++) sum = crc32(body, sum);
  const size = Buffer.byteLength(before) + body.length * times + Buffer.byteLength(after);
  return {
    name,
    data: Buffer.alloc(0),
    packed: { bytes: Buffer.concat(all), size, crc: crc32(after, sum) },
  };
}

/** A workbook in which some parts are replaced. */
export function bookWith(...changed: ZipPart[]): Buffer {
  const parts = Object.entries(bookParts({ rows: ROWS })).filter(([name]) =>
    changed.every((part) => part.name !== name),
  );
  return zipArchive([
    ...parts.map(([name, xml]) => ({ name, data: Buffer.from(xml) })),
    ...changed,
  ]);
}

function bookOfRows(rows: string): Buffer {
  return zipOf(bookParts({ rows }));
}

const IN_CELL = {
  before: '<worksheet><sheetData><row><c t="inlineStr"><is><t>',
  after: '</t></is></c></row></sheetData></worksheet>',
};

/** So many bytes that nobody can pack well. */
export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

/** Files made to harm whoever reads them (security.md 4.1), and what becomes of each. */
export const HOSTILE: Readonly<Record<string, [make: () => Buffer, outcome: string]>> = {
  '1.5 GB of white space in 1.5 MB': [
    () =>
      bookWith(
        repeatedPart(SHEET, {
          before: '<worksheet><sheetData>',
          piece: ' '.repeat(16 * MB),
          times: 96,
          after: '</sheetData></worksheet>',
        }),
      ),
    'hostile-file',
  ],
  '1 GB of shared strings': [
    () =>
      bookWith(
        repeatedPart(STRINGS, {
          before: '<sst>',
          piece: `<si><t>${'a'.repeat(1000)}</t></si>`.repeat(16_000),
          times: 64,
          after: '</sst>',
        }),
      ),
    'hostile-file',
  ],
  '600 MB of shared strings that are packed less': [
    () =>
      bookWith(
        repeatedPart(STRINGS, {
          before: '<sst>',
          piece: Array.from(
            { length: 100 },
            () => `<si><t>${randomHex(1_000).repeat(30)}</t></si>`,
          ).join(''),
          times: 200,
          after: '</sst>',
        }),
      ),
    'hostile-file',
  ],
  'a cell of 200 MB': [
    () => bookWith(repeatedPart(SHEET, { ...IN_CELL, piece: 'x'.repeat(MB), times: 200 })),
    'hostile-file',
  ],
  'a cell of 200 MB that is packed less': [
    () =>
      bookWith(repeatedPart(SHEET, { ...IN_CELL, piece: randomHex(8_000).repeat(66), times: 200 })),
    'damaged-workbook',
  ],
  'billion laughs': [
    () => {
      const lols = Array.from(
        { length: 9 },
        (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`,
      );
      const type = `<!DOCTYPE x [<!ENTITY l0 "lol">${lols.join('')}]>`;
      return bookWith({
        name: STRINGS,
        data: Buffer.from(`${type}<sst><si><t>&l9;</t></si></sst>`),
      });
    },
    'hostile-file',
  ],
  'an external entity': [
    () =>
      bookWith({
        name: SHEET,
        data: Buffer.from(
          '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&e;</v></c></row></sheetData></worksheet>',
        ),
      }),
    'hostile-file',
  ],
  'a validation of the whole sheet': [
    () =>
      zipOf(
        bookParts({
          rows: ROWS,
          after: '<dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>',
        }),
      ),
    'loaded',
  ],
  'a merge of the whole sheet': [
    () =>
      zipOf(
        bookParts({
          rows: ROWS,
          after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        }),
      ),
    'loaded',
  ],
  '10,000 merges': [
    () =>
      zipOf(
        bookParts({
          rows: ROWS,
          after: `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(10_000)}</mergeCells>`,
        }),
      ),
    'loaded',
  ],
  'one cell at XFD1048576': [
    () => bookOfRows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    'too-many-columns',
  ],
  'one cell in the last row': [
    () => bookOfRows(`${ROWS}<row r="1048576"><c r="A1048576"><v>1</v></c></row>`),
    'loaded',
  ],
  'row 4,000,000,000': [
    () => bookOfRows('<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>'),
    'damaged-workbook',
  ],
  'column ZZZZZZZ': [
    () => bookOfRows('<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>'),
    'damaged-workbook',
  ],
  'a million elements in each other': [() => bookOfRows('<a>'.repeat(1e6)), 'damaged-workbook'],
  '60,000 parts': [
    () =>
      bookWith(
        ...Array.from({ length: 60_000 }, (_, i) => ({
          name: `p${i}`,
          data: Buffer.alloc(0),
          stored: true,
        })),
      ),
    'hostile-file',
  ],
  'a part much larger than it says': [
    () => {
      const part = repeatedPart(SHEET, { ...IN_CELL, piece: ' '.repeat(MB), times: 500 });
      return bookWith({ ...part, lies: { size: 1000 - (part.packed?.size ?? 0) } });
    },
    'hostile-file',
  ],
  'parts that say they are 4 GB': [
    () =>
      bookWith(
        ...['a', 'b', 'c'].map((name) => ({
          name,
          data: Buffer.from(name),
          lies: { size: 2 ** 32 - 2 },
        })),
      ),
    'hostile-file',
  ],
  'cut off in the middle': [
    () => {
      const whole = bookOfRows(
        Array.from({ length: 60_000 }, (_, i) => sheetRow(i + 1, [i, `t${i * 7919}`, i / 7])).join(
          '',
        ),
      );
      return whole.subarray(0, whole.length / 2);
    },
    'damaged-zip',
  ],
  'random bytes after the head of a zip': [
    () => Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), randomBytes(100_000)]),
    'damaged-zip',
  ],
  'names of the prototype': [
    () =>
      zipOf({
        ...bookParts({
          rows: sheetRow(1, ['__proto__', 'constructor', 'toString']) + sheetRow(2, [1, 2, 3]),
        }),
        ['__proto__']: 'x',
        'constructor/prototype': 'x',
        '../../outside': 'x',
      }),
    'damaged-zip',
  ],
};
