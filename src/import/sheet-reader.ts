import { Refusal } from '../model/refusal.ts';
import { CellBuffer } from './cell-buffer.ts';
import { rangeReference } from './cell-reference.ts';
import { MAX_COLUMNS, refuseLongCell, SHEET_LIMITS } from './limits.ts';
import { PlainCells } from './plain-cells.ts';
import { CELL, type Merge } from './raw-table.ts';
import type { SheetCells } from './sheet-cells.ts';
import type { XmlReader, XmlScanner } from './xml-scanner.ts';

const TAGS = ['c', 'v', 'row', 't', 'f', 'rPh', 'mergeCell', 'sheetData', 'col'];
const [CELL_TAG, VALUE, ROW, TEXT, FORMULA, PHONETIC, MERGE, DATA, COLUMNS] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8,
] as const;
const MOST_MERGES = 10_000;
const LONGEST_FORMULA = 200;

/** Cell types of SpreadsheetML by their first letters: s, str, inlineStr, b, e, d, n. */
type Written = 'shared' | 'string' | 'boolean' | 'error' | 'date' | 'number';

/** Where in the sheet the reading is: 1-based row, 0-based column, -1 before the first. */
export interface SheetPlace {
  row: number;
  column: number;
  hidden: boolean;
}

/**
 * Reads the XML of one worksheet into cells: values only, formulas by the result saved with them.
 * Plain cells are taken by {@link PlainCells}, all others here, element by element.
 * @throws Refusal `damaged-workbook`, `cell-too-long`, `too-many-columns`
 */
export class SheetReader implements XmlReader {
  readonly tags = TAGS;
  readonly merges: Merge[] = [];
  /** 0-based columns that are hidden, of those that a table can have. */
  readonly hiddenColumns = new Set<number>();
  readonly #cells: SheetCells;
  readonly #where: { file: string; sheet: string };
  readonly #place: SheetPlace = { row: 0, column: -1, hidden: false };
  #plain: PlainCells | undefined;
  /** How deep the open row stands; -1 between rows. */
  #rowDepth = -1;
  /** Elsewhere in a sheet are other things called row: anchors of pictures and controls. */
  #inData = false;
  #hadData = false;
  #inCell = false;
  #style = 0;
  #written: Written = 'number';
  #hasValue = false;
  #hasFormula = false;
  #phonetic = false;
  #into: 'value' | 'formula' | null = null;
  readonly #value = new CellBuffer();
  readonly #formula = new CellBuffer();

  constructor(cells: SheetCells, where: { file: string; sheet: string }) {
    this.#cells = cells;
    this.#where = where;
  }

  shortcut(bytes: Uint8Array, at: number, depth: number): number {
    return depth === this.#rowDepth && this.#plain ? this.#plain.take(bytes, at) : at;
  }

  open(tag: number, xml: XmlScanner): void {
    if (tag === DATA) this.#openData();
    else if (!this.#inData) this.#openOther(tag, xml);
    else if (tag === CELL_TAG) this.#openCell(xml);
    else if (tag === VALUE || tag === TEXT) {
      this.#hasValue = true;
      this.#into = this.#phonetic ? null : 'value';
    } else if (tag === ROW) this.#openRow(xml);
    else if (tag === FORMULA) {
      this.#hasFormula = true;
      this.#into = 'formula';
    } else if (tag === PHONETIC) this.#phonetic = true;
  }

  close(tag: number): void {
    if (tag === DATA) this.#inData = false;
    else if (!this.#inData) return;
    else if (tag === CELL_TAG) this.#closeCell();
    else if (tag === VALUE || tag === TEXT || tag === FORMULA) this.#into = null;
    else if (tag === PHONETIC) this.#phonetic = false;
    else if (tag === ROW) {
      this.#rowDepth = -1;
      this.#cells.endRow(this.#place.row, this.#place.hidden);
    }
  }

  text(bytes: Uint8Array, start: number, end: number, literal: boolean): void {
    if (this.#into === 'value') {
      const fits = this.#value.append(bytes, start, end, literal);
      if (!fits) refuseLongCell({ ...this.#where, row: this.#place.row });
    } else if (this.#into === 'formula' && this.#formula.length < LONGEST_FORMULA) {
      let last = Math.min(end, start + LONGEST_FORMULA);
      while (last < end && ((bytes[last] as number) & 0xc0) === 0x80) last--;
      this.#formula.append(bytes, start, last, literal);
    }
  }

  #openData(): void {
    if (this.#hadData) this.#refuse('it has its rows twice');
    this.#hadData = true;
    this.#inData = true;
  }

  #openOther(tag: number, xml: XmlScanner): void {
    if (tag === COLUMNS && isTrue(xml.attributeByte('hidden'))) {
      const last = Math.min(xml.attributeNumber('max'), MAX_COLUMNS);
      for (let at = Math.max(1, xml.attributeNumber('min')); at <= last; at++) {
        this.hiddenColumns.add(at - 1);
      }
    }
    if (tag !== MERGE || this.merges.length === MOST_MERGES) return;
    const merge = rangeReference(xml.attribute('ref') ?? '');
    if (merge) this.merges.push(merge);
  }

  #openRow(xml: XmlScanner): void {
    if (this.#rowDepth >= 0) this.#refuse(`a row stands inside row ${this.#place.row}`);
    const place = this.#place;
    const number = xml.attributeNumber('r');
    const next = number < 0 ? place.row + 1 : number;
    if (next <= place.row) this.#refuse(`row ${next} comes after row ${place.row}`);
    if (next > SHEET_LIMITS.rows) this.#refuse(`it has a row ${next}, but Excel ends at 1,048,576`);
    place.row = next;
    place.column = -1;
    place.hidden = isTrue(xml.attributeByte('hidden'));
    this.#rowDepth = xml.depth;
    this.#plain ??= new PlainCells(this.#cells, place, xml.prefix);
  }

  #openCell(xml: XmlScanner): void {
    const place = this.#place;
    if (this.#rowDepth < 0) this.#refuse(`a cell stands outside the rows, after row ${place.row}`);
    if (this.#inCell) this.#refuse(`a cell of row ${place.row} stands inside another`);
    this.#inCell = true;
    const named = xml.attributeColumn('r');
    const at = named === -1 ? place.column + 1 : named;
    if (at < 0 || at >= SHEET_LIMITS.columns) {
      const name = (xml.attribute('r') ?? '').slice(0, 20);
      this.#refuse(`a cell in row ${place.row} is called “${name}”`);
    }
    if (at <= place.column) this.#refuse(`the cells of row ${place.row} are out of order`);
    place.column = at;
    this.#style = Math.max(0, xml.attributeNumber('s'));
    this.#written = writtenAs(xml);
    this.#hasValue = false;
    this.#hasFormula = false;
    this.#value.clear();
    this.#formula.clear();
  }

  #closeCell(): void {
    this.#inCell = false;
    const { bytes, length } = this.#value;
    const at = this.#place.column;
    if (length === 0) {
      const saved = this.#hasValue && this.#written === 'string';
      if (this.#hasFormula && !saved) this.#putText(`=${textOf(this.#formula)}`, CELL.uncalculated);
      return;
    }
    switch (this.#written) {
      case 'shared':
        this.#putShared();
        return;
      case 'number':
        this.#cells.putNumber(at, bytes, 0, length, this.#style);
        return;
      case 'boolean':
        this.#putText(isTrue(bytes[0]) ? 'TRUE' : 'FALSE', CELL.boolean);
        return;
      case 'date':
        this.#putText(...isoCell(textOf(this.#value)));
        return;
      case 'error':
        this.#cells.putText(at, bytes, 0, length, CELL.error);
        return;
      case 'string':
        this.#cells.putText(at, bytes, 0, length, CELL.text);
    }
  }

  #putText(text: string, type: number): void {
    const bytes = Buffer.from(text);
    this.#cells.putText(this.#place.column, bytes, 0, bytes.length, type);
  }

  #putShared(): void {
    const index = textOf(this.#value).trim();
    const { row, column } = this.#place;
    if (/^\d+$/.test(index) && this.#cells.putShared(column, Number(index))) return;
    const name = index.slice(0, 20);
    this.#refuse(`a cell in row ${row} names text ${name}, which the workbook does not have`);
  }

  #refuse(what: string): never {
    throw new Refusal('damaged-workbook', `The workbook is damaged: ${what}.`, {
      hint: 'Open it in Excel, let Excel repair it, save it and import it again.',
      where: this.#where,
    });
  }
}

function textOf({ bytes, length }: CellBuffer): string {
  return bytes.toString('utf8', 0, length);
}

/** `1` or `true`. */
function isTrue(byte: number | undefined): boolean {
  return byte === 0x31 || byte === 0x74;
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
