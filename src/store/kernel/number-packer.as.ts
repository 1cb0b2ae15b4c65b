/**
 * The inner loops of writing a segment of numbers, in AssemblyScript: TypeScript's syntax, compiled to
 * WebAssembly by scripts/kernel.ts. Places are addresses; `gaps` is 0 where there are none. What each
 * function does is done in TypeScript by plain-packer.ts; a test holds both against each other.
 */

/** The least and the greatest number of the last {@link range}, and whether all are whole. */
export let low: f64 = 0;
export let high: f64 = 0;
export let isWhole: bool = true;
/** Whether each of the last {@link rangeOf} is one more than the one before. */
export let isStep: bool = false;

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

/** Writes four whole numbers of four bytes in so many bytes each. */
// @ts-ignore: decorator
@inline
function putFour(into: usize, offsets: v128, bytes: u32): void {
  if (bytes === 4) {
    v128.store(into, offsets);
    return;
  }
  const halves = i16x8.narrow_i32x4_u(offsets, offsets);
  if (bytes === 2) store<u64>(into, i64x2.extract_lane(halves, 0));
  else store<u32>(into, i32x4.extract_lane(i8x16.narrow_i16x8_u(halves, halves), 0));
}

// @ts-ignore: decorator
@inline
function putOne(into: usize, offset: u32, bytes: u32): void {
  if (bytes === 1) store<u8>(into, <u8>offset);
  else if (bytes === 2) store<u16>(into, <u16>offset);
  else store<u32>(into, offset);
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
      offsets = v128.andnot(offsets, gapsAt(gaps));
      gaps += 4;
    }
    putFour(into, offsets, bytes);
  }
  for (; values < end; values += 8, into += bytes) {
    const isGap = gaps !== 0 && load<u8>(gaps++) !== 0;
    const offset = isGap ? 0 : <u32>(<i64>(nearest(load<f64>(values) * divisor) - from));
    putOne(into, offset, bytes);
  }
}

/** Writes what stands in `table` for each code of so many bytes, in four bytes each. */
export function lookUp(width: u32, codes: usize, n: u32, table: usize, into: usize): void {
  const end = into + ((<usize>n) << 2);
  if (width === 1) {
    for (; into < end; codes += 1, into += 4) {
      store<u32>(into, load<u32>(table + ((<usize>load<u8>(codes)) << 2)));
    }
  } else if (width === 2) {
    for (; into < end; codes += 2, into += 4) {
      store<u32>(into, load<u32>(table + ((<usize>load<u16>(codes)) << 2)));
    }
  } else {
    for (; into < end; codes += 4, into += 4) {
      store<u32>(into, load<u32>(table + ((<usize>load<u32>(codes)) << 2)));
    }
  }
}

/** Writes how far each code lies above `from`, in four bytes; 0 for one that lies below. */
export function lower(width: u32, codes: usize, n: u32, from: u32, into: usize): void {
  const end = into + ((<usize>n) << 2);
  for (; into < end; codes += width, into += 4) {
    const code: u32 =
      width === 1 ? load<u8>(codes) : width === 2 ? <u32>load<u16>(codes) : load<u32>(codes);
    store<u32>(into, code > from ? code - from : 0);
  }
}

/** Writes the byte that stands in `table` for each code. */
export function lookUpBytes(width: u32, codes: usize, n: u32, table: usize, into: usize): void {
  const end = into + <usize>n;
  if (width === 1) {
    for (; into < end; codes += 1, into++) store<u8>(into, load<u8>(table + <usize>load<u8>(codes)));
  } else if (width === 2) {
    for (; into < end; codes += 2, into++) {
      store<u8>(into, load<u8>(table + <usize>load<u16>(codes)));
    }
  } else {
    for (; into < end; codes += 4, into++) {
      store<u8>(into, load<u8>(table + <usize>load<u32>(codes)));
    }
  }
}

/** -1 in each of four places where there is a gap. */
// @ts-ignore: decorator
@inline
function gapsAt(gaps: usize): v128 {
  const own = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(gaps)));
  return i32x4.ne(own, i32x4.splat(0));
}

/** The range of whole numbers of four bytes, and whether they are steps. */
export function rangeOf(numbers: usize, gaps: usize, n: u32): void {
  const first = load<u32>(numbers);
  let lows = i32x4.splat(-1);
  let highs = i32x4.splat(0);
  let due = i32x4.add(i32x4.splat(first), i32x4(0, 1, 2, 3));
  let asDue = i32x4.splat(-1);
  const end = numbers + ((<usize>n) << 2);
  let at = numbers;
  for (; at + 16 <= end; at += 16) {
    const four = v128.load(at);
    let none = i32x4.splat(0);
    if (gaps !== 0) {
      none = gapsAt(gaps);
      gaps += 4;
    }
    lows = i32x4.min_u(lows, v128.or(four, none));
    highs = i32x4.max_u(highs, v128.andnot(four, none));
    asDue = v128.and(asDue, v128.andnot(i32x4.eq(four, due), none));
    due = i32x4.add(due, i32x4.splat(4));
  }
  let least: u32 = 0xffff_ffff;
  let most: u32 = 0;
  store<v128>(scratch, lows);
  store<v128>(scratch, highs, 16);
  for (let lane: usize = 0; lane < 16; lane += 4) {
    least = min(least, load<u32>(scratch + lane));
    most = max(most, load<u32>(scratch + lane, 16));
  }
  let steps = i32x4.all_true(asDue);
  for (; at < end; at += 4) {
    const number = load<u32>(at);
    if (gaps !== 0 && load<u8>(gaps++) !== 0) {
      steps = false;
      continue;
    }
    least = min(least, number);
    most = max(most, number);
    steps = steps && number === first + <u32>((at - numbers) >> 2);
  }
  low = <f64>least;
  high = <f64>most;
  isStep = steps;
}

const scratch = memory.data(32);

/** Writes how far each of them lies above `from`, 0 where there is none, in so many bytes. */
export function narrow(
  numbers: usize,
  gaps: usize,
  n: u32,
  from: u32,
  bytes: u32,
  into: usize,
): void {
  const all = i32x4.splat(from);
  const end = numbers + ((<usize>n) << 2);
  for (; numbers + 16 <= end; numbers += 16, into += <usize>bytes << 2) {
    let offsets = i32x4.sub(v128.load(numbers), all);
    if (gaps !== 0) {
      offsets = v128.andnot(offsets, gapsAt(gaps));
      gaps += 4;
    }
    putFour(into, offsets, bytes);
  }
  for (; numbers < end; numbers += 4, into += bytes) {
    const isGap = gaps !== 0 && load<u8>(gaps++) !== 0;
    const offset = isGap ? 0 : load<u32>(numbers) - from;
    putOne(into, offset, bytes);
  }
}

/** Writes a bit for each byte that is `one`, first byte first; false where another is neither that nor 0. */
export function bits(bytes: usize, n: u32, one: u8, into: usize): bool {
  const ones = i8x16.splat(one);
  const end = bytes + <usize>n;
  for (; bytes + 16 <= end; bytes += 16, into += 2) {
    const found = v128.load(bytes);
    const own = i8x16.eq(found, ones);
    if (!i8x16.all_true(v128.or(own, i8x16.eq(found, i8x16.splat(0))))) return false;
    store<u16>(into, <u16>i8x16.bitmask(own));
  }
  for (let bit: u32 = 0; bytes < end; bytes++, bit = (bit + 1) & 7) {
    const found = load<u8>(bytes);
    if (found !== one && found !== 0) return false;
    const before: u8 = bit === 0 ? 0 : load<u8>(into);
    store<u8>(into, before | ((<u8>(found === one)) << (<u8>bit)));
    if (bit === 7) into++;
  }
  return true;
}
