import { type DateSystem, excelDate, excelTime } from './excel-date.ts';
import { digitsAsWritten, type NumberMeaning } from './number-format.ts';
import { CELL, type CellType } from './raw-table.ts';

/** Kinds of cells below this one are texts, by their {@link CELL} type; this one is a plain number. */
export const PLAIN_NUMBER = 16;

/**
 * What the styles of a workbook make of numbers: number, date, time, code. Styles that mean the same
 * share a kind, so that a number is the same cell under all of them.
 */
export class SheetNumbers {
  readonly #kinds: Uint32Array;
  readonly #meanings: NumberMeaning[] = [{ as: 'number' }];
  readonly #system: DateSystem;

  constructor(meanings: readonly NumberMeaning[], system: DateSystem) {
    const known = new Map([['number', PLAIN_NUMBER]]);
    this.#system = system;
    this.#kinds = Uint32Array.from(meanings, (meaning) => {
      const key = meaning.as === 'digits' ? `digits ${meaning.pattern}` : meaning.as;
      const kind = known.get(key) ?? PLAIN_NUMBER + this.#meanings.length;
      if (!known.has(key)) this.#meanings.push(meaning);
      known.set(key, kind);
      return kind;
    });
  }

  /** The kind of numbers in a style. */
  kind(style: number): number {
    return style < this.#kinds.length ? (this.#kinds[style] as number) : PLAIN_NUMBER;
  }

  /** A number of a kind as text and type; as a plain number where its format has no such value. */
  written(kind: number, value: number): [text: string, type: CellType] {
    const meaning = this.#meanings[kind - PLAIN_NUMBER];
    switch (meaning?.as) {
      case 'date':
        return typed(excelDate(value, this.#system, false), CELL.date, value);
      case 'datetime':
      case 'time':
        return value < 1
          ? typed(excelTime(value), CELL.time, value)
          : typed(excelDate(value, this.#system, true), CELL.datetime, value);
      case 'duration':
        return typed(excelTime(value), CELL.time, value);
      case 'digits':
        return typed(digitsAsWritten(value, meaning.pattern), CELL.text, value);
      default:
        return [plainNumber(value), CELL.number];
    }
  }
}

function typed(text: string | undefined, type: CellType, value: number): [string, CellType] {
  return text === undefined ? [plainNumber(value), CELL.number] : [text, type];
}

/** A number in the fewest digits that are exact, small ones without an exponent. */
export function plainNumber(value: number): string {
  const text = String(value);
  const at = text.indexOf('e-');
  if (at < 0) return text;
  const digits = text.slice(0, at);
  const sign = value < 0 ? '-' : '';
  return `${sign}0.${'0'.repeat(Number(text.slice(at + 2)) - 1)}${digits.replace(/[-.]/g, '')}`;
}
