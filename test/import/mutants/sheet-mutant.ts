import type { Chance } from './chance.ts';
import { buffers, mutantOf, type Parts, SHEET, STRINGS, type XlsxMutant } from './xlsx-base.ts';

const ROW = /<(x:)?row .*?<\/\1?row>/gs;
const CELL = /<(x:)?c .*?<\/\1?c>/gs;
const VALUE = /(?<=<(x:)?v>)[^<]+(?=<)/g;
const TEXT = /(?<=<(x:)?t>)[^<]+/g;
const REFERENCE = /(?<=<(x:)?c r=")[A-Z]+\d+/g;
const ROW_NUMBER = /(?<=<(x:)?row r=")\d+/g;

interface Change {
  found: RegExp;
  of?: string;
  to: (text: string, chance: Chance) => string;
}

const VALUES = [
  '',
  '-1',
  '1e308',
  '9'.repeat(20),
  '2.5E-9',
  ' 7 ',
  'text',
  '0x10',
  '60',
  '2958466',
];

/** Cells and rows left out, moved or given other values: still a sheet. */
const CELLS: Record<string, Change> = {
  'a row left out': { found: ROW, to: () => '' },
  'a cell left out': { found: CELL, to: () => '' },
  'another style': { found: / s="\d"/g, to: (_, chance) => ` s="${chance.below(5)}"` },
  'another value': { found: VALUE, to: (_, chance) => chance.pick(VALUES) },
  'another text': {
    found: TEXT,
    to: (_, chance) => 'é😀 _x0041_ &#10;'.repeat(chance.below(40)),
  },
  'a row shown': { found: / hidden="1"/g, to: () => '' },
  'a formula': { found: /<(x:)?f>[^<]*<\/\1?f>/g, to: () => '' },
  'a row without number': { found: / r="\d+"/g, to: () => '' },
  'a cell without reference': { found: / r="[A-Z]+\d+"/g, to: () => '' },
  'an empty row': { found: ROW, to: (row) => row.replace(/>.*</s, '><') },
  'an empty cell': { found: CELL, to: (cell) => cell.replace(/>.*</s, '><') },
  'another kind of quotes': { found: /<(x:)?c [^>]*>/g, to: (tag) => tag.replaceAll('"', "'") },
  'space in a tag': { found: /<(x:)?c r/g, to: (tag) => `${tag.slice(0, -1)}\n r` },
  'space between': { found: /<\/(x:)?c>/g, to: (tag) => `${tag}\n\t` },
  CDATA: { found: TEXT, to: (text) => `<![CDATA[${text} & <b> _x0041_]]>` },
  'a comment': { found: CELL, to: (cell) => `<!-- <row r="1"> -->${cell}` },
  'a comment in a text': { found: TEXT, to: (text) => `${text}<!-- x --> more` },
  'an instruction': { found: CELL, to: (cell) => `<?x <c r="A1">?>${cell}` },
  'a phonetic run': {
    found: /<\/t><\/si>/g,
    of: STRINGS,
    to: () => '</t><rPh sb="0" eb="1"><t>yomi</t></rPh><phoneticPr fontId="1"/></si>',
  },
  'a rich text': {
    found: /<t>one<\/t>/g,
    of: STRINGS,
    to: () => '<r><rPr/><t>o</t></r><r><t>ne</t></r>',
  },
};

/** Things that a sheet does not have, or not there. */
const SHAPES: Record<string, Change> = {
  'a row in a cell': { found: VALUE, to: (text) => `${text}</v><row r="2000"></row><v>` },
  'an empty row in a cell': { found: VALUE, to: (text) => `${text}</v><row/><v>` },
  'a row in a row': { found: CELL, to: (cell) => `<row r="3000">${cell}</row>` },
  'a row in a text': { found: TEXT, to: (text) => `${text}<row r="7"><c><v>1</v></c></row>` },
  'a cell in a cell': { found: VALUE, to: (text) => `${text}</v><c r="Z9"><v>1</v></c><v>` },
  'a cell between rows': { found: ROW, to: (row) => `<c r="A1"><v>1</v></c>${row}` },
  'cells within something': { found: CELL, to: (cell) => `<x>${cell}</x>` },
  'rows within something': {
    found: ROW,
    to: (row) => `<AlternateContent>${row}</AlternateContent>`,
  },
  'a second sheetData': {
    found: /<\/(x:)?sheetData>/g,
    to: (end) => `${end}<sheetData><row r="1"><c><v>1</v></c></row></sheetData>`,
  },
  'sheetData within itself': { found: ROW, to: (row) => `<sheetData>${row}</sheetData>` },
  'a value in a row': { found: CELL, to: (cell) => `<v>5</v>${cell}` },
  'a value twice': { found: /<(x:)?v>[^<]*<\/\1?v>/g, to: (value) => value.repeat(2) },
  'a formula twice': { found: /<(x:)?f>[^<]*<\/\1?f>/g, to: (formula) => formula.repeat(2) },
  'text between cells': { found: CELL, to: (cell) => `loose ${cell}` },
  'another end': {
    found: /<\/(x:)?c>/g,
    to: (_, chance) => chance.pick(['</v>', '</row>', '</x:c>', '</c', '<c/>']),
  },
  'no end': { found: /<\/\w+>/g, to: () => '' },
  'an end too many': { found: /<\/(x:)?(c|row|v)>/g, to: (end) => end.repeat(2) },
  'another row number': {
    found: ROW_NUMBER,
    to: (_, chance) =>
      chance.pick([
        '0',
        '1',
        '00',
        '-1',
        '4000000000',
        '1048576',
        '1048577',
        '1e3',
        '',
        '9'.repeat(400),
      ]),
  },
  'another reference': {
    found: REFERENCE,
    to: (_, chance) =>
      chance.pick([
        'A1',
        'XFD1',
        'XFE1',
        'ZZZZZZZ1',
        'a9',
        '',
        'A',
        '1',
        'A0',
        'A-1',
        '$A$1',
        'ÀB1',
        'BZZ9',
      ]),
  },
  'rows exchanged': {
    found: /<row .*?<\/row><row .*?<\/row>/gs,
    to: (two) => two.replace(/(<row .*?<\/row>)(<row .*?<\/row>)/s, '$2$1'),
  },
  'another type': {
    found: / t="\w+"/g,
    to: (_, chance) =>
      ` t="${chance.pick(['s', 'str', 'zz', '', 'S', 'b', 'e', 'd', 'n', 'inlineStr'])}"`,
  },
  'an index out of range': {
    found: / t="s"><v>\d/g,
    to: (_, chance) =>
      ` t="s"><v>${chance.pick(['6', '-1', '1e9', '4294967296', ' 2 ', '2.5', '6000000'])}`,
  },
  'a document type': { found: /^/g, to: () => '<!DOCTYPE x [<!ENTITY a "b">]>' },
  'an entity of its own': { found: TEXT, to: (text) => `${text}&a;&#0;&#x110000;&#xD800;&amp` },
  'a giant merge': {
    found: /(?<=<(x:)?mergeCell ref=")[^"]*/g,
    to: (_, chance) => chance.pick(['A1:XFD1048576', 'B5:A1', 'A1', ':', 'A1:ZZZZ9', 'A2:I2']),
  },
  'many merges': { found: /<(x:)?mergeCell [^>]*>/g, to: (merge) => merge.repeat(11_000) },
  depth: {
    found: VALUE,
    to: (text, chance) => '<a>'.repeat(chance.pick([3, 60, 70, 5000])) + text,
  },
  'a long text': { found: TEXT, to: (text, chance) => text.repeat(chance.pick([2, 9000, 70_000])) },
  'many attributes': {
    found: / r="/g,
    to: (start) => `${Array.from({ length: 80 }, (_, i) => ` a${i}="b"`).join('')}${start}`,
  },
  'a prefix': { found: /<c /g, to: () => '<y:c ' },
  'letters that are none': {
    found: TEXT,
    to: () => String.fromCharCode(0, 0xfffe, 0xd800, 0x61, 0x0b),
  },
  'an escape': { found: TEXT, to: () => '_x0000__x0041__xD83D__x000d__x005F_x0041_' },
  'hidden, oddly': { found: / r="\d+"/g, to: (r) => `${r} hidden="true" collapsed='1' r2="<"` },
};

export function changedCells(parts: Parts, chance: Chance): XlsxMutant {
  return changed(parts, CELLS, 1 + chance.below(8), chance);
}

/** Among cells that are changed, one thing or two that should not be there. */
export function changedShape(parts: Parts, chance: Chance): XlsxMutant {
  const few = changed(parts, CELLS, chance.below(3), chance);
  const text = { ...parts, [SHEET]: `${few.sheet}`, [STRINGS]: `${few.strings}` };
  const done = changed(text, SHAPES, 1 + chance.below(2), chance);
  return { ...done, done: `${few.done}; ${done.done}` };
}

function changed(
  parts: Parts,
  changes: Record<string, Change>,
  count: number,
  chance: Chance,
): XlsxMutant {
  const packed = { ...parts };
  const done: string[] = [];
  for (let n = count; n > 0; n--) {
    const what = chance.pick(Object.keys(changes));
    const { found, of = SHEET, to } = changes[what] as Change;
    const xml = packed[of] ?? '';
    const all = [...xml.matchAll(found)];
    const one = all[chance.below(all.length)];
    if (!one) continue;
    const end = one.index + one[0].length;
    packed[of] = xml.slice(0, one.index) + to(one[0], chance) + xml.slice(end);
    done.push(`${what} at ${one.index}`);
  }
  return { ...mutantOf(buffers(packed), done.join(', ')), isSound: true };
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
  ' s="-1"',
  ' s="4294967296"',
  ' t="s"',
  ' t="zz"',
  ' t=""',
  '&#0;',
  '&amp',
  '_x0000_',
  '\0',
  '\ufeff',
  '\u{1f600}',
  '<a>'.repeat(80),
  '9'.repeat(400),
];

/** Pieces of markup put in, left out, doubled or exchanged, in any part. */
export function changedMarkup(parts: Parts, chance: Chance): XlsxMutant {
  const name = chance.once(3) ? chance.pick(Object.keys(parts)) : SHEET;
  let tokens: string[] = (parts[name] ?? '').match(/<[^>]*>|[^<]+/g) ?? [];
  const done: string[] = [];
  for (let n = 1 + chance.below(5); n > 0; n--) {
    const at = chance.below(tokens.length);
    const token = tokens[at] ?? '';
    const cut = chance.below(token.length + 1);
    const [what, put] = chance.pick<[string, string[]]>([
      ['left out', []],
      ['doubled', [token, token]],
      ['exchanged', [tokens[chance.below(tokens.length)] ?? '']],
      ['broken', [token.slice(0, cut) + chance.pick(TRICKY) + token.slice(cut)]],
      ['cut', [token.slice(0, cut)]],
    ]);
    tokens = [...tokens.slice(0, at), ...put, ...tokens.slice(at + 1)];
    done.push(`${token} ${what}: ${put.join('').slice(0, 200)}`);
  }
  return mutantOf(buffers({ ...parts, [name]: tokens.join('') }), `${name}: ${done.join('; ')}`);
}
