import { QUOTE } from './bytes.as';
import { ESCAPED } from './fields.as';
import { allocate, allocateZeros, larger } from './memory.as';
import { Slots, clear, placeOf, slotAt, spread } from './slots.as';

/**
 * Distinct texts, known by a code each in order of first appearance; code 0 is the empty text. In its slot
 * the code of a text is negative where it is known by a hash.
 */
@unmanaged
export class Texts extends Slots {
  size: u32 = 1;
  room: u32 = 64;
  /** Where each text ends in `bytes`. */
  ends: usize = allocateZeros(64 << 2);
  space: u32 = 1024;
  bytes: usize = allocate(1024);

  constructor() {
    super(256);
  }
}

export function makeTexts(): Texts {
  return new Texts();
}

/** Forgets all texts, and keeps the room that they took. */
export function clearTexts(texts: Texts): void {
  clear(texts);
  texts.size = 1;
}

export function sizeOf(texts: Texts): u32 {
  return texts.size;
}

export function endsOf(texts: Texts): usize {
  return texts.ends;
}

export function bytesOf(texts: Texts): usize {
  return texts.bytes;
}

/** The code of one text; `length` may have {@link ESCAPED}. */
export function codeOf(texts: Texts, start: usize, length: u32): u32 {
  if (length === 0) return 0;
  if ((length & ESCAPED) !== 0) return findEscaped(texts, start, length & ~ESCAPED);
  const isShort = length <= 8;
  const word = wordOf(start, length);
  const mask = texts.mask;
  const slots = texts.slots;
  let slot = placeOf(word) & mask;
  while (true) {
    const at = slotAt(slots, slot);
    const code = load<i32>(at, 8);
    if (code === 0) {
      const added = append(texts, start, length);
      store<u64>(at, word);
      store<i32>(at, isShort ? <i32>added : -(<i32>added), 8);
      if (texts.size * 10 > (mask + 1) * 7) spread(texts);
      return added;
    }
    if (load<u64>(at) === word) {
      if (isShort) {
        if (code > 0) return <u32>code;
      } else if (code < 0 && isSame(texts, <u32>-code, start, length)) return <u32>-code;
    }
    slot = (slot + 1) & mask;
  }
}

/** The same for a text in which each quote stands twice. */
function findEscaped(texts: Texts, start: usize, length: u32): u32 {
  const own = allocate(<usize>length + 8);
  let into = own;
  const end = start + <usize>length;
  for (let at = start; at < end; at++, into++) {
    const byte = load<u8>(at);
    store<u8>(into, byte);
    if (byte === QUOTE) at++;
  }
  const code = codeOf(texts, own, <u32>(into - own));
  heap.free(own);
  return code;
}

/** The text itself when it is short enough, else a hash. */
export function wordOf(start: usize, length: u32): u64 {
  return length <= 8
    ? load<u64>(start) & (~(<u64>0) >> ((8 - <u64>length) << 3))
    : hashOf(start, length & ~ESCAPED);
}

function hashOf(start: usize, length: u32): u64 {
  const last = start + <usize>length - 8;
  let hash: u64 = <u64>length * 0x9e3779b97f4a7c15;
  for (let at = start; at < last; at += 8) {
    hash = (hash ^ load<u64>(at)) * 0xff51afd7ed558ccd;
    hash ^= hash >> 32;
  }
  hash = (hash ^ load<u64>(last)) * 0xff51afd7ed558ccd;
  return hash ^ (hash >> 32);
}

function isSame(texts: Texts, code: u32, start: usize, length: u32): bool {
  const end = texts.ends + ((<usize>code) << 2);
  const from = load<u32>(end - 4);
  if (load<u32>(end) - from !== length) return false;
  const known = texts.bytes + <usize>from;
  const last = <usize>length - 8;
  for (let at: usize = 0; at < last; at += 8) {
    if (load<u64>(start + at) !== load<u64>(known + at)) return false;
  }
  return load<u64>(start + last) === load<u64>(known + last);
}

/** Bytes for texts that grow in large steps up to here: what is not written to takes no memory yet. */
const PLENTY: u32 = 16 << 20;

function append(texts: Texts, start: usize, length: u32): u32 {
  const code = texts.size++;
  if (code === texts.room) {
    texts.ends = larger(texts.ends, (<usize>code) << 2, (<usize>code) << 3);
    texts.room = code << 1;
  }
  const from = load<u32>(texts.ends + ((<usize>(code - 1)) << 2));
  const to = from + length;
  if (to > texts.space) {
    const space = texts.space < PLENTY ? texts.space << 2 : texts.space + (texts.space >> 1);
    texts.space = max(to, space);
    texts.bytes = larger(texts.bytes, from, texts.space);
  }
  memory.copy(texts.bytes + <usize>from, start, length);
  store<u32>(texts.ends + ((<usize>code) << 2), to);
  return code;
}
