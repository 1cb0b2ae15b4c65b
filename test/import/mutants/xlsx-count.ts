import { type XmlElement, xmlTree } from './xml-tree.ts';

export interface CountedCell {
  row: number;
  /** 0-based. */
  column: number;
  /** `number` when it has no style that could give it another meaning. */
  is: 'text' | 'number' | 'styled' | 'boolean' | 'error' | 'date' | 'uncalculated';
  text: string;
}

/**
 * What stands in a sheet, from its XML as a tree: slowly, and sharing no code with the import. `odd`
 * says that elements stand where the format does not have them.
 */
export interface SheetCount {
  cells: readonly CountedCell[];
  odd: boolean;
}

/** The cells of a sheet that hold something; a text says why they cannot be read. */
export function countSheet(sheet: Buffer, strings: Buffer | undefined): SheetCount | string {
  const root = xmlTree(sheet);
  if (typeof root === 'string') return root;
  const texts = strings ? sharedTexts(strings) : { texts: [], odd: false };
  if (typeof texts === 'string') return texts;
  const data = elements(root).find(({ name }) => name === 'sheetData');
  if (!data) return { cells: [], odd: !isMade(root, SHEET) };
  const cells: CountedCell[] = [];
  let last = 0;
  for (const row of elements(data).filter(({ name }) => name === 'row')) {
    const said = row.attributes.get('r');
    const number = said !== undefined && /^\d+$/.test(said) ? Number(said) : last + 1;
    if (number <= last || number > 1_048_576) return `row ${number} after ${last}`;
    last = number;
    let column = -1;
    for (const cell of elements(row).filter(({ name }) => name === 'c')) {
      const at = columnOf(cell.attributes.get('r'), column + 1);
      if (at <= column || at >= 16_384) return `cell ${cell.attributes.get('r')} in row ${number}`;
      column = at;
      const value = valueIn(cell, texts.texts);
      if (typeof value === 'string') return value;
      if (value) cells.push({ row: number, column, ...value });
    }
  }
  return { cells, odd: texts.odd || !isMade(root, SHEET) };
}

function sharedTexts(bytes: Buffer): { texts: string[]; odd: boolean } | string {
  const root = xmlTree(bytes);
  if (typeof root === 'string') return root;
  const items = elements(root).filter(({ name }) => name === 'si');
  return { texts: items.map(richText), odd: !isMade(root, STRINGS) };
}

function valueIn(
  cell: XmlElement,
  texts: readonly string[],
): Omit<CountedCell, 'row' | 'column'> | undefined | string {
  const child = (wanted: string) => elements(cell).find(({ name }) => name === wanted);
  const type = cell.attributes.get('t') ?? 'n';
  const value = child('v');
  const written = value ? ownText(value) : '';
  const inline = child('is');
  const formula = child('f');
  const text = written + (inline ? richText(inline) : '');
  if (text === '') {
    const isSaved = (value || inline) && (type === 'str' || type === 'inlineStr');
    return formula && !isSaved ? { is: 'uncalculated', text: '=' } : undefined;
  }
  if (type === 's') {
    const found = /^\s*\d+\s*$/.test(text) ? texts[Number(text)] : undefined;
    if (found === undefined) return `no text ${written}`;
    return found === '' ? undefined : { is: 'text', text: found };
  }
  if (type === 'b') return { is: 'boolean', text: /^[1t]/.test(text) ? 'TRUE' : 'FALSE' };
  if (type === 'e') return { is: 'error', text };
  if (type === 'd') return { is: 'date', text };
  if (type === 'str' || type === 'inlineStr') return { is: 'text', text };
  const isNumber = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text);
  if (!isNumber || !Number.isFinite(Number(text))) return { is: 'text', text };
  const isPlain = /^0*$/.test(cell.attributes.get('s') ?? '');
  return { is: isPlain ? 'number' : 'styled', text: String(Number(text)) };
}

function columnOf(reference: string | undefined, next: number): number {
  if (reference === undefined) return next;
  const letters = /^[A-Za-z]{1,3}(?=[^A-Za-z])/.exec(reference)?.[0];
  if (!letters) return -1;
  return [...letters.toUpperCase()].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
}

function richText(element: XmlElement): string {
  return elements(element)
    .map((child) =>
      child.name === 't' ? ownText(child) : child.name === 'r' ? runText(child) : '',
    )
    .join('');
}

function runText(run: XmlElement): string {
  return elements(run)
    .filter(({ name }) => name === 't')
    .map(ownText)
    .join('');
}

function ownText({ children }: XmlElement): string {
  const text = children.filter((child) => typeof child === 'string').join('');
  return text.replace(/_x([0-9a-f]{4})_/gi, (whole, hex: string) => {
    const point = Number.parseInt(hex, 16);
    // No text has a NUL or half a pair of surrogates.
    return point === 0 || (point >= 0xd800 && point < 0xe000) ? whole : String.fromCharCode(point);
  });
}

function elements({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** What may stand in what; `#` is text other than space. Elements that are not named may hold anything. */
const TEXTS: Record<string, readonly string[]> = {
  si: ['t', 'r', 'rPh', 'phoneticPr'],
  is: ['t', 'r', 'rPh', 'phoneticPr'],
  r: ['t', 'rPr'],
  rPh: ['t'],
  t: ['#'],
};
const STRINGS: Record<string, readonly string[]> = { sst: ['si'], ...TEXTS };
const SHEET: Record<string, readonly string[]> = {
  worksheet: ['sheetData', 'mergeCells'],
  sheetData: ['row'],
  row: ['c'],
  c: ['f', 'v', 'is'],
  f: ['#'],
  v: ['#'],
  mergeCells: ['mergeCell'],
  mergeCell: [],
  ...TEXTS,
};
const ONCE = new Set(['f', 'v', 'is', 'sheetData', 'mergeCells']);

function isMade(element: XmlElement, kinds: Record<string, readonly string[]>): boolean {
  const may = kinds[element.name];
  if (!may) return false;
  const seen = new Set<string>();
  return element.children.every((child) => {
    if (typeof child === 'string') return child.trim() === '' || may.includes('#');
    if (ONCE.has(child.name) && seen.has(child.name)) return false;
    seen.add(child.name);
    return may.includes(child.name) && isMade(child, kinds);
  });
}
