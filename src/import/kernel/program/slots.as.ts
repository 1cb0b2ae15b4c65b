import { allocateZeros } from './memory.as';

/** Bytes of a slot. */
const SLOT: usize = 12;

/** A table of what is found by its hash: what {@link placeOf} says of it is where to begin to look. */
@unmanaged
export class Slots {
  /** How many slots less one. */
  mask: u32;
  /** Of {@link SLOT} bytes: eight that something is known by, then its number, which is 0 in an empty one. */
  slots: usize;

  constructor(n: u32) {
    this.mask = n - 1;
    this.slots = allocateZeros(<usize>n * SLOT);
  }
}

// @ts-ignore: decorator
@inline
export function slotAt(slots: usize, slot: u32): usize {
  return slots + <usize>slot * SLOT;
}

export function placeOf(word: u64): u32 {
  const hash = word * 0x9e3779b97f4a7c15;
  return <u32>((hash ^ (hash >> 29)) >> 32);
}

export function clear(table: Slots): void {
  memory.fill(table.slots, 0, <usize>(table.mask + 1) * SLOT);
}

/** From so many slots on there are four times as many next: what had room in the old ones is not given back. */
const MANY: u32 = 1 << 16;

/** More slots, what stands in them in its new place. */
export function spread(table: Slots): void {
  const old = table.slots;
  const many = table.mask + 1;
  const end = slotAt(old, many);
  const mask = (many < MANY ? many << 1 : many << 2) - 1;
  const slots = allocateZeros(<usize>(mask + 1) * SLOT);
  for (let from = old; from < end; from += SLOT) {
    if (load<i32>(from, 8) === 0) continue;
    let slot = placeOf(load<u64>(from)) & mask;
    while (load<i32>(slotAt(slots, slot), 8) !== 0) slot = (slot + 1) & mask;
    const into = slotAt(slots, slot);
    store<u64>(into, load<u64>(from));
    store<i32>(into, load<i32>(from, 8), 8);
  }
  heap.free(old);
  table.slots = slots;
  table.mask = mask;
}
