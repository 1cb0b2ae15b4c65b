import { allocate, allocateZeros } from './memory.as';
import { placeOf } from './slots.as';

/** Which keys came before: see plain-known-keys.ts. */
@unmanaged
export class KnownKeys {
  low: i64;
  /** A bit for each key from the lowest on. */
  bits: usize = 0;
  /** Or slots of eight bytes, empty where negative; how many less one, and how many are taken. */
  slots: usize = 0;
  mask: u32;
  size: u32 = 0;
  isExact: bool = true;

  constructor(low: i64, bits: u32, slots: u32) {
    this.low = low;
    this.mask = slots - 1;
    if (bits > 0) this.bits = allocateZeros(((<usize>bits + 31) >> 5) << 2);
    else {
      this.slots = allocate((<usize>slots) << 3);
      forget(this);
    }
  }
}

/** Whether a key did not come before; from now on it did. */
export function isNew(known: KnownKeys, key: i64): bool {
  if (known.bits !== 0) {
    const above = <u32>(key - known.low);
    const at = known.bits + ((<usize>(above >> 3)) & ~3);
    const bit: u32 = 1 << (above & 31);
    const word = load<u32>(at);
    store<u32>(at, word | bit);
    return (word & bit) === 0;
  }
  const mask = known.mask;
  let slot = placeOf(<u64>key) & mask;
  while (true) {
    const other = load<i64>(known.slots + ((<usize>slot) << 3));
    if (other === key) return false;
    if (other < 0) break;
    slot = (slot + 1) & mask;
  }
  if (known.size >= ((mask + 1) >> 2) * 3) {
    forget(known);
    known.isExact = false;
    slot = placeOf(<u64>key) & mask;
  }
  known.size++;
  store<i64>(known.slots + ((<usize>slot) << 3), key);
  return true;
}

function forget(known: KnownKeys): void {
  memory.fill(known.slots, 0xff, (<usize>(known.mask + 1)) << 3);
  known.size = 0;
}
