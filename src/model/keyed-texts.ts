import type { CellPattern } from './cell-pattern.ts';
import type { PackedTexts } from './packed-texts.ts';

/** Texts that are all written alike: known by their digits, and written out when somebody takes all of them. */
export interface KeyedTexts extends PackedTexts {
  readonly pattern: CellPattern;
  readonly keys: Float64Array;
}

/** Writes the texts of keys one after the other; gives their bytes and where each ends. */
export type WriteKeys = (
  pattern: CellPattern,
  keys: Float64Array,
) => Pick<PackedTexts, 'bytes' | 'ends'>;

export function keyedTexts(
  pattern: CellPattern,
  keys: Float64Array,
  write: WriteKeys = writeKeys,
): KeyedTexts {
  let written: Pick<PackedTexts, 'bytes' | 'ends'> | undefined;
  let strings: readonly string[] | undefined;
  const whole = () => {
    written ??= write(pattern, keys);
    return written;
  };
  return {
    size: keys.length,
    pattern,
    keys,
    get bytes() {
      return whole().bytes;
    },
    get ends() {
      return whole().ends;
    },
    text: (at) => pattern.text(keys[at] as number),
    all: () => {
      strings ??= Array.from(keys, (key) => pattern.text(key));
      return strings;
    },
  };
}

export function isKeyedTexts(texts: PackedTexts | readonly string[]): texts is KeyedTexts {
  return 'keys' in texts && 'pattern' in texts;
}

export function writeKeys(
  pattern: CellPattern,
  keys: Float64Array,
): Pick<PackedTexts, 'bytes' | 'ends'> {
  const bytes = roomFor(pattern, keys);
  const ends = new Uint32Array(keys.length);
  let end = 0;
  for (let i = 0; i < keys.length; i++) {
    end = pattern.write(keys[i] as number, bytes, end);
    ends[i] = end;
  }
  return { bytes: bytes.subarray(0, end), ends };
}

/** Bytes enough for the texts of all keys. */
export function roomFor(pattern: CellPattern, keys: Float64Array): Uint8Array {
  let high = 0;
  for (let i = 0; i < keys.length; i++) if ((keys[i] as number) > high) high = keys[i] as number;
  return new Uint8Array(keys.length * pattern.longest(high));
}
