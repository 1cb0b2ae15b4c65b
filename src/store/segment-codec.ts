import type { CodedStretch, CodeMeaning } from '../model/column.ts';
import { once } from '../model/once.ts';
import { type CodeTable, makePacker } from './kernel/number-packer.ts';

/** Rows a segment. */
export const SEGMENT_ROWS = 1 << 16;

/** Powers of ten that make whole numbers of decimals as people write them. */
const DIVISORS = [10, 100, 1_000, 10_000, 100_000, 1_000_000] as const;

type Divisor = (typeof DIVISORS)[number];
type Offsets = 'u8' | 'u16' | 'u32';

/**
 * How the numbers of a segment are laid out, little-endian: `u8`, `u16`, `u32` are whole numbers above
 * `low`; `u16/100` and its like are hundredths above it, for decimals that they give back to the last bit;
 * `f64` are doubles; `bits` are 0 or `high`, first row first in each byte. With no content, `same`
 * is one number throughout, `low`, and `step` is one more in each row, as the numbers of rows are.
 */
export type Encoding = 'same' | 'step' | 'bits' | Offsets | `${Offsets}/${Divisor}` | 'f64';

export interface EncodedNumbers {
  encoding: Encoding;
  /** Least and greatest number; 0 where there is none. */
  low: number;
  high: number;
  content: Uint8Array;
}

const NOTHING = new Uint8Array(0);

type Numbers = Uint8Array | Uint32Array | Int32Array | Float64Array;

const BITS = { same: 0, step: 0, bits: 1, u8: 8, u16: 16, u32: 32, f64: 64 } as const;

interface Layout {
  kind: keyof typeof BITS;
  divisor: number;
}

const LAYOUTS: ReadonlyMap<string, Layout> = new Map<string, Layout>([
  ...(Object.keys(BITS) as Layout['kind'][]).map((kind) => [kind, { kind, divisor: 1 }] as const),
  ...DIVISORS.flatMap((divisor) =>
    (['u8', 'u16', 'u32'] as const).map(
      (kind) => [`${kind}/${divisor}`, { kind, divisor }] as const,
    ),
  ),
]);

/** What an encoding says; undefined of a word that is none. */
export function layoutOf(encoding: string): Layout | undefined {
  return LAYOUTS.get(encoding);
}

/** Bytes of so many numbers. */
export function contentLength(kind: Layout['kind'], n: number): number {
  return Math.ceil((n * BITS[kind]) / 8);
}

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
  const divisor = isExact ? 1 : divisorOf(low, high);
  if (divisor === undefined || (high - low) * divisor > MOST_OFFSET) {
    return { encoding: 'f64', low, high, content: packer().pack(low, 8) };
  }
  const first = Math.round(low * divisor);
  const { kind, bytes } = offsetsOf(Math.round(high * divisor) - first);
  const encoding = divisor === 1 ? kind : (`${kind}/${divisor}` as const);
  return { encoding, low, high, content: packer().pack(first, bytes, divisor) };
}

/** The narrowest that hold whole numbers up to this one. */
function offsetsOf(most: number): { kind: Offsets; bytes: 1 | 2 | 4 } {
  if (most < 0x100) return { kind: 'u8', bytes: 1 };
  return most < 0x1_0000 ? { kind: 'u16', bytes: 2 } : { kind: 'u32', bytes: 4 };
}

/** Whole numbers that codes stand for: how far they lie above `base`. */
interface CodedNumbers {
  base: number;
  table: CodeTable;
}

/** Undefined where the codes stand for other numbers, or for some too far apart. */
export function codedNumbers({ values, missing: gaps }: CodeMeaning): CodedNumbers | undefined {
  if (!(values instanceof Float64Array)) return { base: 0, table: { numbers: values, gaps } };
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let code = 0; code < values.length; code++) {
    const value = values[code] as number;
    // A code that stands for nothing.
    if (Number.isNaN(value) || (gaps && gaps[code] !== 0)) continue;
    if (!Number.isSafeInteger(value)) return undefined;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) low = 0;
  if (high - low > MOST_OFFSET) return undefined;
  return { base: low, table: { numbers: Uint32Array.from(values, (value) => value - low), gaps } };
}

/** Numbers of a segment that are given as codes, laid out as by {@link encodeNumbers}, and what is missing. */
export function encodeCodes(
  pieces: CodedStretch['pieces'],
  { base, table }: CodedNumbers,
): EncodedNumbers & { gaps: Uint8Array | undefined } {
  const found = packer().takeCodes(pieces, table);
  const { isStep, gaps } = found;
  if (found.low > found.high) return { encoding: 'same', low: 0, high: 0, content: NOTHING, gaps };
  const [low, high] = [base + found.low, base + found.high];
  if (low === high) return { encoding: 'same', low, high, content: NOTHING, gaps };
  if (isStep) return { encoding: 'step', low, high, content: NOTHING, gaps };
  const { kind, bytes } = offsetsOf(high - low);
  return { encoding: kind, low, high, content: packer().packCodes(found.low, bytes), gaps };
}

const MOST_OFFSET = 0xffff_ffff;

/** The least divisor that makes whole numbers of what was taken, from which they come back unchanged. */
function divisorOf(low: number, high: number): Divisor | undefined {
  const most = Math.max(Math.abs(low), Math.abs(high));
  return DIVISORS.find(
    (divisor) =>
      (high - low) * divisor <= MOST_OFFSET &&
      most * divisor <= Number.MAX_SAFE_INTEGER &&
      packer().areSteps(divisor),
  );
}

function isStep(values: Float64Array, low: number, high: number): boolean {
  if (high - low !== values.length - 1) return false;
  for (let i = 0; i < values.length; i++) if (values[i] !== low + i) return false;
  return true;
}

/** At most a segment of numbers of a byte each, none of them above `most`; the content may be the array itself. */
export function encodeBytes(values: Uint8Array, most: number): EncodedNumbers {
  const [first = 0] = values;
  const bytes = Buffer.from(values.buffer, values.byteOffset, values.length);
  if (isSameThroughout(bytes)) {
    return { encoding: 'same', low: first, high: first, content: NOTHING };
  }
  // Looking for one byte is many times as fast as a loop over all, and there are few to look for.
  let high = most;
  while (high > 0 && !bytes.includes(high)) high--;
  const low = bytes.includes(0) ? 0 : values.reduce((least, value) => Math.min(least, value));
  const bits = low === 0 ? packer().bits(values, high) : undefined;
  if (bits) return { encoding: 'bits', low, high, content: bits };
  if (low === 0) return { encoding: 'u8', low, high, content: values };
  return { encoding: 'u8', low, high, content: values.map((value) => value - low) };
}

function isSameThroughout(bytes: Buffer): boolean {
  const { length } = bytes;
  return length < 2 || bytes.compare(bytes, 1, length, 0, length - 1) === 0;
}

/** As they are stored. */
type StoredNumbers = Omit<EncodedNumbers, 'encoding'> & { encoding: string };

/** Puts `n` encoded numbers into `into` from `at`; false when the content is not as long as it says. */
export function decodeNumbers(
  stored: StoredNumbers,
  into: Numbers,
  at: number,
  n: number,
): boolean {
  return decodeRows({ ...stored, rows: n }, 0, n, into, at);
}

/** The same for `n` of the rows of a segment, from row `first` of it on. */
export function decodeRows(
  { encoding, low, high, content, rows }: StoredNumbers & { rows: number },
  first: number,
  n: number,
  into: Numbers,
  at: number,
): boolean {
  const layout = layoutOf(encoding);
  if (!layout || content.length !== contentLength(layout.kind, rows)) return false;
  switch (layout.kind) {
    case 'same':
      into.fill(low, at, at + n);
      return true;
    case 'step':
      for (let i = 0; i < n; i++) into[at + i] = low + first + i;
      return true;
    case 'bits': {
      const before = first & 7;
      const bits = content.subarray(first >> 3, (first + n + 7) >> 3);
      const own = putBits(bits, high, new Uint8Array(8 * bits.length), before + n);
      into.set(own.subarray(before), at);
      return true;
    }
    case 'f64':
      into.set(viewOf(content, layout.kind).subarray(first, first + n), at);
      return true;
  }
  const offsets = viewOf(content, layout.kind).subarray(first, first + n);
  const { divisor } = layout;
  if (divisor !== 1) {
    const least = Math.round(low * divisor);
    for (let i = 0; i < n; i++) into[at + i] = (least + (offsets[i] as number)) / divisor;
  } else if (low === 0) into.set(offsets, at);
  else for (let i = 0; i < n; i++) into[at + i] = low + (offsets[i] as number);
  return true;
}

/** The eight bits of each byte as eight bytes, which are two words. */
const eights = once(() => {
  const bytes = Uint8Array.from({ length: 256 * 8 }, (_, at) => ((at >> 3) >> (at & 7)) & 1);
  return new Uint32Array(bytes.buffer);
});

/** Puts `one` or 0 for each bit into bytes that begin at a multiple of four; gives those of `n` bits. */
export function putBits(bits: Uint8Array, one: number, into: Uint8Array, n: number): Uint8Array {
  const words = new Uint32Array(into.buffer, into.byteOffset, into.length >> 2);
  const all = eights();
  for (let byte = 0; byte < bits.length; byte++) {
    const at = 2 * (bits[byte] as number);
    words[2 * byte] = (all[at] as number) * one;
    words[2 * byte + 1] = (all[at + 1] as number) * one;
  }
  return into.subarray(0, n);
}

const VIEWS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f64: Float64Array } as const;

/** The numbers of some bytes. */
export function viewOf(
  content: Uint8Array,
  kind: keyof typeof VIEWS,
): Uint8Array | Uint16Array | Uint32Array | Float64Array {
  const View = VIEWS[kind];
  // A typed array may only begin at a multiple of its width.
  const { buffer, byteOffset } = content.byteOffset % 8 === 0 ? content : new Uint8Array(content);
  return new View(buffer as ArrayBuffer, byteOffset, content.length / View.BYTES_PER_ELEMENT);
}
