import { ByteMark } from './byte-mark.ts';
import { SHEET_LIMITS } from './limits.ts';
import { endOfText, isAt, wholeNumber } from './plain-bytes.ts';
import { CELL } from './raw-table.ts';
import type { SheetCells } from './sheet-cells.ts';
import type { SheetPlace } from './sheet-reader.ts';

const QUOTE = 0x22;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const [H, I, N, S, T] = [0x68, 0x69, 0x6e, 0x73, 0x74] as const;
const SPACE = 0x20;
const STR = Buffer.from('str');
const INLINE_STR = Buffer.from('inlineStr');
/** How the value of a cell is written. */
const [NUMBER, SHARED, TEXT, INLINE] = [0, 1, 2, 3] as const;
/** Longer than all tags of a cell together: so far from the end of a block, no tag is cut off. */
const MARGIN = 160;
/** Longer than the end tags of a cell. */
const MARK_ROOM = 64;
/** `inlineStr` */
const LONGEST_VALUE = 9;

/**
 * The fast way through a sheet. Nearly all writers write nearly all cells in one of a few forms:
 *
 *     <c r="B7" s="2" t="s"><v>14</v></c>
 *     <c r="C7" t="inlineStr"><is><t>Vassall</t></is></c>
 *     <c r="D7" t="str"><f>B7</f><v>Ann</v></c></row><row r="8" …>
 *
 * These are read straight from the bytes. Whatever looks different in any way, or may have to be
 * refused, is left where it stands for the scanner and {@link SheetReader}, which know all of XML;
 * so the two ways cannot differ in what they read, only in how long they take.
 */
export class PlainCells {
  readonly #cells: SheetCells;
  readonly #place: SheetPlace;
  readonly #cell: ByteMark;
  readonly #nextRow: ByteMark;
  readonly #formula: ByteMark;
  readonly #formulaEnd: ByteMark;
  readonly #value: ByteMark;
  readonly #valueEnd: ByteMark;
  readonly #inline: ByteMark;
  readonly #inlineEnd: ByteMark;
  #bytes: Uint8Array = new Uint8Array(0);
  #view = new DataView(this.#bytes.buffer);

  /** @param p the prefix of the sheet's elements with its colon, or ''. */
  constructor(cells: SheetCells, place: SheetPlace, p: string) {
    this.#cells = cells;
    this.#place = place;
    this.#cell = new ByteMark(`<${p}c r="`);
    this.#nextRow = new ByteMark(`</${p}row><${p}row r="`);
    this.#formula = new ByteMark(`><${p}f>`);
    this.#formulaEnd = new ByteMark(`</${p}f>`);
    this.#value = new ByteMark(`><${p}v>`);
    this.#valueEnd = new ByteMark(`</${p}v></${p}c>`);
    this.#inline = new ByteMark(`><${p}is><${p}t>`);
    this.#inlineEnd = new ByteMark(`</${p}t></${p}is></${p}c>`);
  }

  /** Takes cells and ends of rows from `from` on; gives the place of the first `<` left to others. */
  take(bytes: Uint8Array, from: number): number {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    let at = from;
    while (at + MARGIN < bytes.length) {
      const next = this.#cell.isAt(this.#view, at)
        ? this.#takeCell(bytes, at + this.#cell.length)
        : this.#nextRow.isAt(this.#view, at)
          ? this.#takeNextRow(bytes, at + this.#nextRow.length)
          : -1;
      if (next < 0) break;
      at = next;
    }
    return at;
  }

  /** Takes a cell from the first letter of its reference on; -1 when it has another form. */
  #takeCell(bytes: Uint8Array, start: number): number {
    let at = start;
    let column = 0;
    for (let letter = bytes[at] as number; isLetter(letter); letter = bytes[++at] as number) {
      column = column * 26 + letter - 64;
    }
    column--;
    if (at > start + 3 || column <= this.#place.column || column >= SHEET_LIMITS.columns) return -1;
    const digits = at;
    while (isDigit(bytes[at] as number)) at++;
    if (at === digits || at > digits + 9 || bytes[at] !== QUOTE) return -1;
    let style = 0;
    let type: number = NUMBER;
    let before = 0;
    for (at++; bytes[at] !== GREATER; at++) {
      const name = bytes[at + 1] as number;
      if (bytes[at] === SLASH && name === GREATER) break;
      // No attribute stands twice.
      if (bytes[at] !== SPACE || name === before) return -1;
      if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return -1;
      before = name;
      at += 4;
      const value = at;
      while (bytes[at] !== QUOTE && at < value + LONGEST_VALUE) at++;
      if (name === S) style = wholeNumber(bytes, value, at);
      else if (name === T) type = typeOf(bytes, value, at);
      else return -1;
      if (style < 0 || type < 0) return -1;
    }
    const next = bytes[at] === SLASH ? at + 2 : this.#takeContent(bytes, at, column, type, style);
    if (next >= 0) this.#place.column = column;
    return next;
  }

  /** Takes what stands between the tags of a cell, from the end of the first, and its end tag. */
  #takeContent(
    bytes: Uint8Array,
    start: number,
    column: number,
    type: number,
    style: number,
  ): number {
    const view = this.#view;
    const last = bytes.length - MARK_ROOM;
    let at = start;
    if (this.#formula.isAt(view, at)) {
      at = endOfText(bytes, at + this.#formula.length);
      if (at > last || !this.#formulaEnd.isAt(view, at)) return -1;
      // The next mark begins with the end of a tag.
      at += this.#formulaEnd.length - 1;
    }
    const opening = type === INLINE ? this.#inline : this.#value;
    if (!opening.isAt(view, at)) return -1;
    const first = at + opening.length;
    if (type === SHARED) {
      let index = 0;
      let end = first;
      for (; isDigit(bytes[end] as number); end++)
        index = index * 10 + (bytes[end] as number) - 0x30;
      if (end === first || end > first + 9 || !this.#valueEnd.isAt(view, end)) return -1;
      return this.#cells.putShared(column, index) ? end + this.#valueEnd.length : -1;
    }
    const end = endOfText(bytes, first);
    const closing = type === INLINE ? this.#inlineEnd : this.#valueEnd;
    if (end === first || end > last || !closing.isAt(view, end)) return -1;
    if (type === NUMBER) {
      this.#cells.putNumber(column, bytes, first, end, style);
    } else {
      if (end - first > SHEET_LIMITS.cell) return -1;
      this.#cells.putText(column, bytes, first, end, CELL.text);
    }
    return end + closing.length;
  }

  /** Takes the end of a row and the start of the next one, from the first digit of its number on. */
  #takeNextRow(bytes: Uint8Array, start: number): number {
    let at = start;
    while (isDigit(bytes[at] as number)) at++;
    const row = wholeNumber(bytes, start, at);
    if (bytes[at] !== QUOTE || row <= this.#place.row || row > SHEET_LIMITS.rows) return -1;
    for (at++; bytes[at] !== GREATER; at++) {
      if (bytes[at] !== SPACE) return -1;
      const name = ++at;
      while (isOfName(bytes[at] as number)) at++;
      // A number again, or a hidden row: not a plain one.
      if (at === name + 1 || (bytes[name] === H && bytes[name + 1] === I)) return -1;
      if (bytes[at] !== EQUALS || bytes[++at] !== QUOTE) return -1;
      while (bytes[++at] !== QUOTE) if (bytes[at] === LESS || bytes[at] === undefined) return -1;
    }
    this.#cells.endRow(this.#place.row, this.#place.hidden);
    this.#place.row = row;
    this.#place.column = -1;
    this.#place.hidden = false;
    return at + 1;
  }
}

/** What the attribute `t` says; -1 for what is not plain. */
function typeOf(bytes: Uint8Array, start: number, end: number): number {
  if (end - start === 1) {
    return bytes[start] === S ? SHARED : bytes[start] === N ? NUMBER : -1;
  }
  if (isAt(bytes, start, STR) && end === start + STR.length) return TEXT;
  return isAt(bytes, start, INLINE_STR) && end === start + INLINE_STR.length ? INLINE : -1;
}

/** A letter, a digit or a colon, as in `x14ac:dyDescent`. */
function isOfName(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x3a) || isLetter(byte & ~0x20);
}

function isLetter(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
