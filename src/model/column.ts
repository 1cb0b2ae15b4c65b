import { isoDate } from './calendar.ts';
import type { PackedTexts } from './packed-texts.ts';
import type { Kind } from './variable.ts';

interface ColumnBase {
  /** One entry a row: 0 = present, k = missing because of `reasons[k - 1]`. */
  missing: Uint8Array;
  reasons: readonly string[];
  /** Present when the column is not whole in memory yet: reading its arrays makes it so. */
  readonly source?: ColumnSource;
}

/** Gives a column piece by piece, for whoever writes it away and needs no more of it at a time. */
export interface ColumnSource {
  /** The rows from one up to another: in `room`, until that is used again, or where they are kept. */
  stretch(from: number, to: number, room?: Stretch): Stretch;
  /** The same rows as codes, for a column that is kept so. */
  coded?(from: number, to: number): CodedStretch;
  /** What the codes of these stretches stand for. */
  texts: SourceTexts;
}

export interface Stretch {
  /** Values, days or codes. */
  values: Float64Array;
  missing: Uint8Array;
}

export interface CodedStretch {
  /** A code for each row, in pieces one after another. */
  pieces: readonly (Uint8Array | Uint16Array | Uint32Array)[];
  /** The same object for all stretches of a column. */
  meaning: CodeMeaning;
}

/** What codes stand for. */
export interface CodeMeaning {
  /** The value of each; or how much less than the code it is, with 0 for codes below. */
  values: Float64Array | Uint32Array | number;
  /** Of each, what {@link ColumnBase.missing} says of its rows; undefined where no row is missing. */
  missing: Uint8Array | undefined;
}

/** Room for so many rows. */
export function stretchRoom(rows: number): Stretch {
  return { values: new Float64Array(rows), missing: new Uint8Array(rows) };
}

export interface SourceTexts {
  size: number;
  /** A text may stand in more than one place. */
  repeats: boolean;
  /** All of them, in parts one after another. */
  parts(): Iterable<PackedTexts | readonly string[]>;
}

/** integer, decimal, yesno (0/1). The value of a missing row is NaN. */
export interface NumberColumn extends ColumnBase {
  type: 'numbers';
  values: Float64Array;
}

/** date. Day numbers (calendar.ts). The value of a missing row is 0 and means nothing. */
export interface DayColumn extends ColumnBase {
  type: 'days';
  values: Int32Array;
}

/** category, text, identifier, datetime, time. The code of a missing row is 0 and means nothing. */
export interface CodeColumn extends ColumnBase {
  type: 'codes';
  codes: Uint32Array;
  /** May be made when it is first read: take {@link valueAt} for single cells. */
  readonly dictionary: readonly string[];
  /** The texts of the dictionary, where they are not strings yet. */
  readonly texts?: PackedTexts;
}

/** All values of one variable, in row order: the working form of the data. */
export type Column = NumberColumn | DayColumn | CodeColumn;

/** A value as it leaves a column: ISO text for dates, null when missing. */
export type Value = string | number | null;

export function columnType(kind: Kind): Column['type'] {
  if (kind === 'integer' || kind === 'decimal' || kind === 'yesno') return 'numbers';
  return kind === 'date' ? 'days' : 'codes';
}

/** The value of one row. */
export function valueAt(column: Column, row: number): Value {
  if (column.missing[row] !== 0) return null;
  switch (column.type) {
    case 'numbers':
      return column.values[row] ?? null;
    case 'days':
      return isoDate(column.values[row] ?? 0);
    case 'codes': {
      const code = column.codes[row] ?? 0;
      return column.texts ? column.texts.text(code) : (column.dictionary[code] ?? null);
    }
  }
}

/** The values of some rows, of which many may be the same text. */
export function valuesAt(column: Column, rows: Uint32Array): Value[] {
  if (column.type !== 'codes' || !column.texts)
    return Array.from(rows, (row) => valueAt(column, row));
  const { missing, codes, texts } = column;
  const known = new Map<number, string>();
  return Array.from(rows, (row) => {
    if (missing[row] !== 0) return null;
    const code = codes[row] ?? 0;
    const text = known.get(code) ?? texts.text(code);
    known.set(code, text);
    return text;
  });
}

/** A code column whose dictionary becomes strings only when it is read as a whole. */
export function packedColumn(
  column: Pick<CodeColumn, 'codes' | 'missing' | 'reasons'> & { texts: PackedTexts },
): CodeColumn {
  const { codes, missing, reasons, texts } = column;
  return {
    type: 'codes',
    codes,
    missing,
    reasons,
    texts,
    get dictionary() {
      return texts.all();
    },
  };
}

/** The source of any column: of one in memory, its own arrays. */
export function sourceOf(column: Column): ColumnSource {
  if (column.source) return column.source;
  const { missing } = column;
  const values = column.type === 'codes' ? column.codes : column.values;
  const texts = column.type === 'codes' ? (column.texts ?? column.dictionary) : [];
  return {
    stretch: (from, to) => {
      const own = values.subarray(from, to);
      return {
        values: own instanceof Float64Array ? own : Float64Array.from(own),
        missing: missing.subarray(from, to),
      };
    },
    texts: {
      size: 'size' in texts ? texts.size : texts.length,
      repeats: false,
      parts: () => [texts],
    },
  };
}

/** The value of one row as text; '' when missing. */
export function textAt(column: Column, row: number): string {
  const value = valueAt(column, row);
  return value === null ? '' : String(value);
}

/** Why a row is missing; null when it is present. */
export function missingReason(column: Column, row: number): string | null {
  const code = column.missing[row] ?? 0;
  return code === 0 ? null : (column.reasons[code - 1] ?? 'missing');
}

/** The reason of a cell that was simply empty in the source. */
export const EMPTY = 'empty';

/** The reason of a cell that was kept as text because it did not fit. */
export const DID_NOT_FIT = 'not a valid value';
