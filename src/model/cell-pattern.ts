const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;
/** More digits are not sure to be whole as a number. */
const MOST_DIGITS = 15;
/** No text that a pattern describes is longer. */
export const LONGEST = 40;

/** No text has this key. */
export const NO_KEY = -1;

/**
 * How the cells of a column are written, when all that tells them apart is their digits: dates, codes
 * such as `HB-0001`, numbers. Such a text is known by its digits as one number, its key, and is made
 * again from it byte for byte.
 */
export class CellPattern {
  /** Fixed: 0 where a digit stands, else the byte that does. Empty for numbers of any length. */
  readonly template: Uint8Array;
  /** For numbers: digits after the point. */
  readonly decimals: number;

  private constructor(template: Uint8Array, decimals: number) {
    this.template = template;
    this.decimals = decimals;
  }

  /** The pattern of the number or the code that a cell holds; undefined where digits do not make it. */
  static of(text: Uint8Array): CellPattern | undefined {
    const template = text.map((byte) => (byte >= ZERO && byte <= NINE ? 0 : byte));
    const digits = template.filter((byte) => byte === 0).length;
    if (digits === 0 || digits > MOST_DIGITS || text.length > LONGEST) return undefined;
    const others = template.filter((byte) => byte !== 0);
    const point = template.indexOf(POINT);
    const isNumber = others.length === 0 || (others.length === 1 && point > 0);
    if (!isNumber) return new CellPattern(template, 0);
    const isCode = text[0] === ZERO && text.length > 1 && text[1] !== POINT;
    if (isCode && point < 0) return new CellPattern(template, 0);
    return new CellPattern(new Uint8Array(0), point < 0 ? 0 : text.length - point - 1);
  }

  /** A pattern that came from another thread. */
  static from({ template, decimals }: Pick<CellPattern, 'template' | 'decimals'>): CellPattern {
    return new CellPattern(template, decimals);
  }

  key(bytes: Uint8Array, start: number, end: number): number {
    return this.template.length > 0
      ? this.#code(bytes, start, end)
      : this.#number(bytes, start, end);
  }

  text(key: number): string {
    if (this.template.length === 0 && this.decimals === 0) return String(key);
    return String.fromCharCode(...SCRATCH.subarray(0, this.write(key, SCRATCH, 0)));
  }

  /** Bytes of the longest text of keys up to this one. */
  longest(high: number): number {
    return this.write(Math.max(0, high), SCRATCH, 0);
  }

  /** Writes the text of a key to `into` from `at` on; gives where it ends. */
  write(key: number, into: Uint8Array, at: number): number {
    const template = this.template;
    let rest = key;
    if (template.length > 0) {
      for (let i = template.length - 1; i >= 0; i--) {
        const fixed = template[i] as number;
        if (fixed !== 0) into[at + i] = fixed;
        else {
          const tens = tenth(rest);
          into[at + i] = ZERO + rest - tens * 10;
          rest = tens;
        }
      }
      return at + template.length;
    }
    const decimals = this.decimals;
    let digits = decimals + 1;
    for (let above = 10 ** digits; above <= key; above *= 10) digits++;
    const end = at + digits + (decimals > 0 ? 1 : 0);
    const point = decimals > 0 ? end - 1 - decimals : -1;
    for (let i = end - 1; i >= at; i--) {
      if (i === point) into[i] = POINT;
      else {
        const tens = tenth(rest);
        into[i] = ZERO + rest - tens * 10;
        rest = tens;
      }
    }
    return end;
  }

  #code(bytes: Uint8Array, start: number, end: number): number {
    const template = this.template;
    const length = template.length;
    if (end - start !== length) return NO_KEY;
    let key = 0;
    for (let i = 0; i < length; i++) {
      const byte = bytes[start + i] as number;
      const wanted = template[i] as number;
      if (wanted === 0) {
        const digit = byte - ZERO;
        if (digit < 0 || digit > 9) return NO_KEY;
        key = key * 10 + digit;
      } else if (byte !== wanted) return NO_KEY;
    }
    return key;
  }

  #number(bytes: Uint8Array, start: number, end: number): number {
    const decimals = this.decimals;
    const point = decimals > 0 ? end - 1 - decimals : -1;
    const whole = (decimals > 0 ? point : end) - start;
    if (whole < 1 || whole + decimals > MOST_DIGITS) return NO_KEY;
    if (whole > 1 && bytes[start] === ZERO) return NO_KEY;
    let key = 0;
    for (let at = start; at < end; at++) {
      const digit = (bytes[at] as number) - ZERO;
      if (at === point) {
        if (digit !== POINT - ZERO) return NO_KEY;
        continue;
      }
      if (digit < 0 || digit > 9) return NO_KEY;
      key = key * 10 + digit;
    }
    return key;
  }
}

/** Room for one text. */
const SCRATCH = new Uint8Array(LONGEST + 1);

/** A whole number without its last digit; many times as fast for those of 31 bits. */
function tenth(number: number): number {
  return number < 0x8000_0000 ? ((number | 0) / 10) | 0 : Math.floor(number / 10);
}
