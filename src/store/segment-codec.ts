import { once } from '../model/once.ts';
import { makePacker } from './kernel/number-packer.ts';

/** Rows a segment. */
export const SEGMENT_ROWS = 1 << 16;

/**
 * How the numbers of a segment are laid out, little-endian: `u8`, `u16`, `u32` are whole numbers above
 * `low`; `f64` are doubles. With no content, `same` is one number throughout, `low`, and `step` is one
 * more in each row, as the numbers of rows are.
 */
export type Encoding = 'same' | 'step' | 'u8' | 'u16' | 'u32' | 'f64';

export interface EncodedNumbers {
  encoding: Encoding;
  /** Least and greatest number; 0 where there is none. */
  low: number;
  high: number;
  content: Uint8Array;
}

const NOTHING = new Uint8Array(0);

type Numbers = Uint8Array | Uint32Array | Int32Array | Float64Array;

const BYTES = { same: 0, step: 0, u8: 1, u16: 2, u32: 4, f64: 8 } as const satisfies Record<
  Encoding,
  number
>;

const packer = once(() => makePacker(SEGMENT_ROWS));

/**
 * Numbers of a segment as small as their range allows; the content is valid until the next call. Where `gaps`
 * is not 0 the number means nothing.
 */
export function encodeNumbers(values: Float64Array, gaps?: Uint8Array): EncodedNumbers {
  const { low, high, isWhole } = packer().take(values, gaps);
  if (low > high) return { encoding: 'same', low: 0, high: 0, content: NOTHING };
  const isExact = isWhole && Math.max(Math.abs(low), Math.abs(high)) <= Number.MAX_SAFE_INTEGER;
  if (isExact && low === high) return { encoding: 'same', low, high, content: NOTHING };
  if (isExact && !gaps && isStep(values, low, high)) {
    return { encoding: 'step', low, high, content: NOTHING };
  }
  if (!isExact || high - low > 0xffff_ffff) {
    return { encoding: 'f64', low, high, content: packer().pack(low, BYTES.f64) };
  }
  const encoding = high - low < 0x100 ? 'u8' : high - low < 0x1_0000 ? 'u16' : 'u32';
  return { encoding, low, high, content: packer().pack(low, BYTES[encoding]) };
}

function isStep(values: Float64Array, low: number, high: number): boolean {
  if (high - low !== values.length - 1) return false;
  for (let i = 0; i < values.length; i++) if (values[i] !== low + i) return false;
  return true;
}

/** Numbers of a byte each, none of them above `most`; the content may be the array itself. */
export function encodeBytes(values: Uint8Array, most: number): EncodedNumbers {
  const [first = 0] = values;
  if (isSameThroughout(values)) {
    return { encoding: 'same', low: first, high: first, content: NOTHING };
  }
  // Looking for one byte is many times as fast as a loop over all, and there are few to look for.
  let high = most;
  while (high > 0 && !values.includes(high)) high--;
  const low = values.includes(0) ? 0 : values.reduce((least, value) => Math.min(least, value));
  if (low === 0) return { encoding: 'u8', low, high, content: values };
  return { encoding: 'u8', low, high, content: values.map((value) => value - low) };
}

function isSameThroughout(values: Uint8Array): boolean {
  const { buffer, byteOffset, length } = values;
  if (length < 2) return true;
  const bytes = Buffer.from(buffer, byteOffset, length);
  return bytes.compare(bytes, 1, length, 0, length - 1) === 0;
}

/** Puts `n` encoded numbers into `into` from `at`; false when the content is not as long as it says. */
export function decodeNumbers(
  { encoding, low, content }: Omit<EncodedNumbers, 'high'>,
  into: Numbers,
  at: number,
  n: number,
): boolean {
  if (content.length !== n * BYTES[encoding]) return false;
  if (encoding === 'same') {
    into.fill(low, at, at + n);
    return true;
  }
  if (encoding === 'step') {
    for (let i = 0; i < n; i++) into[at + i] = low + i;
    return true;
  }
  // A typed array may only begin at a multiple of its width.
  const { buffer, byteOffset } = content.byteOffset % 8 === 0 ? content : new Uint8Array(content);
  if (encoding === 'f64') {
    into.set(new Float64Array(buffer, byteOffset, n), at);
    return true;
  }
  const offsets =
    encoding === 'u8'
      ? content
      : encoding === 'u16'
        ? new Uint16Array(buffer, byteOffset, n)
        : new Uint32Array(buffer, byteOffset, n);
  if (low === 0) into.set(offsets, at);
  else for (let i = 0; i < n; i++) into[at + i] = low + (offsets[i] as number);
  return true;
}

export function isEncoding(text: string): text is Encoding {
  return Object.hasOwn(BYTES, text);
}
