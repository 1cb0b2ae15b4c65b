import { type PackedTexts, packedTexts } from '../model/packed-texts.ts';
import type { RawDictionary, RawValues } from './raw-table.ts';

/** A dictionary whose texts become strings when somebody asks for them; without types all are text. */
export function packedUtf8(
  bytes: Buffer,
  ends: Uint32Array,
  types?: Uint8Array,
): Pick<RawValues, 'dictionary' | 'types'> & { texts: PackedTexts } {
  const texts = packedTexts(bytes, ends, (_, from, to) => bytes.toString('utf8', from, to));
  // Not made before it is asked for: single texts are read far more often than all types.
  let own = types;
  return {
    texts,
    get types() {
      own ??= new Uint8Array(ends.length);
      return own;
    },
    get dictionary() {
      return texts.all();
    },
  };
}

/** The texts of a dictionary; those of a text file are packed. */
export function packedOf(values: Pick<RawDictionary, 'texts' | 'dictionary'>): PackedTexts {
  if (values.texts) return values.texts;
  const parts = values.dictionary.map((text) => Buffer.from(text));
  let end = 0;
  const ends = Uint32Array.from(parts, ({ length }) => (end += length));
  return packedUtf8(Buffer.concat(parts), ends).texts;
}
