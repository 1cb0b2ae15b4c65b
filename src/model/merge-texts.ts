import type { PackedTexts } from './packed-texts.ts';

/** Several dictionaries as one: each distinct text once, in order of first appearance. */
export interface MergedTexts {
  bytes: Uint8Array;
  ends: Uint32Array;
  /** For each dictionary: the place of each of its texts in the merged one. */
  places: readonly Uint32Array[];
}

type Packed = Pick<PackedTexts, 'bytes' | 'ends'>;

export function mergeTexts(parts: readonly Packed[]): MergedTexts {
  const size = parts.reduce((sum, { ends }) => sum + ends.length, 0);
  const length = parts.reduce((sum, { ends }) => sum + (ends.at(-1) ?? 0), 0);
  const bytes = new Uint8Array(length);
  const ends = new Uint32Array(size);
  // One more than the place of a text, so that 0 is none.
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(size * 2 + 2)));
  const mask = slots.length - 1;
  let known = 0;
  let end = 0;
  const places = parts.map((part) => {
    const own = new Uint32Array(part.ends.length);
    let from = 0;
    for (let at = 0; at < own.length; at++) {
      const to = part.ends[at] as number;
      let slot = hashOf(part.bytes, from, to) & mask;
      let place = 0;
      for (; ; slot = (slot + 1) & mask) {
        place = slots[slot] as number;
        if (place === 0) break;
        const start = place === 1 ? 0 : (ends[place - 2] as number);
        if (isSame(bytes, start, ends[place - 1] as number, part.bytes, from, to)) break;
      }
      if (place === 0) {
        for (let i = from; i < to; i++) bytes[end++] = part.bytes[i] as number;
        ends[known] = end;
        place = ++known;
        slots[slot] = place;
      }
      own[at] = place - 1;
      from = to;
    }
    return own;
  });
  return { bytes: bytes.subarray(0, end), ends: ends.subarray(0, known), places };
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x0100_0193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function isSame(
  known: Uint8Array,
  start: number,
  end: number,
  bytes: Uint8Array,
  from: number,
  to: number,
): boolean {
  if (end - start !== to - from) return false;
  for (let at = start, i = from; i < to; at++, i++) if (known[at] !== bytes[i]) return false;
  return true;
}
