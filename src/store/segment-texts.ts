import { type PackedTexts, packedTexts } from '../model/packed-texts.ts';
import { decodeKeyed, isKeyed } from './keyed-segment.ts';
import type { Segment } from './segment-check.ts';

const WIDTH = Uint32Array.BYTES_PER_ELEMENT;

/** Encodings: each text once in the column; a text in more than one place. */
export const TEXTS = 'texts';
export const TEXTS_AGAIN = 'texts again';

/**
 * Texts `from` up to but not with `to` as bytes: where each ends, then all of them as UTF-8. Valid until
 * the next call.
 */
export function encodeTexts(
  texts: PackedTexts | readonly string[],
  from: number,
  to: number,
): Uint8Array {
  if ('bytes' in texts) return encodePacked(texts, from, to);
  const ends = new Uint32Array(to - from);
  const parts: Buffer[] = [];
  let end = 0;
  for (let at = from; at < to; at++) {
    const bytes = Buffer.from(texts[at] ?? '');
    parts.push(bytes);
    end += bytes.length;
    ends[at - from] = end;
  }
  return Buffer.concat([bytesOf(ends), ...parts]);
}

function encodePacked({ bytes, ends }: PackedTexts, from: number, to: number): Uint8Array {
  const start = from === 0 ? 0 : (ends[from - 1] ?? 0);
  const own = ends.slice(from, to);
  for (let at = 0; at < own.length; at++) own[at] = (own[at] as number) - start;
  const length = own.byteLength + (own.at(-1) ?? 0);
  if (length > room.length) room = new Uint8Array(length * 1.2);
  room.set(bytesOf(own));
  room.set(bytes.subarray(start, start + length - own.byteLength), own.byteLength);
  return room.subarray(0, length);
}

/** What a segment's texts are put together in; it is used again and again. */
let room = new Uint8Array(0);

/** The texts of some segments, one after another; undefined when one is not as it should be. */
export function decodeTexts(segments: readonly TextsSegment[]): PackedTexts | undefined {
  const [only] = segments;
  if (only && segments.length === 1 && isKeyed(only)) return decodeKeyed(only);
  const parts: Part[] = [];
  for (const segment of segments) {
    const content = isKeyed(segment) ? contentOf(decodeKeyed(segment)) : segment.content;
    if (!content) return undefined;
    parts.push({ n: segment.rows, content });
  }
  return joined(parts);
}

type TextsSegment = Pick<Segment, 'rows' | 'encoding' | 'low' | 'high' | 'content'>;

interface Part {
  n: number;
  content: Uint8Array;
}

/** Written out. */
function contentOf(texts: PackedTexts | undefined): Uint8Array | undefined {
  return texts && encodePacked(texts, 0, texts.size).slice();
}

/** Joins encoded parts, each with its number of texts. */
function joined(parts: readonly Part[]): PackedTexts | undefined {
  const size = parts.reduce((sum, { n }) => sum + n, 0);
  const length = parts.reduce((sum, { n, content }) => sum + content.length - n * WIDTH, 0);
  if (length < 0 || length > 0xffff_ffff) return undefined;
  const ends = new Uint32Array(size);
  const bytes = new Uint8Array(length);
  let count = 0;
  let start = 0;
  for (const { n, content } of parts) {
    if (content.length < n * WIDTH) return undefined;
    const own = new Uint32Array(new Uint8Array(content.subarray(0, n * WIDTH)).buffer);
    let before = 0;
    for (let at = 0; at < n; at++) {
      const end = own[at] as number;
      if (end < before) return undefined;
      before = end;
      ends[count + at] = start + end;
    }
    if (before !== content.length - n * WIDTH) return undefined;
    bytes.set(content.subarray(n * WIDTH), start);
    count += n;
    start += before;
  }
  return packedTexts(bytes, ends, decodeUtf8);
}

export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
}

function bytesOf(array: Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
