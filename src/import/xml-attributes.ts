import type { Refusal } from '../model/refusal.ts';
import { decodeEntities } from './xml-entities.ts';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const MOST_ATTRIBUTES = 64;
export const BROKEN_TAG = 'a tag in it is broken';

/** The attributes of the element that was just read, as places in its bytes. */
export class XmlAttributes {
  readonly #fault: (what: string) => Refusal;
  #bytes: Buffer = Buffer.alloc(0);
  #count = 0;
  /** Where the name of each attribute begins, with its prefix and without. */
  readonly #wholeStart = new Int32Array(MOST_ATTRIBUTES);
  readonly #nameStart = new Int32Array(MOST_ATTRIBUTES);
  readonly #nameEnd = new Int32Array(MOST_ATTRIBUTES);
  readonly #valueStart = new Int32Array(MOST_ATTRIBUTES);
  readonly #valueEnd = new Int32Array(MOST_ATTRIBUTES);

  constructor(fault: (what: string) => Refusal) {
    this.#fault = fault;
  }

  /** Reads up to the end of the tag, `>` or `/`, and gives its place; -1 when it is not all there yet. */
  read(bytes: Buffer, from: number): number {
    this.#bytes = bytes;
    const length = bytes.length;
    let at = from;
    let attributes = 0;
    for (;;) {
      while (at < length && (bytes[at] as number) <= 0x20) at++;
      if (at >= length) return -1;
      const byte = bytes[at] as number;
      if (byte === GT || byte === SLASH) {
        this.#count = attributes;
        return at;
      }
      const whole = at;
      let start = at;
      for (; at < length; at++) {
        const b = bytes[at] as number;
        if (b === COLON) start = at + 1;
        else if (b === EQUALS || b === GT || b === LT || b <= 0x20) break;
      }
      const end = at;
      while (at < length && (bytes[at] as number) <= 0x20) at++;
      if (at + 1 >= length) return -1;
      if (bytes[at] !== EQUALS) throw this.#fault(BROKEN_TAG);
      at++;
      while (at < length && (bytes[at] as number) <= 0x20) at++;
      const quote = bytes[at];
      if (quote === undefined) return -1;
      if (quote !== 0x22 && quote !== 0x27) throw this.#fault(BROKEN_TAG);
      const valueStart = ++at;
      while (at < length && bytes[at] !== quote && bytes[at] !== LT) at++;
      if (at >= length) return -1;
      if (bytes[at] === LT) throw this.#fault(BROKEN_TAG);
      if (attributes === MOST_ATTRIBUTES) throw this.#fault('a tag in it has too many attributes');
      if (this.#isTwice(whole, end, attributes)) throw this.#fault(BROKEN_TAG);
      this.#wholeStart[attributes] = whole;
      this.#nameStart[attributes] = start;
      this.#nameEnd[attributes] = end;
      this.#valueStart[attributes] = valueStart;
      this.#valueEnd[attributes] = at;
      attributes++;
      const after = bytes[++at] ?? GT;
      if (after > 0x20 && after !== GT && after !== SLASH) throw this.#fault(BROKEN_TAG);
    }
  }

  /** Text of an attribute by its local name; undefined when the element has none such. */
  text(name: string): string | undefined {
    const i = this.#find(name);
    if (i < 0) return undefined;
    const text = this.#bytes.toString('utf8', this.#valueStart[i], this.#valueEnd[i]);
    return text.includes('&') ? decodeEntities(text) : text;
  }

  /** First byte of an attribute, 0 when it is empty or absent: enough for one-letter codes. */
  firstByte(name: string): number {
    const i = this.#find(name);
    return i < 0 || this.#valueStart[i] === this.#valueEnd[i]
      ? 0
      : (this.#bytes[this.#valueStart[i] as number] as number);
  }

  /** A whole number in an attribute; -1 when it is absent or anything else. */
  number(name: string): number {
    const i = this.#find(name);
    if (i < 0 || this.#valueStart[i] === this.#valueEnd[i]) return -1;
    let value = 0;
    const end = this.#valueEnd[i] as number;
    for (let at = this.#valueStart[i] as number; at < end; at++) {
      const digit = (this.#bytes[at] as number) - 48;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  /** 0-based column of a cell reference in an attribute; -1 when it is absent, -2 when it is not one. */
  column(name: string): number {
    const i = this.#find(name);
    if (i < 0) return -1;
    const start = this.#valueStart[i] as number;
    const end = this.#valueEnd[i] as number;
    let letters = 0;
    let at = start;
    for (; at < end && at < start + 4; at++) {
      const letter = (this.#bytes[at] as number) & ~0x20;
      if (letter < 65 || letter > 90) break;
      letters = letters * 26 + letter - 64;
    }
    return at === start || at === end || at > start + 3 ? -2 : letters - 1;
  }

  #find(name: string): number {
    for (let i = 0; i < this.#count; i++) {
      const start = this.#nameStart[i] as number;
      if ((this.#nameEnd[i] as number) - start !== name.length) continue;
      let same = true;
      for (let k = 0; same && k < name.length; k++) {
        same = this.#bytes[start + k] === name.charCodeAt(k);
      }
      if (same) return i;
    }
    return -1;
  }

  /** Whether the element has an attribute of this name already. */
  #isTwice(start: number, end: number, attributes: number): boolean {
    for (let i = 0; i < attributes; i++) {
      const from = this.#wholeStart[i] as number;
      if ((this.#nameEnd[i] as number) - from !== end - start) continue;
      let k = start;
      while (k < end && this.#bytes[k] === this.#bytes[from + k - start]) k++;
      if (k === end) return true;
    }
    return false;
  }
}
