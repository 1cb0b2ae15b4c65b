export function placeOf(word: u64): u32 {
  const hash = word * 0x9e3779b97f4a7c15;
  return <u32>((hash ^ (hash >> 29)) >> 32);
}

export function emptySlots(n: u32): usize {
  const slots = heap.alloc((<usize>n) << 4);
  memory.fill(slots, 0, (<usize>n) << 4);
  return slots;
}

/** What stands in some slots, in twice as many. */
export function moved(old: usize, few: u32): usize {
  const end = old + ((<usize>(few + 1)) << 4);
  const mask = (few << 1) + 1;
  const slots = emptySlots(mask + 1);
  for (let from = old; from < end; from += 16) {
    if (load<i32>(from, 8) === 0) continue;
    let slot = placeOf(load<u64>(from)) & mask;
    while (load<i32>(slots + ((<usize>slot) << 4), 8) !== 0) slot = (slot + 1) & mask;
    const into = slots + ((<usize>slot) << 4);
    store<u64>(into, load<u64>(from));
    store<i32>(into, load<i32>(from, 8), 8);
  }
  return slots;
}
