import { Refusal } from '../model/refusal.ts';
import { rangeReference } from './cell-reference.ts';
import { SHEET_LIMITS } from './limits.ts';
import { CELL, type Merge } from './raw-table.ts';
import { cellText } from './read-xml.ts';
import { needsDecoding, type SharedStrings } from './shared-strings.ts';
import type { SheetCells } from './sheet-cells.ts';
import type { SheetNumbers } from './sheet-numbers.ts';
import type { XmlReader, XmlScanner } from './xml-scanner.ts';

const TAGS = ['c', 'v', 'row', 't', 'f', 'rPh', 'mergeCell'];
const [CELL_TAG, VALUE, ROW, TEXT, FORMULA, PHONETIC, MERGE] = [0, 1, 2, 3, 4, 5, 6] as const;
const MOST_MERGES = 10_000;

/** Cell types of SpreadsheetML by their first letters: s, str, inlineStr, b, e, d, n. */
type Written = 'shared' | 'string' | 'boolean' | 'error' | 'date' | 'number';

/**
 * Reads the XML of one worksheet into cells: values only, formulas by the result saved with them.
 * @throws Refusal `damaged-workbook`, `cell-too-long`, `too-many-columns`
 */
export class SheetReader implements XmlReader {
  readonly tags = TAGS;
  readonly merges: Merge[] = [];
  readonly #cells: SheetCells;
  readonly #strings: SharedStrings;
  readonly #numbers: SheetNumbers;
  readonly #where: { file: string; sheet: string };
  #row = 0;
  #column = -1;
  #style = 0;
  #written: Written = 'number';
  #hasValue = false;
  #hasFormula = false;
  #phonetic = false;
  #into: 'value' | 'formula' | null = null;
  #value = Buffer.allocUnsafe(1 << 12);
  #length = 0;
  #formula = '';

  constructor(
    cells: SheetCells,
    strings: SharedStrings,
    numbers: SheetNumbers,
    where: { file: string; sheet: string },
  ) {
    this.#cells = cells;
    this.#strings = strings;
    this.#numbers = numbers;
    this.#where = where;
  }

  open(tag: number, xml: XmlScanner): void {
    if (tag === CELL_TAG) this.#openCell(xml);
    else if (tag === VALUE || tag === TEXT) {
      this.#hasValue = true;
      this.#into = this.#phonetic ? null : 'value';
    } else if (tag === ROW) this.#openRow(xml);
    else if (tag === FORMULA) {
      this.#hasFormula = true;
      this.#into = 'formula';
    } else if (tag === PHONETIC) this.#phonetic = true;
    else if (tag === MERGE && this.merges.length < MOST_MERGES) {
      const merge = rangeReference(xml.attribute('ref') ?? '');
      if (merge) this.merges.push(merge);
    }
  }

  close(tag: number): void {
    if (tag === CELL_TAG) this.#closeCell();
    else if (tag === VALUE || tag === TEXT || tag === FORMULA) this.#into = null;
    else if (tag === PHONETIC) this.#phonetic = false;
    else if (tag === ROW) this.#cells.endRow(this.#row);
  }

  text(bytes: Uint8Array, start: number, end: number, literal: boolean): void {
    if (this.#into === null) return;
    let from = bytes;
    let first = start;
    let last = end;
    if (!literal && needsDecoding(bytes, start, end)) {
      from = Buffer.from(cellText(Buffer.from(bytes.subarray(start, end)).toString('utf8')));
      first = 0;
      last = from.length;
    }
    if (this.#into === 'formula') {
      this.#formula += Buffer.from(from.subarray(first, Math.min(last, first + 200))).toString();
      return;
    }
    const length = this.#length + last - first;
    if (length > this.#value.length) {
      if (length > SHEET_LIMITS.cell * 4) this.#refuseLongCell();
      const larger = Buffer.allocUnsafe(length * 2);
      this.#value.copy(larger, 0, 0, this.#length);
      this.#value = larger;
    }
    for (let i = first, j = this.#length; i < last; i++, j++) this.#value[j] = from[i] as number;
    this.#length = length;
  }

  #openRow(xml: XmlScanner): void {
    const number = xml.attributeNumber('r');
    const next = number < 0 ? this.#row + 1 : number;
    if (next <= this.#row) this.#refuse(`row ${next} comes after row ${this.#row}`);
    if (next > SHEET_LIMITS.rows) this.#refuse(`it has a row ${next}, but Excel ends at 1,048,576`);
    this.#row = next;
    this.#column = -1;
  }

  #openCell(xml: XmlScanner): void {
    const named = xml.attributeColumn('r');
    const at = named === -1 ? this.#column + 1 : named;
    if (at < 0 || at >= SHEET_LIMITS.columns) {
      const name = (xml.attribute('r') ?? '').slice(0, 20);
      this.#refuse(`a cell in row ${this.#row} is called “${name}”`);
    }
    if (at <= this.#column) this.#refuse(`the cells of row ${this.#row} are out of order`);
    this.#column = at;
    this.#style = Math.max(0, xml.attributeNumber('s'));
    this.#written = writtenAs(xml);
    this.#hasValue = false;
    this.#hasFormula = false;
    this.#length = 0;
    this.#formula = '';
  }

  #closeCell(): void {
    if (this.#length === 0) {
      const saved = this.#hasValue && this.#written === 'string';
      if (this.#hasFormula && !saved) {
        this.#cells.putText(this.#column, `=${this.#formula}`, CELL.uncalculated);
      }
      return;
    }
    const value = this.#value;
    const length = this.#length;
    const at = this.#column;
    switch (this.#written) {
      case 'shared':
        this.#putShared(at, value, length);
        return;
      case 'number':
        this.#numbers.put(at, value, length, this.#style);
        return;
      case 'boolean':
        this.#cells.putText(
          at,
          value[0] === 0x31 || value[0] === 0x74 ? 'TRUE' : 'FALSE',
          CELL.boolean,
        );
        return;
      case 'date':
        this.#cells.putText(at, ...isoCell(value.toString('latin1', 0, length)));
        return;
      case 'error':
        this.#cells.putText(at, value.toString('utf8', 0, length), CELL.error);
        return;
      case 'string':
        this.#cells.putText(at, value.toString('utf8', 0, length), CELL.text);
    }
  }

  #putShared(at: number, value: Uint8Array, length: number): void {
    let index = 0;
    for (let i = 0; i < length; i++) {
      const digit = (value[i] as number) - 48;
      if (digit >= 0 && digit <= 9) index = index * 10 + digit;
    }
    const { bytes, ends, hashes, size } = this.#strings;
    if (index >= size) {
      this.#refuse(`a cell in row ${this.#row} names text ${index}, but there are ${size} texts`);
    }
    const start = index === 0 ? 0 : (ends[index - 1] as number);
    const column = this.#cells.column(at);
    const hash = hashes[index] as number;
    this.#cells.put(at, column.intern(bytes, start, ends[index] as number, hash, CELL.text));
  }

  #refuse(what: string): never {
    throw new Refusal('damaged-workbook', `The workbook is damaged: ${what}.`, {
      hint: 'Open it in Excel, let Excel repair it, save it and import it again.',
      where: this.#where,
    });
  }

  #refuseLongCell(): never {
    throw new Refusal('cell-too-long', 'A cell holds more text than Excel allows.', {
      hint: 'Excel holds at most 32,767 characters in a cell. Save the data anew from Excel.',
      where: { ...this.#where, row: this.#row },
    });
  }
}

function writtenAs(xml: XmlScanner): Written {
  switch (xml.attributeByte('t')) {
    case 0x73: // s, str
      return xml.attribute('t') === 's' ? 'shared' : 'string';
    case 0x69: // inlineStr
      return 'string';
    case 0x62: // b
      return 'boolean';
    case 0x65: // e
      return 'error';
    case 0x64: // d
      return 'date';
    default:
      return 'number';
  }
}

/** A date of strict workbooks, ISO 8601, as text and type. */
function isoCell(text: string): [string, number] {
  const match = /^(\d{4}-\d{2}-\d{2})?T?(?:(\d{2}:\d{2}:\d{2})(?:\.\d+)?)?Z?$/.exec(text.trim());
  if (!match) return [text, CELL.text];
  const [, date, time] = match;
  if (date === undefined) return [time ?? text, time === undefined ? CELL.text : CELL.time];
  if (time === undefined || time === '00:00:00') return [date, CELL.date];
  return [`${date}T${time}`, CELL.datetime];
}
