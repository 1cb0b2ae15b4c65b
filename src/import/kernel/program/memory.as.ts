export function allocate(bytes: usize): usize {
  return heap.alloc(bytes);
}

export function allocateZeros(bytes: usize): usize {
  const place = heap.alloc(bytes);
  memory.fill(place, 0, bytes);
  return place;
}

export function larger(old: usize, used: usize, bytes: usize): usize {
  const made = heap.alloc(bytes);
  memory.copy(made, old, used);
  heap.free(old);
  return made;
}
