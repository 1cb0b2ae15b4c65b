import { Codes, makeCodes, spreadKeys } from './key-codes.as';
import { FIRST_SERIAL, LAST_SERIAL } from './serials.as';
import { placeOf } from './slots.as';

/** What the keys of a run say, and which keys came before: see key-tally.ts. */
@unmanaged
class Tally {
  low: i64;
  /** A bit for each key from the lowest on, or slots of eight bytes, empty where negative. */
  bits: usize;
  slots: usize;
  mask: u32;
  known: u32;
  isExact: bool;
  isNumber: bool;
  decimals: u32;
  divisor: u64;
  /** Of each entry its first key, its cells, and their first row. */
  keys: usize;
  counts: usize;
  rows: usize;
  size: u32;
  /** The entry of each group, from 1 on. */
  groups: usize;
  groupRoom: u32;
  /** Whole numbers that have an entry of their own, the least and the greatest of them. */
  wholes: Codes;
  mostWholes: u32;
  lowest: i64;
  highest: i64;
  filled: u32;
  fresh: u32;
}

export function makeTally(low: f64, bits: u32, slots: u32, wholes: u32, groups: u32): usize {
  const tally = changetype<Tally>(heap.alloc(offsetof<Tally>()));
  const most = <usize>(wholes + groups);
  tally.low = <i64>low;
  tally.bits = 0;
  tally.slots = 0;
  tally.known = 0;
  tally.isExact = true;
  if (bits > 0) {
    const bytes = ((<usize>bits + 31) >> 5) << 2;
    tally.bits = heap.alloc(bytes);
    memory.fill(tally.bits, 0, bytes);
  } else {
    tally.slots = heap.alloc((<usize>slots) << 3);
    tally.mask = slots - 1;
    memory.fill(tally.slots, 0xff, (<usize>slots) << 3);
  }
  tally.keys = heap.alloc(most << 3);
  tally.counts = heap.alloc(most << 2);
  tally.rows = heap.alloc(most << 2);
  tally.groups = heap.alloc((<usize>groups) << 2);
  tally.groupRoom = groups;
  tally.mostWholes = wholes;
  tally.wholes = changetype<Codes>(makeCodes(0, 0));
  return changetype<usize>(tally);
}

export function beginTally(place: usize, isNumber: bool, decimals: u32): void {
  const tally = changetype<Tally>(place);
  tally.isNumber = isNumber;
  tally.decimals = decimals;
  tally.divisor = 1;
  for (let i: u32 = 0; i < decimals; i++) tally.divisor *= 10;
  tally.size = 0;
  tally.filled = 0;
  tally.fresh = 0;
  memory.fill(tally.groups, 0, (<usize>tally.groupRoom) << 2);
  memory.fill(tally.counts, 0, (<usize>(tally.mostWholes + tally.groupRoom)) << 2);
  memory.fill(tally.wholes.slots, 0, (<usize>(tally.wholes.mask + 1)) << 4);
  tally.wholes.size = 0;
  tally.lowest = i64.MAX_VALUE;
  tally.highest = -1;
}

export function tally(place: usize, keys: usize, isDouble: bool, n: u32, row: u32): void {
  const tally = changetype<Tally>(place);
  const isNumber = tally.isNumber;
  const divisor = tally.divisor;
  const groups = tally.groups;
  const counts = tally.counts - 4;
  let filled: u32 = 0;
  let fresh: u32 = 0;
  for (let i: u32 = 0; i < n; i++, row++) {
    let key: i64;
    if (isDouble) {
      key = <i64>load<f64>(keys);
      keys += 8;
    } else {
      key = <i64>load<i32>(keys);
      keys += 4;
    }
    if (key < 0) continue;
    filled++;
    fresh += <u32>isNew(tally, key);
    const isWhole = isNumber && isMultiple(<u64>key, divisor);
    let entry: u32 = 0;
    if (isWhole) entry = wholeEntry(tally, key, row);
    if (entry === 0) {
      const group = isNumber ? keyGroup(tally, <u64>key, isWhole) : 0;
      const at = groups + ((<usize>group) << 2);
      entry = load<u32>(at);
      if (entry === 0) {
        entry = addEntry(tally, key, row);
        store<u32>(at, entry);
      }
    }
    const count = counts + ((<usize>entry) << 2);
    store<u32>(count, load<u32>(count) + 1);
  }
  tally.filled += filled;
  tally.fresh += fresh;
}

export function isExact(place: usize): bool {
  return changetype<Tally>(place).isExact;
}

export function talliedGroups(place: usize): u32 {
  return changetype<Tally>(place).size;
}

export function talliedKeys(place: usize): usize {
  return changetype<Tally>(place).keys;
}

export function talliedCounts(place: usize): usize {
  return changetype<Tally>(place).counts;
}

export function talliedRows(place: usize): usize {
  return changetype<Tally>(place).rows;
}

export function talliedCells(place: usize): u32 {
  return changetype<Tally>(place).filled;
}

export function talliedNew(place: usize): u32 {
  return changetype<Tally>(place).fresh;
}

/** The entry of a whole number, from 1 on; 0 where it comes after all that have one of their own. */
function wholeEntry(tally: Tally, key: i64, row: u32): u32 {
  const wholes = tally.wholes;
  const isFull = wholes.size === tally.mostWholes;
  if (isFull && (key < tally.lowest || key > tally.highest)) return 0;
  let slot = placeOf(<u64>key) & wholes.mask;
  while (true) {
    const at = wholes.slots + ((<usize>slot) << 4);
    const known = load<u32>(at, 8);
    if (known === 0) {
      if (isFull) return 0;
      if (key < tally.lowest) tally.lowest = key;
      if (key > tally.highest) tally.highest = key;
      const entry = addEntry(tally, key, row);
      store<u64>(at, <u64>key);
      store<u32>(at, entry, 8);
      if (++wholes.size << 1 > wholes.mask) spreadKeys(wholes);
      return entry;
    }
    if (load<i64>(at) === key) return known;
    slot = (slot + 1) & wholes.mask;
  }
}

function addEntry(tally: Tally, key: i64, row: u32): u32 {
  const size = tally.size++;
  store<f64>(tally.keys + ((<usize>size) << 3), <f64>key);
  store<u32>(tally.rows + ((<usize>size) << 2), row);
  return size + 1;
}

function isNew(tally: Tally, key: i64): bool {
  if (tally.bits !== 0) {
    const above = <u32>(key - tally.low);
    const at = tally.bits + ((<usize>(above >> 3)) & ~3);
    const bit: u32 = 1 << (above & 31);
    const word = load<u32>(at);
    store<u32>(at, word | bit);
    return (word & bit) === 0;
  }
  let slot = placeOf(<u64>key) & tally.mask;
  while (true) {
    const known = load<i64>(tally.slots + ((<usize>slot) << 3));
    if (known === key) return false;
    if (known < 0) break;
    slot = (slot + 1) & tally.mask;
  }
  if (tally.known >= ((tally.mask + 1) >> 2) * 3) {
    memory.fill(tally.slots, 0xff, (<usize>(tally.mask + 1)) << 3);
    tally.known = 0;
    tally.isExact = false;
    slot = placeOf(<u64>key) & tally.mask;
  }
  tally.known++;
  store<i64>(tally.slots + ((<usize>slot) << 3), key);
  return true;
}

function isMultiple(key: u64, divisor: u64): bool {
  if (divisor === 1) return true;
  return key <= <u64>u32.MAX_VALUE ? <u32>key % <u32>divisor === 0 : key % divisor === 0;
}

const POWERS = memory.data<u64>([
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000,
  100000000000, 1000000000000, 10000000000000, 100000000000000, 1000000000000000,
]);

/** Digits of a number of 15 at most: as many as its bits make at least, or one more. */
function digitsOf(key: u64): u32 {
  const least = ((64 - <u32>clz(key | 1)) * 1233) >> 12;
  return least + <u32>(key >= load<u64>(POWERS + ((<usize>least) << 3)) || key === 0);
}

function keyGroup(tally: Tally, key: u64, isWhole: bool): u32 {
  const decimals = tally.decimals;
  const divisor = tally.divisor;
  const digits = digitsOf(key);
  const whole = digits > decimals ? digits - decimals : 1;
  const isSerial = whole === 5 && key >= FIRST_SERIAL * divisor && key <= LAST_SERIAL * divisor;
  let group = (whole << 1) | <u32>(key < divisor);
  group = (group << 1) | <u32>(decimals > 0 && isMultiple(key, 10));
  group = (group << 1) | <u32>isWhole;
  return (group << 1) | <u32>isSerial;
}
