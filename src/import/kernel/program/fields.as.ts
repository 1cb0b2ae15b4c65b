/** In the length of a field: quotes are doubled in it. */
export const ESCAPED: u32 = 1 << 31;

/** A field has eight bytes: where its first byte is, then its length. */
export function startOf(field: usize): usize {
  return <usize>load<u32>(field);
}

/** It may have {@link ESCAPED}. */
export function lengthOf(field: usize): u32 {
  return load<u32>(field, 4);
}

export function endOf(field: usize): usize {
  return startOf(field) + <usize>(lengthOf(field) & ~ESCAPED);
}
