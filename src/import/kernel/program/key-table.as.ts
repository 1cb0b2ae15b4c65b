import { Slots, placeOf, slotAt, spread } from './slots.as';

/** Keys, by a number each; 0 stands for none: see key-table.ts. */
@unmanaged
export class KeyTable extends Slots {
  size: u32 = 0;

  constructor() {
    super(1024);
  }
}

/** The slot of a key, or the empty one where it would stand. */
export function slotOf(table: KeyTable, key: i64): usize {
  const mask = table.mask;
  const slots = table.slots;
  let slot = placeOf(<u64>key) & mask;
  while (true) {
    const at = slotAt(slots, slot);
    if (load<i64>(at) === key) return at;
    if (load<u32>(at, 8) === 0) return at;
    slot = (slot + 1) & mask;
  }
}

/** What {@link putKey} put into a slot. */
export function numberIn(slot: usize): u32 {
  return load<u32>(slot, 8);
}

/** Puts a key and its number into the empty slot where it stands from now on. */
export function putKey(table: KeyTable, slot: usize, key: i64, number: u32): void {
  store<i64>(slot, key);
  store<u32>(slot, number, 8);
  if (++table.size << 1 > table.mask) spread(table);
}
