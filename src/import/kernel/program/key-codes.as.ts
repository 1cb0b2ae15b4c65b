import { keyAt } from './key-at.as';
import { KeyTable, numberIn, putKey, slotOf } from './key-table.as';
import { allocate, allocateZeros, larger } from './memory.as';

/** Codes of keys, in order of first appearance. */
@unmanaged
class Codes {
  size: u32 = 0;
  room: u32 = 1024;
  /** The keys by their order, as doubles. */
  keys: usize = allocate(1024 << 3);
  low: i64;
  /** By place above the lowest: the order of a key, from 1 on. */
  places: usize = 0;
  /** The same where keys lie far apart. */
  table: KeyTable | null = null;

  constructor(low: i64, close: u32) {
    this.low = low;
    if (close > 0) this.places = allocateZeros((<usize>close) << 2);
    else this.table = new KeyTable();
  }
}

/** For keys from `low` up to but not with `low + close`; `close` is 0 where they lie too far apart. */
export function makeCodes(low: f64, close: u32): Codes {
  return new Codes(<i64>low, close);
}

export function keysOf(codes: Codes): usize {
  return codes.keys;
}

/**
 * Writes the codes of `n` keys to `into`: `first` for the key that came first. A negative key holds a
 * code already. Gives how many different ones there were.
 */
export function code(
  codes: Codes,
  keys: usize,
  width: u32,
  n: u32,
  first: u32,
  into: usize,
): u32 {
  const before = first - 1;
  const end = into + ((<usize>n) << 2);
  for (; into < end; into += 4, keys += width) {
    const key = keyAt(keys, width);
    store<u32>(into, key < 0 ? <u32>(-1 - key) : before + orderOf(codes, key));
  }
  return codes.size;
}

function orderOf(codes: Codes, key: i64): u32 {
  const table = codes.table;
  if (table !== null) {
    const slot = slotOf(table, key);
    const known = numberIn(slot);
    if (known !== 0) return known;
    const order = addKey(codes, key);
    putKey(table, slot, key, order);
    return order;
  }
  const at = codes.places + ((<usize>(key - codes.low)) << 2);
  const known = load<u32>(at);
  if (known !== 0) return known;
  const order = addKey(codes, key);
  store<u32>(at, order);
  return order;
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
