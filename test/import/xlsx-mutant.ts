import { seeded } from '../helpers/seeded.ts';
import { bookParts, sheetRow, zipOf } from './fixtures.ts';

/** A workbook with something wrong in it. */
export interface Mutant {
  bytes: Buffer;
  /** What was done to it, for the report of a failure. */
  done: string;
  /** Rows up to the last filled one, counted from the XML; null where only the reader can tell. */
  rows: number | null;
}

type Random = (below: number) => number;
type Parts = Record<string, string | Buffer>;

const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';

/** The mutant of a seed: always the same. */
export function mutantBook(seed: number): Mutant {
  const random = seeded(seed);
  const upTo: Random = (below) => Math.floor(random() * below);
  const ways = [
    () => ofSheet(upTo),
    () => ofSheet(upTo),
    () => ofMarkup(upTo),
    () => ofMarkup(upTo),
    () => ofBytes(upTo),
    () => ofParts(upTo),
    () => ofArchive(upTo),
  ];
  return pick(upTo, ways)();
}

function baseParts(upTo: Random): Record<string, string> {
  const body = Array.from({ length: 24 }, (_, i) => {
    const r = i + 2;
    return [
      `<row r="${r}"${i % 7 === 0 ? ' hidden="1"' : ''}><c r="A${r}" t="s"><v>${i % 6}</v></c>`,
      `<c r="B${r}" s="1"><v>${45_000 + i}</v></c><c r="C${r}"><v>${i / 4}</v></c>`,
      `<c r="D${r}" t="inlineStr"><is><t>in ${i % 5}</t></is></c>`,
      `<c r="E${r}" t="str"><f>A${r}</f><v>out &amp; in</v></c><c r="F${r}" s="2"><v>${i}</v></c>`,
      i % 5 === 0 ? `<c r="G${r}" t="e"><v>#N/A</v></c>` : `<c r="G${r}" t="b"><v>${i % 2}</v></c>`,
      '</row>',
    ].join('');
  });
  const parts = bookParts({
    rows: sheetRow(1, ['id', 'when', 'n', 'note', 'made', 'code', 'flag']) + body.join(''),
    after: '<mergeCells count="1"><mergeCell ref="A3:A5"/></mergeCells>',
    strings: `<si><t>one</t></si><si><r><t>t</t></r><r><t>wo</t></r></si><si><t>three</t><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t xml:space="preserve"> four </t></si><si><t>five</t></si><si><t/></si>`,
    formats: ['dd/mm/yyyy', '0000'],
  });
  if (upTo(4) > 0) return parts;
  const prefixed = (xml = '') => xml.replaceAll(/<(\/?)(\w)/g, '<$1x:$2');
  return { ...parts, [SHEET]: prefixed(parts[SHEET]), [STRINGS]: prefixed(parts[STRINGS]) };
}

/** Cells and rows left out, moved or given other values: still a sheet, whose rows can be counted. */
function ofSheet(upTo: Random): Mutant {
  const parts = baseParts(upTo);
  let sheet = parts[SHEET] ?? '';
  const done: string[] = [];
  const oneOf = (found: RegExp, change: (text: string) => string, what: string) => {
    const all = [...sheet.matchAll(found)];
    const one = all[upTo(all.length)];
    if (!one) return;
    const end = one.index + one[0].length;
    sheet = sheet.slice(0, one.index) + change(one[0]) + sheet.slice(end);
    done.push(`${what} at ${one.index}`);
  };
  const values = [
    '',
    '-1',
    '1e308',
    '99999999999999999999',
    '2.5E-9',
    ' 7 ',
    'text',
    '0x10',
    '60',
    '2958466',
  ];
  for (let n = 1 + upTo(8); n > 0; n--) {
    pick(upTo, [
      () => oneOf(/<(x:)?row .*?<\/\1?row>/gs, () => '', 'a row left out'),
      () => oneOf(/<(x:)?c .*?<\/\1?c>/gs, () => '', 'a cell left out'),
      () => oneOf(/ s="\d"/g, () => ` s="${upTo(5)}"`, 'another style'),
      () => oneOf(/(?<=<(x:)?v>)\d+(?=<)/g, () => pick(upTo, values), 'another value'),
      () =>
        oneOf(/(?<=<(x:)?t>)[^<]+/g, () => 'é😀 _x0041_ &#10;'.repeat(upTo(40)), 'another text'),
      () => oneOf(/ hidden="1"/g, () => '', 'a row shown'),
      () => oneOf(/<(x:)?f>[^<]*<\/\1?f>/g, (f) => f.repeat(2), 'a formula twice'),
    ])();
  }
  const bytes = zipOf({ ...parts, [SHEET]: sheet });
  return { bytes, done: done.join(', '), rows: lastFilledRow(sheet, parts[STRINGS] ?? '') };
}

/** Counted without the reader: the greatest row number over a value that is not empty. */
function lastFilledRow(sheet: string, strings: string): number | null {
  const texts = [...strings.matchAll(/<(x:)?si>(.*?)<\/\1?si>/gs)].map(([, , inner = '']) =>
    inner.replaceAll(/<(x:)?rPh.*?<\/\1?rPh>|<[^>]*>/gs, ''),
  );
  let last = 0;
  for (const [, , r, row = ''] of sheet.matchAll(/<(x:)?row r="(\d+)"[^>]*>(.*?)<\/\1?row>/gs)) {
    for (const [cell] of row.matchAll(/<(x:)?c .*?<\/\1?c>/gs)) {
      const value = /<(?:x:)?[vt]>([^<]+)</.exec(cell)?.[1];
      const isShared = cell.includes('t="s"');
      if (isShared && value !== undefined && !/^\d+$/.test(value)) return null;
      const isFilled = isShared ? (texts[Number(value)] ?? '') !== '' : value !== undefined;
      if (isFilled || (cell.includes('f>') && !cell.includes('t="str"'))) last = Number(r);
    }
  }
  return last;
}

const TRICKY = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '/',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?x',
  '?>',
  '<!DOCTYPE x>',
  '</c>',
  '</row>',
  '<row>',
  '<c>',
  '<v>',
  '</v>',
  '<f/>',
  '<is>',
  '<rPh>',
  '<x:c r="A2">',
  '<row r="3">',
  ' r="A0"',
  ' r="ZZZZ1"',
  ' r="A-1"',
  ' r="XFD1048576"',
  ' r="1048577"',
  ' s="-1"',
  ' s="4294967296"',
  ' t="s"',
  ' t="zz"',
  ' t=""',
  '&#0;',
  '&#x110000;',
  '&amp',
  '_x0000_',
  '\0',
  '\ufeff',
  '\u{1f600}',
  '<a>'.repeat(80),
  ' a="b"'.repeat(80),
  '9'.repeat(400),
  '<mergeCell ref="A1:XFD1048576"/>',
];

/** Pieces of markup put in, left out, doubled or exchanged, in any part. */
function ofMarkup(upTo: Random): Mutant {
  const parts = baseParts(upTo);
  const name = upTo(3) > 0 ? SHEET : pick(upTo, Object.keys(parts));
  let tokens: string[] = (parts[name] ?? '').match(/<[^>]*>|[^<]+/g) ?? [];
  const done: string[] = [];
  for (let n = 1 + upTo(5); n > 0; n--) {
    const at = upTo(tokens.length);
    const token = tokens[at] ?? '';
    const cut = upTo(token.length + 1);
    const [what, put] = pick<[string, string[]]>(upTo, [
      ['left out', []],
      ['doubled', [token, token]],
      ['exchanged', [tokens[upTo(tokens.length)] ?? '']],
      ['broken', [token.slice(0, cut) + pick(upTo, TRICKY) + token.slice(cut)]],
      ['cut', [token.slice(0, cut)]],
    ]);
    tokens = [...tokens.slice(0, at), ...put, ...tokens.slice(at + 1)];
    done.push(`${token} ${what}: ${put.join('')}`);
  }
  const bytes = zipOf({ ...parts, [name]: tokens.join('') });
  return { bytes, done: `${name}: ${done.join('; ')}`, rows: null };
}

/** Bytes changed in one part, before it is packed. */
function ofBytes(upTo: Random): Mutant {
  const parts = baseParts(upTo);
  const name = upTo(3) > 0 ? SHEET : pick(upTo, Object.keys(parts));
  const bytes = zipOf({ ...parts, [name]: scrambled(Buffer.from(parts[name] ?? ''), upTo) });
  return { bytes, done: `bytes of ${name}`, rows: null };
}

/** Parts missing, empty, exchanged or under other names; sizes that lie. */
function ofParts(upTo: Random): Mutant {
  const parts: Parts = baseParts(upTo);
  const names = Object.keys(parts);
  const name = pick(upTo, names);
  const other = pick(upTo, names);
  const content = parts[name] ?? '';
  const what = pick(upTo, [
    'missing',
    'empty',
    'exchanged',
    'renamed',
    'in UTF-16',
    'twice',
    'lies',
  ]);
  if (what === 'missing' || what === 'renamed') delete parts[name];
  if (what === 'renamed')
    parts[pick(upTo, [name.toUpperCase(), `/${name}`, `../${name}`, '__proto__'])] = content;
  if (what === 'empty') parts[name] = '';
  if (what === 'exchanged') parts[name] = parts[other] ?? '';
  if (what === 'in UTF-16') parts[name] = Buffer.from(`\ufeff${content}`, 'utf16le');
  if (what === 'twice') parts[name.toUpperCase()] = content;
  const lie = what === 'lies' ? pick(upTo, [-1, 1, 1000, 2 ** 30]) : 0;
  return { bytes: zipOf(parts, lie), done: `${name} ${what}`, rows: null };
}

/** Bytes changed in the archive itself, mostly in its heads and its directory. */
function ofArchive(upTo: Random): Mutant {
  const zip = zipOf(baseParts(upTo));
  const directory = zip.indexOf('PK\x01\x02', 0, 'latin1');
  if (upTo(4) === 0)
    return { bytes: scrambled(zip, upTo), done: 'bytes of the archive', rows: null };
  const bytes = Buffer.from(zip);
  const done: number[] = [];
  for (let n = 1 + upTo(3); n > 0; n--) {
    const at = upTo(5) === 0 ? upTo(30) : directory + upTo(bytes.length - directory);
    bytes[at] = pick(upTo, [0, 1, 8, 9, 0x80, 0xff, upTo(256)]);
    done.push(at);
  }
  return { bytes, done: `archive at ${done.join(', ')} of ${bytes.length}`, rows: null };
}

function scrambled(bytes: Buffer, upTo: Random): Buffer {
  let out = Buffer.from(bytes);
  for (let n = 1 + upTo(6); n > 0; n--) {
    const at = upTo(out.length);
    const before = out.subarray(0, at);
    const next = pick(upTo, [
      () => Buffer.concat([before, Buffer.from([upTo(256)]), out.subarray(at + 1)]),
      () => Buffer.concat([before, Buffer.from([0x80 + upTo(128)]), out.subarray(at)]),
      () => Buffer.concat([before, out.subarray(at + 1 + upTo(30))]),
      () => Buffer.concat([before, out.subarray(at, at + upTo(80)), out.subarray(at)]),
      () => (upTo(4) === 0 ? before : out),
    ]);
    out = Buffer.from(next());
  }
  return out;
}

function pick<T>(upTo: Random, choices: readonly T[]): T {
  const choice = choices[upTo(choices.length)];
  if (choice === undefined) throw new Error('nothing to choose from');
  return choice;
}
