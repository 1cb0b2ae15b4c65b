import { AnswersTally } from './answers-tally.ts';
import { SERIALS } from './serials.ts';

const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;
const SPACE = 0x20;

/** A text that is to be judged by itself. */
export const BY_ITSELF = 0;

/** Whole numbers that are judged one by one before they count as alike: see ColumnTally.wholes. */
export const WHOLES = 2_000;
/** So many texts of words are judged one by one: enough to see that they are no list of answers. */
const WORDS = 100;

const MARKS = [
  [1, ','],
  [2, ';'],
  [4, '|'],
] as const;

/**
 * Tells which texts of a column are alike: everything that the import asks about a text has the same
 * answer for all of them, but for the value of a number. So one of them can be judged for all. It only
 * knows the shapes that large columns are made of; every other text is {@link BY_ITSELF}.
 */
export class AlikeCells {
  readonly #wholes = new Set<number>();
  #words = 0;
  readonly #answers = new AnswersTally();
  #longest = 0;

  /** The group of the text between two places; texts come in order of first appearance. */
  group(bytes: Uint8Array, start: number, end: number): number {
    const first = bytes[start] as number;
    if (first === 0x2d || (first >= ZERO && first <= NINE)) return this.#number(bytes, start, end);
    if (isLetter(first)) return codeGroup(bytes, start, end) || this.#wordGroup(bytes, start, end);
    return BY_ITSELF;
  }

  /** `-12.50`: alike when sign, number of digits, zeros at either end and place in Excel's calendar are. */
  #number(bytes: Uint8Array, start: number, end: number): number {
    const number = plainNumber(bytes, start, end);
    if (!number) return BY_ITSELF;
    const { whole, decimals, value, isNegative } = number;
    if (Number.isInteger(value) && this.#wholes.size < WHOLES) {
      this.#wholes.add(value);
      return BY_ITSELF;
    }
    const digits = isNegative ? start + 1 : start;
    let group = (whole * 8 + decimals) * 2 + (isNegative ? 1 : 0);
    group = group * 2 + (bytes[digits] === ZERO ? 1 : 0);
    group = group * 2 + (decimals > 0 && bytes[end - 1] === ZERO ? 1 : 0);
    group = group * 2 + (Number.isInteger(value) ? 1 : 0);
    return group * 2 + (whole === 5 && value >= SERIALS[0] && value <= SERIALS[1] ? 1 : 0);
  }

  /** Two words and more, in ASCII; with a mark that divides answers only once it is sure not to do so. */
  #wordGroup(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length <= 16 || (bytes[end - 1] as number) <= SPACE) return BY_ITSELF;
    let space = start;
    while (space < end && isLetter(bytes[space] as number)) space++;
    if (space - start < 2 || bytes[space] !== SPACE || !isLetter(bytes[space + 1] as number)) {
      return BY_ITSELF;
    }
    let marks = 0;
    for (let at = space; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte > 0x7e || byte === 0x5c) return BY_ITSELF;
      if (byte === 0x2c) marks |= 1;
      else if (byte === 0x3b) marks |= 2;
      else if (byte === 0x7c) marks |= 4;
    }
    if (marks > 0 && !this.#divideNothing(marks, bytes, start, end)) return BY_ITSELF;
    if (length > this.#longest) this.#longest = length;
    else if (this.#words >= WORDS) return (length > 60 ? 2 : length > 40 ? 3 : 4) + marks * 8;
    this.#words++;
    return BY_ITSELF;
  }

  /** Whether the texts so far have shown that these marks do not divide answers. */
  #divideNothing(marks: number, bytes: Uint8Array, start: number, end: number): boolean {
    const isOpen = MARKS.some(([bit, mark]) => marks & bit && !this.#answers.hasFailed(mark));
    if (!isOpen) return true;
    this.#answers.add(Buffer.from(bytes.subarray(start, end)).toString('latin1'), 1);
    return false;
  }
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
  const isNegative = bytes[start] === 0x2d;
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
  const mark = bytes[at] as number;
  const hasMark = mark === 0x2d || mark === 0x5f || mark === 0x2f;
  if (hasMark) at++;
  const digits = end - at;
  if (letters > 4 || digits < 3 || digits > 15) return BY_ITSELF;
  // A month and a year.
  if (letters > 2 && digits === 4) return BY_ITSELF;
  for (; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte < ZERO || byte > NINE) return BY_ITSELF;
  }
  return 100_000 + (letters * 16 + digits) * 256 + (hasMark ? mark : 0);
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
