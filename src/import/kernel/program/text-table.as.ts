import { QUOTE } from './bytes.as';
import { ESCAPED } from './fields.as';
import { larger } from './memory.as';
import { emptySlots, moved, placeOf } from './slots.as';

/** Distinct texts, known by a code each in order of first appearance; code 0 is the empty text. */
@unmanaged
export class Texts {
  size: u32;
  room: u32;
  /** Where each text ends in `bytes`. */
  ends: usize;
  bytes: usize;
  space: u32;
  /** How many slots less one. */
  mask: u32;
  /** Of 16 bytes: eight that a text is known by, then its code, which is negative where these are a hash. */
  slots: usize;
}

export function makeTexts(): usize {
  const texts = changetype<Texts>(heap.alloc(offsetof<Texts>()));
  texts.room = 64;
  texts.space = 1024;
  texts.mask = 255;
  texts.ends = heap.alloc(64 << 2);
  texts.bytes = heap.alloc(1024);
  texts.slots = emptySlots(256);
  texts.size = 1;
  store<u32>(texts.ends, 0);
  return changetype<usize>(texts);
}

/** Forgets all texts, and keeps the room that they took. */
export function clearTexts(place: usize): void {
  const texts = changetype<Texts>(place);
  memory.fill(texts.slots, 0, (<usize>(texts.mask + 1)) << 4);
  texts.size = 1;
}

export function sizeOf(place: usize): u32 {
  return changetype<Texts>(place).size;
}

export function endsOf(place: usize): usize {
  return changetype<Texts>(place).ends;
}

export function bytesOf(place: usize): usize {
  return changetype<Texts>(place).bytes;
}

/** The code of one text; `length` may have {@link ESCAPED}. */
export function codeOf(place: usize, start: usize, length: u32): u32 {
  return find(changetype<Texts>(place), start, length);
}

export function find(texts: Texts, start: usize, length: u32): u32 {
  if (length === 0) return 0;
  if ((length & ESCAPED) !== 0) return findEscaped(texts, start, length & ~ESCAPED);
  const isShort = length <= 8;
  const word = wordOf(start, length);
  const mask = texts.mask;
  const slots = texts.slots;
  let slot = placeOf(word) & mask;
  while (true) {
    const at = slots + ((<usize>slot) << 4);
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
  const own = heap.alloc(<usize>length + 8);
  let into = own;
  const end = start + <usize>length;
  for (let at = start; at < end; at++, into++) {
    const byte = load<u8>(at);
    store<u8>(into, byte);
    if (byte === QUOTE) at++;
  }
  const code = find(texts, own, <u32>(into - own));
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

function append(texts: Texts, start: usize, length: u32): u32 {
  const code = texts.size++;
  if (code === texts.room) {
    texts.ends = larger(texts.ends, (<usize>code) << 2, (<usize>code) << 3);
    texts.room = code << 1;
  }
  const from = load<u32>(texts.ends + ((<usize>(code - 1)) << 2));
  const to = from + length;
  if (to > texts.space) {
    const space = max(to, texts.space + (texts.space >> 1));
    texts.bytes = larger(texts.bytes, from, space);
    texts.space = space;
  }
  memory.copy(texts.bytes + <usize>from, start, length);
  store<u32>(texts.ends + ((<usize>code) << 2), to);
  return code;
}

/** Twice the slots, the texts in their new places. */
function spread(texts: Texts): void {
  const old = texts.slots;
  texts.slots = moved(old, texts.mask);
  texts.mask = (texts.mask << 1) + 1;
  heap.free(old);
}
