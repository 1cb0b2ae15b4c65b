import { type AlikeState, WORDS } from './alike-state.ts';
import { SERIALS } from './serials.ts';

const ZERO = 0x30;
const NINE = 0x39;
const MINUS = 0x2d;
const POINT = 0x2e;
const SPACE = 0x20;
const BACKSLASH = 0x5c;

/** A text that is to be judged by itself. */
export const BY_ITSELF = 0;
/** One of which more has to be known first. */
export const UNDECIDED = 0xffff_ffff;
/** Groups are smaller numbers: those of words up to 24, those of numbers from 256 up to {@link CODES}. */
export const GROUPS = 5_000;
const CODES = 4_096;

/** Marks that may divide answers. */
export const MARKS = [
  [1, ','],
  [2, ';'],
  [4, '|'],
] as const;

/** Marks that codes are divided by. */
const DIVIDERS = [MINUS, 0x5f, 0x2f];

/**
 * The group of the text between two places, and what follows for the state; texts come in order of first
 * appearance. It only knows the forms that large columns are made of: see {@link AlikeCells}.
 */
export function groupOf(bytes: Uint8Array, start: number, end: number, state: AlikeState): number {
  if (start === end) return BY_ITSELF;
  const first = bytes[start] as number;
  if (first === MINUS || isDigit(first)) return numberGroup(bytes, start, end, state);
  if (isLetter(first)) return codeGroup(bytes, start, end) || wordGroup(bytes, start, end, state);
  return BY_ITSELF;
}

/** `-12.50`: alike when sign, number of digits, zeros at either end and place in Excel's calendar are. */
function numberGroup(bytes: Uint8Array, start: number, end: number, state: AlikeState): number {
  const number = plainNumber(bytes, start, end);
  if (!number) return BY_ITSELF;
  const { whole, decimals, value, isNegative } = number;
  const isWhole = Number.isInteger(value);
  if (isWhole && !state.knowsWholes) return UNDECIDED;
  const digits = isNegative ? start + 1 : start;
  let group = (whole * 8 + decimals) * 2 + (isNegative ? 1 : 0);
  group = group * 2 + (bytes[digits] === ZERO ? 1 : 0);
  group = group * 2 + (decimals > 0 && bytes[end - 1] === ZERO ? 1 : 0);
  group = group * 2 + (isWhole ? 1 : 0);
  return group * 2 + (whole === 5 && value >= SERIALS[0] && value <= SERIALS[1] ? 1 : 0);
}

export interface PlainNumber {
  /** Digits before and after the point. */
  whole: number;
  decimals: number;
  value: number;
  isNegative: boolean;
}

/** A number of digits and perhaps a point and a minus sign; undefined for every other text. */
export function plainNumber(
  bytes: Uint8Array,
  start: number,
  end: number,
): PlainNumber | undefined {
  const isNegative = bytes[start] === MINUS;
  let digits = 0;
  let point = -1;
  let key = 0;
  for (let at = isNegative ? start + 1 : start; at < end; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit === POINT - ZERO) {
      if (point >= 0 || digits === 0) return undefined;
      point = at;
    } else {
      if (digit < 0 || digit > 9) return undefined;
      key = key * 10 + digit;
      digits++;
    }
  }
  const decimals = point < 0 ? 0 : end - point - 1;
  if (digits === 0 || digits > 15 || decimals > 6 || (point >= 0 && decimals === 0)) {
    return undefined;
  }
  // Both are exact, so the quotient is the number nearest to the text.
  const size = key / 10 ** decimals;
  const value = isNegative && size !== 0 ? -size : size;
  return { whole: digits - decimals, decimals, value, isNegative };
}

/** `HB-0001`: up to four letters, a mark, at least three digits. */
export function codeGroup(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && isLetter(bytes[at] as number)) at++;
  const letters = at - start;
  const divider = at < end ? DIVIDERS.indexOf(bytes[at] as number) + 1 : 0;
  if (divider > 0) at++;
  const digits = end - at;
  if (letters > 4 || digits < 3 || digits > 15) return BY_ITSELF;
  // A month and a year.
  if (letters > 2 && digits === 4) return BY_ITSELF;
  for (; at < end; at++) if (!isDigit(bytes[at] as number)) return BY_ITSELF;
  return CODES + (letters * 16 + digits) * 4 + divider;
}

/**
 * Two words and more, in ASCII; with a mark that divides answers only once it is sure not to do so. The
 * first ones and each that is longer than those before it are judged by themselves.
 */
function wordGroup(bytes: Uint8Array, start: number, end: number, state: AlikeState): number {
  const length = end - start;
  if (length <= 16 || (bytes[end - 1] as number) <= SPACE) return BY_ITSELF;
  let space = start;
  while (space < end && isLetter(bytes[space] as number)) space++;
  if (space - start < 2 || space + 1 >= end) return BY_ITSELF;
  if (bytes[space] !== SPACE || !isLetter(bytes[space + 1] as number)) return BY_ITSELF;
  let marks = 0;
  for (let at = space; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte > 0x7e || byte === BACKSLASH) return BY_ITSELF;
    if (byte === 0x2c) marks |= 1;
    else if (byte === 0x3b) marks |= 2;
    else if (byte === 0x7c) marks |= 4;
  }
  if ((marks & ~state.harmless) !== 0) return UNDECIDED;
  if (length <= state.longest && state.words >= WORDS) {
    return 1 + marks * 3 + (length > 60 ? 2 : length > 40 ? 1 : 0);
  }
  state.longest = Math.max(state.longest, length);
  state.words++;
  return BY_ITSELF;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
