/** Counts `n` codes of so many bytes in `counts`; the row of the first of each goes to `rows`. */
export function count(
  codes: usize,
  width: u32,
  n: u32,
  row: u32,
  counts: usize,
  rows: usize,
): void {
  if (width === 1) countAs<u8>(codes, n, row, counts, rows);
  else if (width === 2) countAs<u16>(codes, n, row, counts, rows);
  else countAs<u32>(codes, n, row, counts, rows);
}

function countAs<T>(codes: usize, n: u32, row: u32, counts: usize, rows: usize): void {
  for (const end = row + n; row < end; row++, codes += sizeof<T>()) {
    const at = (<usize>load<T>(codes)) << 2;
    const before = load<u32>(counts + at);
    if (before === 0) store<u32>(rows + at, row);
    store<u32>(counts + at, before + 1);
  }
}
