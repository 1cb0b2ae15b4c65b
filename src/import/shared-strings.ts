import { Refusal } from '../model/refusal.ts';
import { CellBuffer } from './cell-buffer.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import { refuseLongCell, refuseTooMuchText, SHEET_LIMITS, ZIP_LIMITS } from './limits.ts';
import { endOfText, isAt } from './plain-bytes.ts';
import { readXml } from './read-xml.ts';
import type { SourcePath } from './source-file.ts';
import { TextPool } from './text-pool.ts';
import type { Workbook } from './workbook.ts';
import type { XmlReader, XmlScanner } from './xml-scanner.ts';

/** The shared strings of a workbook: string i is the text `ids[i]` of the pool. */
export interface SharedStrings {
  pool: TextPool;
  ids: Uint32Array;
  size: number;
}

/**
 * Reads the shared strings: plain or rich text, phonetic readings left out.
 * @throws Refusal `hostile-file`, `cell-too-long`
 */
export async function readSharedStrings(
  source: SourcePath,
  { zip, strings }: Workbook,
): Promise<SharedStrings> {
  const reader = new StringsReader(source.name);
  if (strings !== undefined && zip.size(strings) > ZIP_LIMITS.strings)
    refuseTooMuchText(source.name);
  if (strings !== undefined && zip.has(strings)) await readXml(source, zip, strings, reader);
  return reader.finish();
}

const TAGS = ['si', 't', 'rPh'];
const [STRING, TEXT, PHONETIC] = [0, 1, 2] as const;

class StringsReader implements XmlReader {
  readonly tags = TAGS;
  readonly #file: string;
  readonly #pool = new TextPool();
  readonly #ids = new GrowingNumbers();
  readonly #text = new CellBuffer();
  #begin: Uint8Array | undefined;
  #end: Uint8Array = new Uint8Array(0);
  /** How deep the strings stand. */
  #depth = -1;
  #wanted = false;
  #phonetic = false;

  constructor(file: string) {
    this.#file = file;
  }

  /** Takes strings that are one plain text: `<si><t>Vassall</t></si>`. */
  shortcut(bytes: Uint8Array, from: number, depth: number): number {
    const begin = this.#begin;
    if (!begin || depth !== this.#depth) return from;
    let at = from;
    while (isAt(bytes, at, begin)) {
      const start = at + begin.length;
      const end = endOfText(bytes, start);
      if (end - start > SHEET_LIMITS.cell || !isAt(bytes, end, this.#end)) break;
      this.#add(bytes, start, end);
      at = end + this.#end.length;
    }
    return at;
  }

  open(tag: number, xml: XmlScanner): void {
    if (tag === PHONETIC) this.#phonetic = true;
    else if (tag === TEXT) this.#wanted = !this.#phonetic;
    else if (tag === STRING) this.#openString(xml);
  }

  #openString(xml: XmlScanner): void {
    if (!this.#begin) {
      const p = xml.prefix;
      this.#begin = Buffer.from(`<${p}si><${p}t>`);
      this.#end = Buffer.from(`</${p}t></${p}si>`);
      this.#depth = xml.depth - 1;
    }
    if (xml.depth !== this.#depth + 1) {
      throw new Refusal(
        'damaged-workbook',
        'The workbook is damaged: a text stands inside another.',
        {
          hint: 'Open it in Excel, let Excel repair it, save it and import it again.',
          where: { file: this.#file },
        },
      );
    }
  }

  close(tag: number): void {
    if (tag === TEXT) this.#wanted = false;
    else if (tag === PHONETIC) this.#phonetic = false;
    else if (tag === STRING) {
      this.#add(this.#text.bytes, 0, this.#text.length);
      this.#text.clear();
    }
  }

  text(bytes: Uint8Array, start: number, end: number, literal: boolean): void {
    if (!this.#wanted || this.#text.append(bytes, start, end, literal)) return;
    refuseLongCell({ file: this.#file });
  }

  finish(): SharedStrings {
    const ids = this.#ids.finish();
    return { pool: this.#pool, ids, size: ids.length };
  }

  #add(bytes: Uint8Array, start: number, end: number): void {
    this.#ids.push(this.#pool.add(bytes, start, end));
    if (this.#pool.length > ZIP_LIMITS.strings) refuseTooMuchText(this.#file);
  }
}
