// @ts-ignore: decorator
@inline
export function allocate(bytes: usize): usize {
  return __alloc(bytes);
}

export function allocateZeros(bytes: usize): usize {
  const place = allocate(bytes);
  memory.fill(place, 0, bytes);
  return place;
}

/** What used so many bytes, in a larger place. */
export function larger(old: usize, used: usize, bytes: usize): usize {
  const made = allocate(bytes);
  memory.copy(made, old, used);
  heap.free(old);
  return made;
}
