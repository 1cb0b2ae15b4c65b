import { Chance } from './chance.ts';

export interface CsvMutant {
  bytes: Buffer;
  /** What was done to it, for the report of a failure. */
  done: string;
}

const LINE_ENDS = ['\n', '\r\n', '\r'];
const WORDS = [
  'Ann',
  'Bo',
  'Zoë',
  'Małgorzata',
  'O’Neil',
  '李',
  '😀',
  'n/a',
  '',
  '',
  ' x ',
  'it"s',
];
const HARD = [
  'a;b',
  'a,b',
  'two\nlines',
  'two\r\nlines',
  'a\rb',
  'say ""so""',
  '""',
  ' ',
  '\t',
  '|',
];

/** The mutant of a seed: a text file with something wrong in it, always the same one. */
export function mutantCsv(seed: number): CsvMutant {
  const chance = new Chance(seed);
  const done: string[] = [];
  let text = table(chance, done);
  if (chance.once(12)) text = otherQuotes(text, chance, done);
  for (let n = chance.below(5); n > 0; n--) text = changed(text, chance, done);
  if (chance.once(40)) text = shifted(text, chance, done);
  let bytes = encoded(text, chance, done);
  if (chance.once(3)) {
    bytes = chance.scrambled(bytes);
    done.push('bytes scrambled');
  }
  return { bytes, done: done.join(', ') };
}

function table(chance: Chance, done: string[]): string {
  const delimiter = chance.pick([',', ',', ';', '\t', '|']);
  const width = 1 + chance.below(8);
  const kinds = Array.from({ length: width }, () => chance.below(6));
  const end = chance.pick(LINE_ENDS);
  const isMixed = chance.once(6);
  const row = (cells: string[]) => cells.join(delimiter) + (isMixed ? chance.pick(LINE_ENDS) : end);
  let text = '';
  if (chance.once(8)) text += `sep=${delimiter}${end}`;
  if (chance.once(6)) text += `Extract of referrals${end}${chance.once(2) ? end : ''}`;
  if (chance.once(8)) text += `# made by hand${end}# on ${delimiter} Monday${end}`;
  if (!chance.once(8)) text += row(kinds.map((_, i) => chance.pick(['', `h${i}`, `Name ${i}`])));
  for (let rows = 2 + chance.below(40); rows > 0; rows--) {
    text += row(kinds.map((kind) => cell(kind, chance)));
    if (chance.once(15)) text += chance.pick([end, row(kinds.map(() => '')), `  ${end}`]);
  }
  if (chance.once(6)) text += row(['Total', ...kinds.slice(1).map(() => '7')]);
  if (chance.once(8)) text += `Source: the register`;
  if (chance.once(3)) text = text.replace(/[\r\n]+$/, '');
  done.push(`${width} columns by ${JSON.stringify(delimiter)}`);
  return text;
}

function cell(kind: number, chance: Chance): string {
  if (kind === 0) return String(chance.below(1000));
  if (kind === 1)
    return `${1 + chance.below(28)}/${1 + chance.below(12)}/20${10 + chance.below(20)}`;
  if (kind === 2) return chance.pick(['Yes', 'No', '']);
  if (kind === 3) return chance.pick(WORDS);
  if (kind === 4) return `"${chance.pick([...WORDS.filter((w) => !w.includes('"')), ...HARD])}"`;
  return `${chance.below(100)}${chance.pick(['.', ','])}${chance.below(100)}`;
}

const PUT_IN = [
  '"',
  '"',
  '""',
  '"""',
  "'",
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '\n\r',
  ' ',
  '"\n',
  '\n"',
  '",',
  ',"',
  ' "',
  '" ',
  '\\"',
  '\\',
  '\0',
  '\ufeff',
  '\u2028',
  '\u0085',
  '\x0b',
  '\x0c',
  '\x1a',
  '\x1b',
  '\u00a0',
  '\ud800',
  'é',
  '#',
  'sep=;\n',
  ',,,,,,,,,,',
  ';"";""',
  '=',
  '-',
  '<5',
];

function changed(text: string, chance: Chance, done: string[]): string {
  const at = chance.below(text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const put = chance.pick(PUT_IN);
  const [what, out] = chance.pick<() => [string, string]>([
    () => [`${JSON.stringify(put)} put in at ${at}`, before + put + after],
    () => [`${JSON.stringify(put)} put in at ${at}`, before + put + after],
    () => [`${JSON.stringify(put)} put in front`, put + text],
    () => [`${JSON.stringify(put)} put at the end`, text + put],
    () => [`some left out at ${at}`, before + after.slice(1 + chance.below(20))],
    () => [`cut off at ${at}`, chance.once(3) ? before : text],
    () => [`long field at ${at}`, `${before}${'x'.repeat(1 + chance.below(70_000))}${after}`],
    () => [`wide row at ${at}`, `${before}${',;\t|'.repeat(chance.below(200))}${after}`],
    () => [`one quotation mark less`, text.replace('"', '')],
    () => [`some doubled at ${at}`, before + after.slice(0, chance.below(200)) + after],
  ])();
  done.push(what);
  return out;
}

/** Quotation marks escaped with a backslash, or apostrophes in their place. */
function otherQuotes(text: string, chance: Chance, done: string[]): string {
  if (chance.once(2)) {
    done.push('backslashes');
    return text.replaceAll(/(?<=[^"])""(?=[^",;|\t\r\n])/g, '\\"');
  }
  done.push('apostrophes');
  return text.replaceAll("'", '').replaceAll('"', "'");
}

/** Puts so many rows in front that some place of the text falls where a block of the file ends. */
function shifted(text: string, chance: Chance, done: string[]): string {
  const ends = chance.pick([1 << 15, 1 << 16, 1 << 19, 1 << 20]);
  const at = chance.below(text.length);
  const room = ends - 3 + chance.below(7) - Buffer.byteLength(text.slice(0, at));
  const rows = text.slice(0, text.lastIndexOf('\n', at) + 1);
  const fits = Math.max(0, Math.floor(room / (Buffer.byteLength(rows) + 1)) - 1);
  const front = rows.repeat(Math.min(fits, 4000));
  done.push(`a block ends at ${at}`);
  return `${front}${' '.repeat(Math.max(0, room - Buffer.byteLength(front) - 1))}\n${text}`;
}

function encoded(text: string, chance: Chance, done: string[]): Buffer {
  const [name, bytes] = chance.pick<() => [string, Buffer]>([
    () => ['UTF-8', Buffer.from(text)],
    () => ['UTF-8', Buffer.from(text)],
    () => ['UTF-8 with BOM', Buffer.from(`\ufeff${text}`)],
    () => ['one byte a letter', Buffer.from(text, 'latin1')],
    () => ['UTF-16LE with BOM', Buffer.from(`\ufeff${text}`, 'utf16le')],
    () => ['UTF-16LE', Buffer.from(text, 'utf16le')],
    () => ['UTF-16BE', Buffer.from(`${chance.once(2) ? '\ufeff' : ''}${text}`, 'utf16le').swap16()],
  ])();
  done.push(name);
  return bytes;
}
