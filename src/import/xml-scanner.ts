import { isUtf8 } from 'node:buffer';
import { Refusal } from '../model/refusal.ts';
import { SHEET_LIMITS } from './limits.ts';
import { OpenElements } from './open-elements.ts';
import { BROKEN_TAG, XmlAttributes } from './xml-attributes.ts';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
/** One tag or one text: a cell's text with every character written as an entity. */
const LONGEST_TOKEN = SHEET_LIMITS.cell * 8;
const NOT_UTF8 = 'the text is not UTF-8';

/** What a reader of one kind of part does with its XML. Tags are numbers: their place in `tags`. */
export interface XmlReader {
  /** Local names that matter; any other element is tag -1. */
  tags: readonly string[];
  open(tag: number, xml: XmlScanner): void;
  close(tag: number): void;
  /** Text as bytes with its entities, valid during the call only; `literal` text (CDATA) has none. */
  text(bytes: Uint8Array, start: number, end: number, literal: boolean): void;
  /**
   * Takes whole elements and texts straight from the bytes, where `at` is a `<` inside `depth` open
   * elements; gives the place where it stopped, at the same depth again.
   */
  shortcut?(bytes: Uint8Array, at: number, depth: number): number;
}

/**
 * A small XML scanner over UTF-8 blocks: elements, attributes and text, by local name (prefixes are
 * passed over). No document type, no entities of its own, bounded depth and token length.
 */
export class XmlScanner {
  readonly #reader: XmlReader;
  readonly #what: string;
  readonly #file: string;
  readonly #names: readonly Buffer[];
  readonly #open = new OpenElements();
  readonly #attributes: XmlAttributes;
  /** The bytes that are looked at: what is left of the last block at its start, then the next. */
  #space = Buffer.allocUnsafe(1 << 12);
  #kept = 0;
  #bytes = this.#space;
  #started = false;
  #tagStart = 0;
  #tagName = 0;

  constructor(reader: XmlReader, what: string, file: string) {
    this.#reader = reader;
    this.#what = what;
    this.#file = file;
    this.#names = reader.tags.map((tag) => Buffer.from(tag));
    this.#attributes = new XmlAttributes((fault) => this.#fault(fault));
  }

  write(block: Uint8Array): void {
    const bytes = this.#joined(block);
    if (!this.#started && bytes.length < 4) return;
    const shortcut = this.#reader.shortcut?.bind(this.#reader);
    let at = this.#started ? 0 : this.#start(bytes);
    for (;;) {
      if (at < bytes.length && bytes[at] !== LT) {
        const end = bytes.indexOf(LT, at);
        if (end < 0) break;
        this.#text(at, end, false);
        at = end;
      }
      if (shortcut) {
        const next = shortcut(bytes, at, this.#open.depth);
        if (next > at) {
          at = next;
          continue;
        }
      }
      const next = this.#markup(at);
      if (next < 0) break;
      at = next;
    }
    // What is taken ends with a tag, so no letter is cut in two.
    const taken = bytes.subarray(0, at);
    if (!isUtf8(taken)) throw this.#fault(NOT_UTF8);
    if (taken.includes(0)) throw this.#fault('a NUL byte stands in it');
    if (bytes.length - at > LONGEST_TOKEN) throw this.#fault('a text in it is too long');
    this.#space.copyWithin(0, at, bytes.length);
    this.#kept = bytes.length - at;
  }

  finish(): void {
    const rest = this.#space.toString('latin1', 0, this.#kept);
    if (rest.trim() !== '') throw this.#fault('it ends in the middle');
    if (this.#open.depth !== 0 || !this.#started)
      throw this.#fault('it ends before its last element');
  }

  /** What was left of the blocks before, and this one. */
  #joined(block: Uint8Array): Buffer {
    const length = this.#kept + block.length;
    if (length > this.#space.length) {
      const larger = Buffer.allocUnsafe(length + (length >> 2));
      this.#space.copy(larger, 0, 0, this.#kept);
      this.#space = larger;
    }
    this.#space.set(block, this.#kept);
    this.#kept = length;
    this.#bytes = this.#space.subarray(0, length);
    return this.#bytes;
  }

  /** How many elements are open. */
  get depth(): number {
    return this.#open.depth;
  }

  /** The namespace prefix of the element that opens, with its colon; '' when it has none. */
  get prefix(): string {
    return this.#bytes.toString('utf8', this.#tagStart, this.#tagName);
  }

  /** Text of an attribute by its local name; undefined when the element has none such. */
  attribute(name: string): string | undefined {
    return this.#attributes.text(name);
  }

  /** First byte of an attribute, 0 when it is empty or absent: enough for one-letter codes. */
  attributeByte(name: string): number {
    return this.#attributes.firstByte(name);
  }

  /** A whole number in an attribute; -1 when it is absent or anything else. */
  attributeNumber(name: string): number {
    return this.#attributes.number(name);
  }

  /** 0-based column of a cell reference in an attribute; -1 when it is absent, -2 when it is not one. */
  attributeColumn(name: string): number {
    return this.#attributes.column(name);
  }

  #start(bytes: Buffer): number {
    this.#started = true;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3;
    if (bytes[0] === 0xff || bytes[0] === 0xfe || bytes[1] === 0) {
      throw this.#fault(NOT_UTF8);
    }
    return 0;
  }

  /** Takes one tag, comment, CDATA section or instruction; -1 when it is not all there yet. */
  #markup(at: number): number {
    const bytes = this.#bytes;
    if (at + 1 >= bytes.length) return -1;
    const second = bytes[at + 1] as number;
    if (second === SLASH) {
      const end = bytes.indexOf(GT, at);
      if (end < 0) return -1;
      this.#end(at + 2, end);
      return end + 1;
    }
    if (second === 0x3f) return after(bytes.indexOf('?>', at), 2);
    if (second === 0x21) return this.#declaration(at);
    return this.#element(at);
  }

  #declaration(at: number): number {
    const bytes = this.#bytes;
    if (bytes.length < at + 9) return -1;
    const head = bytes.toString('latin1', at, at + 9);
    if (head.startsWith('<!--')) return after(bytes.indexOf('-->', at + 4), 3);
    if (head === '<![CDATA[') {
      const end = bytes.indexOf(']]>', at + 9);
      if (end < 0) return -1;
      this.#text(at + 9, end, true);
      return end + 3;
    }
    throw new Refusal(
      'hostile-file',
      `The file is not read, for safety: its part ${this.#what} has a document type.`,
      {
        hint: 'No workbook made by Excel does this. Save the data anew from Excel if you trust its source.',
        where: { file: this.#file },
      },
    );
  }

  #element(from: number): number {
    const bytes = this.#bytes;
    const length = bytes.length;
    let at = from + 1;
    let nameStart = at;
    for (; at < length; at++) {
      const byte = bytes[at] as number;
      if (byte === COLON) nameStart = at + 1;
      else if (byte <= 0x20 || byte === GT || byte === SLASH) break;
      else if (byte === LT || byte === EQUALS) throw this.#fault(BROKEN_TAG);
    }
    if (at >= length) return -1;
    const nameEnd = at;
    at = this.#attributes.read(bytes, at);
    if (at < 0) return -1;
    const empty = bytes[at] === SLASH;
    if (empty) {
      at++;
      if (at >= length) return -1;
      if (bytes[at] !== GT) throw this.#fault(BROKEN_TAG);
    }
    this.#tagStart = from + 1;
    this.#tagName = nameStart;
    const tag = this.#tag(nameStart, nameEnd);
    if (!this.#open.enter(tag, bytes, from + 1, nameEnd)) {
      throw this.#fault('its elements are nested too deeply');
    }
    this.#reader.open(tag, this);
    if (empty) this.#reader.close(this.#open.leave());
    return at + 1;
  }

  /** Takes an end tag whose name stands from `start` on. */
  #end(start: number, end: number): void {
    if (this.#open.depth === 0) throw this.#fault('an element in it ends that never began');
    if (!this.#open.isLast(this.#bytes, start, end)) {
      throw this.#fault('an element ends where another is open');
    }
    this.#reader.close(this.#open.leave());
  }

  #tag(start: number, end: number): number {
    const names = this.#names;
    for (let tag = 0; tag < names.length; tag++) {
      const name = names[tag] as Buffer;
      if (name.length !== end - start) continue;
      let same = true;
      for (let k = 0; same && k < name.length; k++) same = this.#bytes[start + k] === name[k];
      if (same) return tag;
    }
    return -1;
  }

  #text(start: number, end: number, literal: boolean): void {
    if (end - start > LONGEST_TOKEN) throw this.#fault('a text in it is too long');
    if (end > start) this.#reader.text(this.#bytes, start, end, literal);
  }

  #fault(what: string): Refusal {
    return new Refusal('damaged-workbook', `The workbook is damaged: in ${this.#what}, ${what}.`, {
      hint: 'Open it in Excel, let Excel repair it, save it and import it again.',
      where: { file: this.#file },
    });
  }
}

function after(at: number, length: number): number {
  return at < 0 ? -1 : at + length;
}
