import { packedUtf8 } from './packed-utf8.ts';
import { CELL, type CellType, type RawValues } from './raw-table.ts';
import { PLAIN_NUMBER, plainNumber, type SheetNumbers } from './sheet-numbers.ts';
import type { TextPool } from './text-pool.ts';

/** The cells of a column of a sheet: for each row a code, for each code a kind and a key. */
export interface SheetCodes {
  codes: RawValues['codes'];
  /** Below {@link PLAIN_NUMBER} the {@link CELL} type of a text, else a kind of number. */
  kinds: Uint32Array;
  /** The number of the text, or the number itself. */
  keys: Float64Array;
}

/** Kinds of which no two cells that differ come out as the same text and type. */
const SINGULAR = new Set<number>([
  CELL.text,
  CELL.boolean,
  CELL.error,
  CELL.uncalculated,
  PLAIN_NUMBER,
]);
const ZERO = 0x30;
/** A number is never written longer: 17 digits, 323 zeros, sign and point. */
const LONGEST_NUMBER = 400;

/** Says in words what the cells of a column are, each different one once. */
export function sheetValues(cells: SheetCodes, pool: TextPool, numbers: SheetNumbers): RawValues {
  const isSingular = cells.kinds.every((kind) => SINGULAR.has(kind));
  return isSingular ? packedValues(cells, pool) : mergedValues(cells, pool, numbers);
}

/** Texts and plain numbers, as bytes: nothing becomes a string here. */
function packedValues(cells: SheetCodes, pool: TextPool): RawValues {
  const { codes, kinds } = cells;
  const ends = new Uint32Array(kinds.length);
  const bytes = packed(cells, pool, ends);
  return Object.assign(packedUtf8(bytes, ends, typesOf(kinds)), { codes });
}

/** The texts end to end, and where each ends. */
function packed({ kinds, keys }: SheetCodes, pool: TextPool, ends: Uint32Array): Buffer {
  let bytes: Buffer = Buffer.allocUnsafe(LONGEST_NUMBER + kinds.length * 8);
  let end = 0;
  for (let code = 1; code < kinds.length; code++) {
    const isNumber = kinds[code] === PLAIN_NUMBER;
    const key = keys[code] as number;
    const most = end + (isNumber ? LONGEST_NUMBER : pool.lengthOf(key));
    if (most > bytes.length) bytes = enlarged(bytes, end, most);
    end = isNumber ? writeNumber(key, bytes, end) : pool.copy(key, bytes, end);
    ends[code] = end;
  }
  return bytes.subarray(0, end);
}

function typesOf(kinds: Uint32Array): Uint8Array {
  const types = new Uint8Array(kinds.length);
  for (let code = 0; code < kinds.length; code++) {
    const kind = kinds[code] as number;
    types[code] = kind === PLAIN_NUMBER ? CELL.number : kind;
  }
  return types;
}

function enlarged(bytes: Buffer, end: number, most: number): Buffer {
  const larger = Buffer.allocUnsafe(Math.ceil(most * 1.6));
  bytes.copy(larger, 0, 0, end);
  return larger;
}

function writeNumber(value: number, into: Uint8Array, at: number): number {
  if (!(Number.isInteger(value) && value >= 0 && value < 1e9)) {
    const text = plainNumber(value);
    for (let i = 0; i < text.length; i++) into[at + i] = text.charCodeAt(i);
    return at + text.length;
  }
  let end = at + 1;
  for (let above = 10; above <= value; above *= 10) end++;
  for (let i = end - 1, rest = value; i >= at; i--) {
    const tens = Math.trunc(rest / 10);
    into[i] = ZERO + rest - tens * 10;
    rest = tens;
  }
  return end;
}

/** Makes one of those that come out the same, as a day that two cells hold at different times of day. */
function mergedValues(
  { codes, kinds, keys }: SheetCodes,
  pool: TextPool,
  numbers: SheetNumbers,
): RawValues {
  const known = new Map<string, number>();
  const dictionary: string[] = [];
  const types: CellType[] = [];
  const places = new Uint32Array(kinds.length);
  for (let code = 0; code < kinds.length; code++) {
    const kind = kinds[code] as number;
    const key = keys[code] as number;
    const [text, type] = kind < PLAIN_NUMBER ? [pool.text(key), kind] : numbers.written(kind, key);
    const word = `${type} ${text}`;
    const place = known.get(word) ?? dictionary.push(text) - 1;
    if (place === types.length) {
      types.push(type);
      known.set(word, place);
    }
    places[code] = place;
  }
  return {
    codes: codes.map((code) => places[code] as number),
    dictionary,
    types: Uint8Array.from(types),
  };
}
