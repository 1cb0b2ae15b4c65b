const AMPERSAND = 0x26;
const RETURN = 0x0d;
const LESS = 0x3c;
const UNDERSCORE = 0x5f;
const X = 0x78;

/** Whether a word stands at a place. */
export function isAt(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return false;
  return true;
}

/**
 * The place of the `<` that ends a text; past the end of the bytes where the text is not all there, or
 * has to be decoded first.
 */
export function endOfText(bytes: Uint8Array, start: number): number {
  const length = bytes.length;
  for (let at = start; at < length; at++) {
    if (bytes[at] === LESS) return at;
    if (isCoded(bytes, at)) break;
  }
  return length;
}

/** Whether a text has to be decoded. */
export function needsDecoding(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isCoded(bytes, at)) return true;
  return false;
}

/** An entity, a carriage return, or an escape of Excel's own begins here. */
function isCoded(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  return byte === AMPERSAND || byte === RETURN || (byte === UNDERSCORE && bytes[at + 1] === X);
}

/** A whole number of up to nine digits; -1 for anything else. */
export function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end === start || end > start + 9) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}
