import { keyAt } from './key-at.as';
import { keyGroup } from './key-group.as';
import { KeyTable, numberIn, putKey, slotOf } from './key-table.as';
import { KnownKeys, isNew } from './known-keys.as';
import { allocate } from './memory.as';
import { isMultiple, powerOf10 } from './powers.as';
import { clear } from './slots.as';

/** What a tally has found; of four bytes each, which wasm-key-tally.ts reads where they stand. */
@unmanaged
class Tallied {
  /** Of each entry its first key, its cells, and their first row. */
  keys: usize;
  counts: usize;
  firstRows: usize;
  size: u32;
  filled: u32;
  distinct: u32;
  isExact: u32 = 1;

  constructor(most: usize) {
    this.keys = allocate(most << 3);
    this.counts = allocate(most << 2);
    this.firstRows = allocate(most << 2);
  }
}

/** What the keys of a run say, and which keys came before: see key-tally.ts. */
@unmanaged
class Tally extends Tallied {
  known: KnownKeys;
  isNumber: bool;
  decimals: u32;
  divisor: u64;
  /** The entry of each group, from 1 on. */
  groups: usize;
  groupRoom: u32;
  /** Whole numbers that have an entry of their own, the least and the greatest of them. */
  wholes: KeyTable = new KeyTable();
  mostWholes: u32;
  lowest: i64;
  highest: i64;

  constructor(known: KnownKeys, wholes: u32, groups: u32) {
    super(<usize>(wholes + groups));
    this.known = known;
    this.groups = allocate((<usize>groups) << 2);
    this.groupRoom = groups;
    this.mostWholes = wholes;
  }
}

/** Gives the place of what it will have found: a {@link Tallied}. */
export function makeTally(low: f64, bits: u32, slots: u32, wholes: u32, groups: u32): Tally {
  return new Tally(new KnownKeys(<i64>low, bits, slots), wholes, groups);
}

export function beginTally(tally: Tally, isNumber: bool, decimals: u32): void {
  tally.isNumber = isNumber;
  tally.decimals = decimals;
  tally.divisor = powerOf10(decimals);
  tally.size = 0;
  tally.filled = 0;
  tally.distinct = 0;
  memory.fill(tally.groups, 0, (<usize>tally.groupRoom) << 2);
  memory.fill(tally.counts, 0, (<usize>(tally.mostWholes + tally.groupRoom)) << 2);
  clear(tally.wholes);
  tally.wholes.size = 0;
  tally.lowest = i64.MAX_VALUE;
  tally.highest = -1;
}

export function tally(tally: Tally, keys: usize, width: u32, n: u32, row: u32): void {
  const known = tally.known;
  const isNumber = tally.isNumber;
  const divisor = tally.divisor;
  const groups = tally.groups;
  const counts = tally.counts - 4;
  let filled: u32 = 0;
  let distinct: u32 = 0;
  for (let i: u32 = 0; i < n; i++, row++, keys += width) {
    const key = keyAt(keys, width);
    if (key < 0) continue;
    filled++;
    distinct += <u32>isNew(known, key);
    const isWhole = isNumber && isMultiple(<u64>key, divisor);
    let entry: u32 = 0;
    if (isWhole) entry = wholeEntry(tally, key, row);
    if (entry === 0) {
      const group = isNumber ? keyGroup(<u64>key, tally.decimals, divisor, isWhole) : 0;
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
  tally.distinct += distinct;
  tally.isExact = <u32>known.isExact;
}

/** The entry of a whole number, from 1 on; 0 where it comes after all that have one of their own. */
function wholeEntry(tally: Tally, key: i64, row: u32): u32 {
  const wholes = tally.wholes;
  const isFull = wholes.size === tally.mostWholes;
  if (isFull && (key < tally.lowest || key > tally.highest)) return 0;
  const slot = slotOf(wholes, key);
  const known = numberIn(slot);
  if (known !== 0 || isFull) return known;
  if (key < tally.lowest) tally.lowest = key;
  if (key > tally.highest) tally.highest = key;
  const entry = addEntry(tally, key, row);
  putKey(wholes, slot, key, entry);
  return entry;
}

function addEntry(tally: Tally, key: i64, row: u32): u32 {
  const size = tally.size++;
  store<f64>(tally.keys + ((<usize>size) << 3), <f64>key);
  store<u32>(tally.firstRows + ((<usize>size) << 2), row);
  return size + 1;
}
