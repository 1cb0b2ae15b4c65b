import { type DateSystem, excelDate, excelTime } from './excel-date.ts';
import { digitsAsWritten, type NumberMeaning } from './number-format.ts';
import { hashBytes } from './raw-column.ts';
import { CELL, type CellType } from './raw-table.ts';
import type { SheetCells } from './sheet-cells.ts';

/** Puts the numbers of a sheet as what their format makes of them: number, date, time, code. */
export class SheetNumbers {
  readonly #cells: SheetCells;
  readonly #meanings: readonly NumberMeaning[];
  readonly #system: DateSystem;
  /** For each column, codes of numbers that were already turned into text, by number and style. */
  readonly #known: Map<string | number, number>[] = [];

  constructor(cells: SheetCells, meanings: readonly NumberMeaning[], system: DateSystem) {
    this.#cells = cells;
    this.#meanings = meanings;
    this.#system = system;
  }

  put(at: number, bytes: Buffer, length: number, style: number): void {
    const meaning = this.#meanings[style];
    const column = this.#cells.column(at);
    if ((meaning === undefined || meaning.as === 'number') && isPlain(bytes, length)) {
      const hash = hashBytes(bytes, 0, length);
      this.#cells.put(at, column.intern(bytes, 0, length, hash, CELL.number));
      return;
    }
    this.#known[at] ??= new Map();
    const known = this.#known[at];
    const serial = wholeNumber(bytes, length);
    const key =
      serial < 0 ? `${style} ${bytes.toString('latin1', 0, length)}` : serial * 65_536 + style;
    let code = known.get(key);
    if (code === undefined) {
      const [text, type] = this.#text(bytes.toString('latin1', 0, length).trim(), meaning);
      code = column.internText(text, type);
      if (known.size < 200_000) known.set(key, code);
    }
    this.#cells.put(at, code);
  }

  #text(written: string, meaning: NumberMeaning | undefined): [string, CellType] {
    const value = Number(written);
    if (!Number.isFinite(value)) return [written, CELL.text];
    const plain = plainNumber(value);
    switch (meaning?.as) {
      case 'date':
        return typed(excelDate(value, this.#system, false), CELL.date, plain);
      case 'datetime':
        return value < 1
          ? typed(excelTime(value), CELL.time, plain)
          : typed(excelDate(value, this.#system, true), CELL.datetime, plain);
      case 'time':
        return value < 1
          ? typed(excelTime(value), CELL.time, plain)
          : typed(excelDate(value, this.#system, true), CELL.datetime, plain);
      case 'duration':
        return typed(excelTime(value), CELL.time, plain);
      case 'digits':
        return typed(digitsAsWritten(value, meaning.pattern), CELL.text, plain);
      default:
        return [plain, CELL.number];
    }
  }
}

function typed(text: string | undefined, type: CellType, plain: string): [string, CellType] {
  return text === undefined ? [plain, CELL.number] : [text, type];
}

/** Up to fifteen digits, written as we would write them: no leading or trailing zeros, no exponent. */
function isPlain(bytes: Uint8Array, length: number): boolean {
  const first = bytes[0] === 0x2d ? 1 : 0;
  if (length - first > 15 || length === first) return false;
  let point = -1;
  for (let i = first; i < length; i++) {
    const byte = bytes[i] as number;
    if (byte === 0x2e && point < 0) point = i;
    else if (byte < 0x30 || byte > 0x39) return false;
  }
  if (point < 0) return bytes[first] !== 0x30 || length === 1;
  if (point === first || bytes[length - 1] === 0x30 || point === length - 1) return false;
  if (bytes[first] !== 0x30) return true;
  // Below 0.000001 a number is written with an exponent.
  return point === first + 1 && (bytes[point + 1] !== 0x30 || bytes[point + 2] !== 0x30);
}

/** A whole number of up to nine digits; -1 for anything else. */
function wholeNumber(bytes: Uint8Array, length: number): number {
  if (length > 9) return -1;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const digit = (bytes[i] as number) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** A number without an exponent where that is exact enough: Excel itself holds 15 digits. */
function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') && Math.abs(value) < 1 ? value.toFixed(20).replace(/0+$/, '') : text;
}
