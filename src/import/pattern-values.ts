import type { CellPattern } from './cell-pattern.ts';
import { packedUtf8 } from './packed-utf8.ts';
import type { RawValues } from './raw-table.ts';
import type { TextTable } from './text-table.ts';

/** Keys that lie this close to one another find their codes by place, others by hash. */
const CLOSE = 1 << 22;
/** No text that a pattern describes is longer. */
const LONGEST = 40;

/**
 * The cells of a column that was kept by keys, as codes in order of first appearance. A negative key
 * is the code of a text that is written otherwise: -1 - code.
 */
export function patternValues(
  keys: Int32Array | Float64Array,
  pattern: CellPattern,
  others: TextTable,
): RawValues {
  const numbers = keyNumbers(keys);
  const otherCodes = new Uint32Array(others.size);
  const codes = new Uint32Array(keys.length);
  // A key, or -1 - a code of the other texts, by new code.
  const found: number[] = [-1];
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number;
    if (key === -1) continue;
    if (key < 0) {
      const other = -1 - key;
      if (otherCodes[other] === 0) otherCodes[other] = found.push(key) - 1;
      codes[row] = otherCodes[other] as number;
    } else {
      const code = numbers(key, found.length);
      if (code === found.length) found.push(key);
      codes[row] = code;
    }
  }
  return Object.assign(textsOf(found, pattern, others), { codes: smallest(codes, found.length) });
}

/** Gives each key the code that it was first given. */
function keyNumbers(keys: Int32Array | Float64Array): (key: number, next: number) => number {
  let low = Number.POSITIVE_INFINITY;
  let high = -1;
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number;
    if (key < 0) continue;
    if (key < low) low = key;
    if (key > high) high = key;
  }
  if (high - low >= CLOSE) {
    const known = new Map<number, number>();
    return (key, next) => {
      const code = known.get(key);
      if (code !== undefined) return code;
      known.set(key, next);
      return next;
    };
  }
  const places = new Uint32Array(Math.max(0, high - low + 1));
  return (key, next) => {
    const code = places[key - low] as number;
    if (code !== 0) return code;
    places[key - low] = next;
    return next;
  };
}

function textsOf(found: readonly number[], pattern: CellPattern, others: TextTable) {
  const ends = new Uint32Array(found.length);
  let bytes = Buffer.allocUnsafe(found.length * 12 + LONGEST);
  let at = 0;
  for (let code = 1; code < found.length; code++) {
    const key = found[code] as number;
    const other = key < 0 ? others.bytesOf(-1 - key) : undefined;
    const most = at + (other?.length ?? LONGEST);
    if (most > bytes.length) {
      const larger = Buffer.allocUnsafe(Math.ceil(most * 1.6));
      bytes.copy(larger, 0, 0, at);
      bytes = larger;
    }
    if (other) bytes.set(other, at);
    at = other ? most : pattern.write(key, bytes, at);
    ends[code] = at;
  }
  return packedUtf8(bytes.subarray(0, at), ends);
}

function smallest(codes: Uint32Array, size: number): RawValues['codes'] {
  if (size <= 0x100) return Uint8Array.from(codes);
  return size <= 0x1_0000 ? Uint16Array.from(codes) : codes;
}
