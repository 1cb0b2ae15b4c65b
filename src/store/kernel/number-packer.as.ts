/**
 * The inner loops of writing a segment of numbers, in AssemblyScript: TypeScript's syntax, compiled to
 * WebAssembly by scripts/kernel.ts. Places are addresses; `gaps` is 0 where there are none. What each
 * function does is done in TypeScript by plain-packer.ts; a test holds both against each other.
 */

/** The least and the greatest number of the last {@link range}, and whether all are whole. */
export let low: f64 = 0;
export let high: f64 = 0;
export let isWhole: bool = true;

export function allocate(bytes: usize): usize {
  return heap.alloc(bytes);
}

export function range(values: usize, gaps: usize, n: u32): void {
  const end = values + ((<usize>n) << 3);
  let lows = f64x2.splat(Infinity);
  let highs = f64x2.splat(-Infinity);
  let wholes = i64x2.splat(-1);
  for (; values + 16 <= end; values += 16) {
    // A gap counts as what changes nothing.
    let pair = v128.load(values);
    let above = pair;
    if (gaps !== 0) {
      const one: i64 = load<u8>(gaps) === 0 ? -1 : 0;
      const two: i64 = load<u8>(gaps, 1) === 0 ? -1 : 0;
      const there = i64x2.replace_lane(i64x2.splat(one), 1, two);
      pair = v128.bitselect(pair, f64x2.splat(Infinity), there);
      above = v128.bitselect(above, f64x2.splat(-Infinity), there);
      gaps += 2;
    }
    lows = f64x2.pmin(lows, pair);
    highs = f64x2.pmax(highs, above);
    wholes = v128.and(wholes, f64x2.eq(f64x2.floor(pair), pair));
  }
  let least = f64x2.extract_lane(lows, 0);
  if (f64x2.extract_lane(lows, 1) < least) least = f64x2.extract_lane(lows, 1);
  let most = f64x2.extract_lane(highs, 0);
  if (f64x2.extract_lane(highs, 1) > most) most = f64x2.extract_lane(highs, 1);
  let whole = i64x2.all_true(wholes);
  for (; values < end; values += 8) {
    if (gaps !== 0 && load<u8>(gaps++) !== 0) continue;
    const value = load<f64>(values);
    if (value < least) least = value;
    if (value > most) most = value;
    if (Math.floor(value) !== value) whole = false;
  }
  low = least;
  high = most;
  isWhole = whole;
}

/** Whether every number times the divisor is a whole number that gives it back. */
export function areSteps(values: usize, gaps: usize, n: u32, divisor: f64): bool {
  const end = values + ((<usize>n) << 3);
  if (gaps === 0) {
    const divisors = f64x2.splat(divisor);
    for (; values + 16 <= end; values += 16) {
      const pair = v128.load(values);
      const back = f64x2.div(f64x2.nearest(f64x2.mul(pair, divisors)), divisors);
      if (!i64x2.all_true(f64x2.eq(back, pair))) return false;
    }
  }
  for (; values < end; values += 8) {
    if (gaps !== 0 && load<u8>(gaps++) !== 0) continue;
    const value = load<f64>(values);
    if (nearest(value * divisor) / divisor !== value) return false;
  }
  return true;
}

/** Writes how far each number times the divisor lies above `from`, 0 where there is none, in so many bytes. */
export function pack(
  values: usize,
  gaps: usize,
  n: u32,
  from: f64,
  divisor: f64,
  bytes: u32,
  into: usize,
): void {
  const end = values + ((<usize>n) << 3);
  if (bytes === 8) {
    // SQLite keeps no negative zero either.
    for (; values < end; values += 8, into += 8) store<f64>(into, load<f64>(values) + 0.0);
    return;
  }
  const lows = f64x2.splat(from);
  const divisors = f64x2.splat(divisor);
  for (; values + 32 <= end; values += 32, into += <usize>bytes << 2) {
    const wholes = f64x2.nearest(f64x2.mul(v128.load(values), divisors));
    const next = f64x2.nearest(f64x2.mul(v128.load(values, 16), divisors));
    const one = i32x4.trunc_sat_f64x2_u_zero(f64x2.sub(wholes, lows));
    const two = i32x4.trunc_sat_f64x2_u_zero(f64x2.sub(next, lows));
    let offsets = i64x2.shuffle(one, two, 0, 2);
    if (gaps !== 0) {
      const own = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(gaps)));
      offsets = v128.and(offsets, i32x4.eq(own, i32x4.splat(0)));
      gaps += 4;
    }
    if (bytes === 4) v128.store(into, offsets);
    else {
      const halves = i16x8.narrow_i32x4_u(offsets, offsets);
      if (bytes === 2) store<u64>(into, i64x2.extract_lane(halves, 0));
      else store<u32>(into, i32x4.extract_lane(i8x16.narrow_i16x8_u(halves, halves), 0));
    }
  }
  for (; values < end; values += 8, into += bytes) {
    const isGap = gaps !== 0 && load<u8>(gaps++) !== 0;
    const offset = isGap ? 0 : <u32>(<i64>(nearest(load<f64>(values) * divisor) - from));
    if (bytes === 1) store<u8>(into, <u8>offset);
    else if (bytes === 2) store<u16>(into, <u16>offset);
    else store<u32>(into, offset);
  }
}
