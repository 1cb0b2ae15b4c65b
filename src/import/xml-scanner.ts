import { isUtf8 } from 'node:buffer';
import { Refusal } from '../model/refusal.ts';
import { SHEET_LIMITS, ZIP_LIMITS } from './limits.ts';
import { decodeEntities } from './xml-entities.ts';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
/** One tag or one text: a cell's text with every character written as an entity. */
const LONGEST_TOKEN = SHEET_LIMITS.cell * 8;
const MOST_ATTRIBUTES = 64;
const BROKEN_TAG = 'a tag in it is broken';
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
  readonly #open: number[] = [];
  #depth = 0;
  /** The names of the open elements, one after the other, and where each ends. */
  #path = Buffer.allocUnsafe(1 << 10);
  readonly #pathEnds = new Int32Array(ZIP_LIMITS.depth);
  /** The bytes that are looked at: what is left of the last block at its start, then the next. */
  #space = Buffer.allocUnsafe(1 << 12);
  #kept = 0;
  #bytes = this.#space;
  #started = false;
  #tagStart = 0;
  #tagName = 0;
  #attributes = 0;
  /** Where the name of each attribute begins, with its prefix and without. */
  readonly #wholeStart = new Int32Array(MOST_ATTRIBUTES);
  readonly #nameStart = new Int32Array(MOST_ATTRIBUTES);
  readonly #nameEnd = new Int32Array(MOST_ATTRIBUTES);
  readonly #valueStart = new Int32Array(MOST_ATTRIBUTES);
  readonly #valueEnd = new Int32Array(MOST_ATTRIBUTES);

  constructor(reader: XmlReader, what: string, file: string) {
    this.#reader = reader;
    this.#what = what;
    this.#file = file;
    this.#names = reader.tags.map((tag) => Buffer.from(tag));
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
        const next = shortcut(bytes, at, this.#depth);
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
    if (this.#depth !== 0 || !this.#started) throw this.#fault('it ends before its last element');
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
    return this.#depth;
  }

  /** The namespace prefix of the element that opens, with its colon; '' when it has none. */
  get prefix(): string {
    return this.#bytes.toString('utf8', this.#tagStart, this.#tagName);
  }

  /** Text of an attribute by its local name; undefined when the element has none such. */
  attribute(name: string): string | undefined {
    const i = this.#find(name);
    if (i < 0) return undefined;
    const text = this.#bytes.toString('utf8', this.#valueStart[i], this.#valueEnd[i]);
    return text.includes('&') ? decodeEntities(text) : text;
  }

  /** First byte of an attribute, 0 when it is empty or absent: enough for one-letter codes. */
  attributeByte(name: string): number {
    const i = this.#find(name);
    return i < 0 || this.#valueStart[i] === this.#valueEnd[i]
      ? 0
      : (this.#bytes[this.#valueStart[i] as number] as number);
  }

  /** A whole number in an attribute; -1 when it is absent or anything else. */
  attributeNumber(name: string): number {
    const i = this.#find(name);
    if (i < 0 || this.#valueStart[i] === this.#valueEnd[i]) return -1;
    let value = 0;
    const end = this.#valueEnd[i] as number;
    for (let at = this.#valueStart[i] as number; at < end; at++) {
      const digit = (this.#bytes[at] as number) - 48;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  /** 0-based column of a cell reference in an attribute; -1 when it is absent, -2 when it is not one. */
  attributeColumn(name: string): number {
    const i = this.#find(name);
    if (i < 0) return -1;
    const start = this.#valueStart[i] as number;
    const end = this.#valueEnd[i] as number;
    let column = 0;
    let at = start;
    for (; at < end && at < start + 4; at++) {
      const letter = (this.#bytes[at] as number) & ~0x20;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    return at === start || at === end || at > start + 3 ? -2 : column - 1;
  }

  #find(name: string): number {
    for (let i = 0; i < this.#attributes; i++) {
      const start = this.#nameStart[i] as number;
      if ((this.#nameEnd[i] as number) - start !== name.length) continue;
      let same = true;
      for (let k = 0; same && k < name.length; k++) {
        same = this.#bytes[start + k] === name.charCodeAt(k);
      }
      if (same) return i;
    }
    return -1;
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
    let attributes = 0;
    for (;;) {
      while (at < length && (bytes[at] as number) <= 0x20) at++;
      if (at >= length) return -1;
      const byte = bytes[at] as number;
      if (byte === GT || byte === SLASH) break;
      const whole = at;
      let start = at;
      for (; at < length; at++) {
        const b = bytes[at] as number;
        if (b === COLON) start = at + 1;
        else if (b === EQUALS || b === GT || b === LT || b <= 0x20) break;
      }
      const end = at;
      while (at < length && (bytes[at] as number) <= 0x20) at++;
      if (at + 1 >= length) return -1;
      if (bytes[at] !== EQUALS) throw this.#fault(BROKEN_TAG);
      at++;
      while (at < length && (bytes[at] as number) <= 0x20) at++;
      const quote = bytes[at];
      if (quote === undefined) return -1;
      if (quote !== 0x22 && quote !== 0x27) throw this.#fault(BROKEN_TAG);
      const valueStart = ++at;
      while (at < length && bytes[at] !== quote && bytes[at] !== LT) at++;
      if (at >= length) return -1;
      if (bytes[at] === LT) throw this.#fault(BROKEN_TAG);
      if (attributes === MOST_ATTRIBUTES) throw this.#fault('a tag in it has too many attributes');
      if (this.#isTwice(whole, end, attributes)) throw this.#fault(BROKEN_TAG);
      this.#wholeStart[attributes] = whole;
      this.#nameStart[attributes] = start;
      this.#nameEnd[attributes] = end;
      this.#valueStart[attributes] = valueStart;
      this.#valueEnd[attributes] = at;
      attributes++;
      const after = bytes[++at] ?? GT;
      if (after > 0x20 && after !== GT && after !== SLASH) throw this.#fault(BROKEN_TAG);
    }
    const empty = bytes[at] === SLASH;
    if (empty) {
      at++;
      if (at >= length) return -1;
      if (bytes[at] !== GT) throw this.#fault(BROKEN_TAG);
    }
    this.#tagStart = from + 1;
    this.#tagName = nameStart;
    this.#attributes = attributes;
    const tag = this.#tag(nameStart, nameEnd);
    if (this.#depth >= ZIP_LIMITS.depth) throw this.#fault('its elements are nested too deeply');
    this.#open[this.#depth++] = tag;
    this.#enter(from + 1, nameEnd);
    this.#reader.open(tag, this);
    if (empty) this.#reader.close(this.#open[--this.#depth] as number);
    return at + 1;
  }

  /** Whether the element has an attribute of this name already. */
  #isTwice(start: number, end: number, attributes: number): boolean {
    for (let i = 0; i < attributes; i++) {
      const from = this.#wholeStart[i] as number;
      if ((this.#nameEnd[i] as number) - from !== end - start) continue;
      let k = start;
      while (k < end && this.#bytes[k] === this.#bytes[from + k - start]) k++;
      if (k === end) return true;
    }
    return false;
  }

  /** Remembers the name of the element that opens. */
  #enter(start: number, end: number): void {
    const from = this.#depth > 1 ? (this.#pathEnds[this.#depth - 2] as number) : 0;
    const to = from + end - start;
    if (to > this.#path.length) {
      const longer = Buffer.allocUnsafe(to * 2);
      this.#path.copy(longer, 0, 0, from);
      this.#path = longer;
    }
    for (let i = start, j = from; i < end; i++, j++) this.#path[j] = this.#bytes[i] as number;
    this.#pathEnds[this.#depth - 1] = to;
  }

  /** Takes an end tag whose name stands from `start` on. */
  #end(start: number, end: number): void {
    if (this.#depth === 0) throw this.#fault('an element in it ends that never began');
    const bytes = this.#bytes;
    const from = this.#depth > 1 ? (this.#pathEnds[this.#depth - 2] as number) : 0;
    const to = this.#pathEnds[this.#depth - 1] as number;
    let at = start;
    for (let i = from; i < to; i++, at++) {
      if (bytes[at] !== this.#path[i]) throw this.#fault('an element ends where another is open');
    }
    while (at < end && (bytes[at] as number) <= 0x20) at++;
    if (at !== end) throw this.#fault('an element ends where another is open');
    this.#reader.close(this.#open[--this.#depth] as number);
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
