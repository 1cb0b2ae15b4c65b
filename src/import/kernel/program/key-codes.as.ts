import { larger } from './memory.as';
import { emptySlots, moved, placeOf } from './slots.as';

/** Codes of keys, in order of first appearance. */
@unmanaged
export class Codes {
  size: u32;
  room: u32;
  /** The keys by their order, as doubles. */
  keys: usize;
  low: i64;
  /** By place above the lowest: the order of a key, from 1 on. Nothing where keys lie far apart. */
  places: usize;
  /** Where they do: slots of 16 bytes, a key and its order; how many less one. */
  slots: usize;
  mask: u32;
}

/** For keys from `low` up to but not with `low + close`; `close` is 0 where they lie too far apart. */
export function makeCodes(low: f64, close: u32): usize {
  const codes = changetype<Codes>(heap.alloc(offsetof<Codes>()));
  codes.size = 0;
  codes.room = 1024;
  codes.keys = heap.alloc(1024 << 3);
  codes.low = <i64>low;
  codes.places = 0;
  codes.slots = 0;
  codes.mask = 1023;
  if (close > 0) {
    codes.places = heap.alloc((<usize>close) << 2);
    memory.fill(codes.places, 0, (<usize>close) << 2);
  } else codes.slots = emptySlots(1024);
  return changetype<usize>(codes);
}

export function keysOf(place: usize): usize {
  return changetype<Codes>(place).keys;
}

/**
 * Writes the codes of `n` keys to `into`: `first` for the key that came first. A negative key holds a
 * code already. Keys are doubles, or whole numbers of 32 bits. Gives how many different ones there were.
 */
export function code(
  place: usize,
  keys: usize,
  isDouble: bool,
  n: u32,
  first: u32,
  into: usize,
): u32 {
  const codes = changetype<Codes>(place);
  const before = first - 1;
  const end = into + ((<usize>n) << 2);
  for (; into < end; into += 4) {
    let key: i64;
    if (isDouble) {
      key = <i64>load<f64>(keys);
      keys += 8;
    } else {
      key = <i64>load<i32>(keys);
      keys += 4;
    }
    store<u32>(into, key < 0 ? <u32>(-1 - key) : before + orderOf(codes, key));
  }
  return codes.size;
}

function orderOf(codes: Codes, key: i64): u32 {
  if (codes.places !== 0) {
    const at = codes.places + ((<usize>(key - codes.low)) << 2);
    const known = load<u32>(at);
    if (known !== 0) return known;
    const order = addKey(codes, key);
    store<u32>(at, order);
    return order;
  }
  const mask = codes.mask;
  let slot = placeOf(<u64>key) & mask;
  while (true) {
    const at = codes.slots + ((<usize>slot) << 4);
    const known = load<u32>(at, 8);
    if (known === 0) {
      const order = addKey(codes, key);
      store<u64>(at, <u64>key);
      store<u32>(at, order, 8);
      if (order << 1 > mask) spreadKeys(codes);
      return order;
    }
    if (load<i64>(at) === key) return known;
    slot = (slot + 1) & mask;
  }
}

function addKey(codes: Codes, key: i64): u32 {
  const size = codes.size;
  if (size === codes.room) {
    codes.keys = larger(codes.keys, (<usize>size) << 3, (<usize>size) << 4);
    codes.room = size << 1;
  }
  store<f64>(codes.keys + ((<usize>size) << 3), <f64>key);
  codes.size = size + 1;
  return size + 1;
}

export function spreadKeys(codes: Codes): void {
  const old = codes.slots;
  codes.slots = moved(old, codes.mask);
  codes.mask = (codes.mask << 1) + 1;
  heap.free(old);
}
