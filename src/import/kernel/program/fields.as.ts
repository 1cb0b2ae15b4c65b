/** In the upper half of a field: quotes are doubled in it. */
export const ESCAPED: u32 = 1 << 31;

export function startOf(field: usize): usize {
  return <usize>load<u32>(field);
}

export function endOf(field: usize): usize {
  return startOf(field) + <usize>(load<u32>(field, 4) & ~ESCAPED);
}
