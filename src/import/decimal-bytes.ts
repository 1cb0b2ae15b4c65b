const MINUS = 0x2d;
const POINT = 0x2e;
/** Up to fifteen digits a number and its power of ten are exact, and so is their quotient, rounded once. */
const EXACT_DIGITS = 15;
const POWERS = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, i) => Number(`1e${i}`));
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * The number that stands in ASCII bytes, the double nearest to it; NaN when it is none, or too large.
 * Exponents and more than fifteen digits take the way over a string.
 */
export function decimalFromBytes(bytes: Uint8Array, start: number, end: number): number {
  const isNegative = bytes[start] === MINUS;
  const first = isNegative ? start + 1 : start;
  if (end - first > EXACT_DIGITS || end === first) return fromText(bytes, start, end);
  let whole = 0;
  let point = end;
  for (let i = first; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte >= 0x30 && byte <= 0x39) whole = whole * 10 + byte - 0x30;
    else if (byte === POINT && point === end && i > first) point = i;
    else return fromText(bytes, start, end);
  }
  const value = point === end ? whole : whole / (POWERS[end - point - 1] as number);
  return isNegative ? -value : value;
}

function fromText(bytes: Uint8Array, start: number, end: number): number {
  const text = Buffer.from(bytes.subarray(start, Math.min(end, start + 400))).toString('latin1');
  const trimmed = text.trim();
  const value = NUMBER.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}
