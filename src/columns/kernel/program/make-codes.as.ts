/** Adds a number to codes, round the end of their width. */
export function shift(width: u32, codes: usize, rows: usize, by: u32): void {
  const end = codes + rows * <usize>width;
  const whole = codes + ((end - codes) & ~15);
  const all = width === 1 ? i8x16.splat(<u8>by) : width === 2 ? i16x8.splat(<u16>by) : i32x4.splat(by);
  for (; codes < whole; codes += 16) {
    const found = v128.load(codes);
    if (width === 1) v128.store(codes, i8x16.add(found, all));
    else if (width === 2) v128.store(codes, i16x8.add(found, all));
    else v128.store(codes, i32x4.add(found, all));
  }
  for (; codes < end; codes += width) {
    if (width === 1) store<u8>(codes, <u8>(<u32>load<u8>(codes) + by));
    else if (width === 2) store<u16>(codes, <u16>(<u32>load<u16>(codes) + by));
    else store<u32>(codes, load<u32>(codes) + by);
  }
}

/** Where `missing` is not 0, the code becomes one less than it. */
export function putReasons(width: u32, codes: usize, rows: usize, missing: usize): void {
  let row: usize = 0;
  if (width === 1) {
    const none = i8x16.splat(0);
    const one = i8x16.splat(1);
    for (; row + 16 <= rows; row += 16) {
      const reasons = v128.load(missing + row);
      const kept = i8x16.eq(reasons, none);
      const found = v128.load(codes + row);
      v128.store(codes + row, v128.bitselect(found, i8x16.sub(reasons, one), kept));
    }
  }
  for (; row < rows; row++) {
    const reason = <u32>load<u8>(missing + row);
    if (reason === 0) continue;
    if (width === 1) store<u8>(codes + row, <u8>(reason - 1));
    else if (width === 2) store<u16>(codes + (row << 1), <u16>(reason - 1));
    else store<u32>(codes + (row << 2), reason - 1);
  }
}

/** Whether every value is a whole number of steps; NaN is taken for one. Rows: a multiple of 2. */
export function areSteps(values: usize, rows: usize, divisor: f64): bool {
  const divisors = f64x2.splat(divisor);
  const end = values + (rows << 3);
  for (; values < end; values += 16) {
    const found = v128.load(values);
    const steps = f64x2.nearest(f64x2.mul(found, divisors));
    const same = f64x2.eq(f64x2.div(steps, divisors), found);
    if (!i64x2.all_true(v128.or(same, f64x2.ne(found, found)))) return false;
  }
  return true;
}

/** Codes of values: steps, moved by `by`. */
export function steps(
  width: u32,
  codes: usize,
  values: usize,
  rows: usize,
  divisor: f64,
  by: f64,
): void {
  for (let row: usize = 0; row < rows; row++) {
    const found = nearest(load<f64>(values + (row << 3)) * divisor) + by;
    const step = found >= 0 && found < 4294967296.0 ? <u32>found : 0;
    if (width === 1) store<u8>(codes + row, <u8>step);
    else if (width === 2) store<u16>(codes + (row << 1), <u16>step);
    else store<u32>(codes + (row << 2), step);
  }
}
