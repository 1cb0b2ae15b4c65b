import { BLOCK_WORDS } from './lists.as';

/** Words: a multiple of 4, as in all that follows. */
export function and(into: usize, other: usize, words: usize): void {
  const end = into + (words << 2);
  for (; into < end; into += 16, other += 16) {
    v128.store(into, v128.and(v128.load(into), v128.load(other)));
  }
}

export function or(into: usize, other: usize, words: usize): void {
  const end = into + (words << 2);
  for (; into < end; into += 16, other += 16) {
    v128.store(into, v128.or(v128.load(into), v128.load(other)));
  }
}

export function not(into: usize, words: usize): void {
  const end = into + (words << 2);
  for (; into < end; into += 16) v128.store(into, v128.not(v128.load(into)));
}

/**
 * The rows that meet all conditions, and for each of some conditions those that meet all others. Takes the
 * places of the conditions, from `conditions` on, the first met by whoever is looked at at all; of the
 * bitmaps to be made, `into` for all and then one for each condition after the first, or 0; then where
 * numbers of rows go, in the same order. A block is done with while it is in the cache.
 */
export function meet(
  conditions: usize,
  many: u32,
  into: usize,
  counts: usize,
  words: usize,
  scratch: usize,
): void {
  const near = scratch;
  const last = <usize>many << 2;
  memory.fill(counts, 0, last);
  for (let at: usize = 0, bytes = words << 2; at < bytes; at += BLOCK_WORDS << 2) {
    const end = min(bytes - at, BLOCK_WORDS << 2);
    const met = <usize>load<u32>(into) + at;
    memory.copy(met, <usize>load<u32>(conditions) + at, end);
    memory.copy(near, met, end);
    // Near are those that meet all but perhaps one.
    for (let i: usize = 4; i < last; i += 4) {
      const condition = <usize>load<u32>(conditions + i) + at;
      for (let j: usize = 0; j < end; j += 16) {
        const all = v128.load(met + j);
        const passes = v128.load(condition + j);
        v128.store(near + j, v128.or(all, v128.and(v128.load(near + j), passes)));
        v128.store(met + j, v128.and(all, passes));
      }
    }
    store<u32>(counts, load<u32>(counts) + count(met, end >> 2));
    for (let i: usize = 4; i < last; i += 4) {
      const found = <usize>load<u32>(into + i) + at;
      if (found === at) continue;
      const condition = <usize>load<u32>(conditions + i) + at;
      for (let j: usize = 0; j < end; j += 16) {
        const others = v128.andnot(v128.load(near + j), v128.load(condition + j));
        v128.store(found + j, v128.or(v128.load(met + j), others));
      }
      store<u32>(counts + i, load<u32>(counts + i) + count(found, end >> 2));
    }
  }
}

// @ts-ignore: decorator
@inline
export function sumOf(bytes: v128): u32 {
  const wide = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes));
  const two = i64x2.add(i64x2.extend_low_i32x4_u(wide), i64x2.extend_high_i32x4_u(wide));
  return <u32>(i64x2.extract_lane(two, 0) + i64x2.extract_lane(two, 1));
}

export function count(bitmap: usize, words: usize): u32 {
  let n: u32 = 0;
  for (const end = bitmap + (words << 2); bitmap < end; ) {
    // 31 times 8 bits fit the byte that counts them.
    const part = min(end, bitmap + 31 * 16);
    let bytes = i8x16.splat(0);
    for (; bitmap < part; bitmap += 16) bytes = i8x16.add(bytes, i8x16.popcnt(v128.load(bitmap)));
    n += sumOf(bytes);
  }
  return n;
}

/**
 * The rows of some words of a bitmap, ascending; gives how many. `first` is the row of the first bit. Four
 * are written at a time, whether there are so many or not, since where the next bit is cannot be foreseen:
 * `into` has room for three more.
 */
export function rowsOf(bitmap: usize, words: usize, first: u32, into: usize): u32 {
  const start = into;
  const end = bitmap + (words << 2);
  for (; bitmap < end; bitmap += 8, first += 64) {
    let bits = load<u64>(bitmap);
    const next = into + (<usize>popcnt(bits) << 2);
    do {
      store<u32>(into, first + <u32>ctz(bits));
      bits &= bits - 1;
      store<u32>(into, first + <u32>ctz(bits), 4);
      bits &= bits - 1;
      store<u32>(into, first + <u32>ctz(bits), 8);
      bits &= bits - 1;
      store<u32>(into, first + <u32>ctz(bits), 12);
      bits &= bits - 1;
      into += 16;
    } while (into < next);
    into = next;
  }
  return <u32>((into - start) >> 2);
}

/** How many words from here on have no 0 in them, four at a time. */
export function fullWords(bitmap: usize, words: usize): usize {
  const none = i8x16.splat(0);
  const end = bitmap + (words << 2);
  let at = bitmap;
  while (at < end && !v128.any_true(v128.xor(v128.load(at), v128.not(none)))) at += 16;
  return (at - bitmap) >> 2;
}
