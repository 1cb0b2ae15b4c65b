import { type PackedTexts, packedTexts } from '../model/packed-texts.ts';
import type { RawValues } from './raw-table.ts';

/** A dictionary of a text file whose texts become strings when somebody asks for them. */
export function packedUtf8(
  bytes: Buffer,
  ends: Uint32Array,
): Pick<RawValues, 'dictionary' | 'types'> & { texts: PackedTexts } {
  const texts = packedTexts(bytes, ends, (_, from, to) => bytes.toString('utf8', from, to));
  return {
    texts,
    types: new Uint8Array(ends.length),
    get dictionary() {
      return texts.all();
    },
  };
}
