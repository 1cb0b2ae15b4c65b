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
  let least: f64 = Infinity;
  let most: f64 = -Infinity;
  let whole = true;
  const end = values + ((<usize>n) << 3);
  if (gaps === 0) {
    let lows = f64x2.splat(least);
    let highs = f64x2.splat(most);
    let wholes = i64x2.splat(-1);
    for (; values + 16 <= end; values += 16) {
      const pair = v128.load(values);
      lows = f64x2.pmin(lows, pair);
      highs = f64x2.pmax(highs, pair);
      wholes = v128.and(wholes, f64x2.eq(f64x2.floor(pair), pair));
    }
    least = f64x2.extract_lane(lows, 0);
    if (f64x2.extract_lane(lows, 1) < least) least = f64x2.extract_lane(lows, 1);
    most = f64x2.extract_lane(highs, 0);
    if (f64x2.extract_lane(highs, 1) > most) most = f64x2.extract_lane(highs, 1);
    whole = i64x2.all_true(wholes);
  }
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
  for (; values < end; values += 8, into += bytes) {
    const isGap = gaps !== 0 && load<u8>(gaps++) !== 0;
    const offset = isGap ? 0 : <u32>(<i64>(nearest(load<f64>(values) * divisor) - from));
    if (bytes === 1) store<u8>(into, <u8>offset);
    else if (bytes === 2) store<u16>(into, <u16>offset);
    else store<u32>(into, offset);
  }
}
