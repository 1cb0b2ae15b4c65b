/**
 * The inner loops of the column engine, in AssemblyScript: TypeScript's syntax, compiled to WebAssembly
 * by scripts/kernel.ts. Places are addresses in a memory that the caller lays out; nothing is kept
 * between calls. What each function does is said by column-kernel.ts and done in TypeScript by
 * plain-kernel.ts; a test holds both against each other.
 */

/** Rows whose numbers are brought together before they are counted. */
const BLOCK_WORDS: usize = 128;
/** Bytes of the row numbers of a block, and of the list of them that most jobs wait for; some are written beyond. */
const BLOCK: usize = BLOCK_WORDS * 32 * 4;
const LIST: usize = 3 * BLOCK + 16;
/** Bytes of a job of {@link tally}, and its kinds beside tallies; there are pairs, too. */
const JOB: usize = 32;
const SUMS: u32 = 1;
const SUMS_BY: u32 = 2;

/** Adds the rows whose code is from `low` up to `low + span`. Rows: a multiple of 128. */
export function addRange8(codes: usize, rows: usize, low: u8, span: u8, into: usize): void {
  const lows = i8x16.splat(low);
  const spans = i8x16.splat(span);
  const end = codes + rows;
  for (; codes < end; codes += 32, into += 4) {
    const a = i8x16.le_u(i8x16.sub(v128.load(codes), lows), spans);
    const b = i8x16.le_u(i8x16.sub(v128.load(codes, 16), lows), spans);
    const bits = (<u32>i8x16.bitmask(a)) | ((<u32>i8x16.bitmask(b)) << 16);
    store<u32>(into, load<u32>(into) | bits);
  }
}

export function addRange16(codes: usize, rows: usize, low: u16, span: u16, into: usize): void {
  const lows = i16x8.splat(low);
  const spans = i16x8.splat(span);
  const end = codes + (rows << 1);
  for (; codes < end; codes += 32, into += 2) {
    const a = i16x8.le_u(i16x8.sub(v128.load(codes), lows), spans);
    const b = i16x8.le_u(i16x8.sub(v128.load(codes, 16), lows), spans);
    const bits = <u16>i8x16.bitmask(i8x16.narrow_i16x8_s(a, b));
    store<u16>(into, load<u16>(into) | bits);
  }
}

export function addRange32(codes: usize, rows: usize, low: u32, span: u32, into: usize): void {
  const lows = i32x4.splat(low);
  const spans = i32x4.splat(span);
  const end = codes + (rows << 2);
  for (; codes < end; codes += 64, into += 2) {
    const a = i32x4.le_u(i32x4.sub(v128.load(codes), lows), spans);
    const b = i32x4.le_u(i32x4.sub(v128.load(codes, 16), lows), spans);
    const c = i32x4.le_u(i32x4.sub(v128.load(codes, 32), lows), spans);
    const d = i32x4.le_u(i32x4.sub(v128.load(codes, 48), lows), spans);
    const ab = i16x8.narrow_i32x4_s(a, b);
    const cd = i16x8.narrow_i32x4_s(c, d);
    const bits = <u16>i8x16.bitmask(i8x16.narrow_i16x8_s(ab, cd));
    store<u16>(into, load<u16>(into) | bits);
  }
}

// @ts-ignore: decorator
@inline
function code(width: u32, codes: usize, row: usize): u32 {
  if (width === 1) return load<u8>(codes + row);
  if (width === 2) return load<u16>(codes + (row << 1));
  return load<u32>(codes + (row << 2));
}

/** Adds the rows whose code has a 1 in `verdicts`. */
export function addSet(width: u32, codes: usize, rows: usize, verdicts: usize, into: usize): void {
  for (let row: usize = 0; row < rows; row += 32, into += 4) {
    let bits: u32 = 0;
    for (let bit: usize = 0; bit < 32; bit++) {
      bits |= (<u32>load<u8>(verdicts + code(width, codes, row + bit))) << (<u32>bit);
    }
    store<u32>(into, load<u32>(into) | bits);
  }
}

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
function sumOf(bytes: v128): u32 {
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
function fullWords(bitmap: usize, words: usize): usize {
  const none = i8x16.splat(0);
  const end = bitmap + (words << 2);
  let at = bitmap;
  while (at < end && !v128.any_true(v128.xor(v128.load(at), v128.not(none)))) at += 16;
  return (at - bitmap) >> 2;
}

/** Places that codes are counted in by turns, so that none waits for the one before it; in bytes. */
const PLACE: usize = 1024;

// @ts-ignore: decorator
@inline
function add(place: usize): void {
  store<u32>(place, load<u32>(place) + 1);
}

/** Counts codes that stand one after another. */
function tallyBytes(codes: usize, rows: usize, counts: usize, scratch: usize): void {
  memory.fill(scratch, 0, 8 * PLACE);
  const end = codes + rows;
  for (; codes < end; codes += 8) {
    const eight = load<u64>(codes);
    add(scratch + ((<usize>eight & 0xff) << 2));
    add(scratch + PLACE + ((<usize>(eight >> 8) & 0xff) << 2));
    add(scratch + 2 * PLACE + ((<usize>(eight >> 16) & 0xff) << 2));
    add(scratch + 3 * PLACE + ((<usize>(eight >> 24) & 0xff) << 2));
    add(scratch + 4 * PLACE + ((<usize>(eight >> 32) & 0xff) << 2));
    add(scratch + 5 * PLACE + ((<usize>(eight >> 40) & 0xff) << 2));
    add(scratch + 6 * PLACE + ((<usize>(eight >> 48) & 0xff) << 2));
    add(scratch + 7 * PLACE + (<usize>(eight >> 56) << 2));
  }
  for (let code: usize = 0; code < PLACE; code += 4, counts += 4) {
    let n: u32 = 0;
    for (let at = scratch + code; at < scratch + 8 * PLACE; at += PLACE) n += load<u32>(at);
    if (n !== 0) store<u32>(counts, load<u32>(counts) + n);
  }
}

function tallyShorts(codes: usize, rows: usize, counts: usize): void {
  const end = codes + (rows << 1);
  for (; codes < end; codes += 4) {
    const two = load<u32>(codes);
    add(counts + ((two & 0xffff) << 2));
    add(counts + ((two >> 16) << 2));
  }
}

/** Counts the codes of some rows. */
function tallyRows(width: u32, codes: usize, rows: usize, end: usize, counts: usize): void {
  if (width === 1) {
    for (; rows < end; rows += 4) add(counts + (<usize>load<u8>(codes + load<u32>(rows)) << 2));
  } else {
    for (; rows < end; rows += 4) {
      add(counts + (<usize>load<u16>(codes + (load<u32>(rows) << 1)) << 2));
    }
  }
}

/**
 * Brings the codes of some rows together, so that many of them are waited for at the same time. Four at
 * a time: rows and codes have room for three more.
 */
function gather(width: u32, codes: usize, rows: usize, end: usize, into: usize): void {
  if (width === 1) gatherOf<u8>(codes, rows, end, into);
  else if (width === 2) gatherOf<u16>(codes, rows, end, into);
  else gatherOf<u32>(codes, rows, end, into);
}

// @ts-ignore: decorator
@inline
function gatherOf<Code>(codes: usize, rows: usize, end: usize, into: usize): void {
  for (; rows < end; rows += 16, into += 16) {
    store<u32>(into, <u32>load<Code>(codes + <usize>load<u32>(rows) * sizeof<Code>()));
    store<u32>(into, <u32>load<Code>(codes + <usize>load<u32>(rows, 4) * sizeof<Code>()), 4);
    store<u32>(into, <u32>load<Code>(codes + <usize>load<u32>(rows, 8) * sizeof<Code>()), 8);
    store<u32>(into, <u32>load<Code>(codes + <usize>load<u32>(rows, 12) * sizeof<Code>()), 12);
  }
}

// @ts-ignore: decorator
@inline
function addTo(place: usize, value: f64): void {
  store<f64>(place, load<f64>(place) + value);
}

/** Adds codes to the five sums of all. */
function addSums(codes: usize, n: usize, floor: u32, split: u32, into: usize): void {
  const below = ((<u32>1) << split) - 1;
  let many = load<f64>(into);
  let sum = load<f64>(into, 8);
  let highs = load<f64>(into, 16);
  let products = load<f64>(into, 24);
  let lows = load<f64>(into, 32);
  for (const end = codes + (n << 2); codes < end; codes += 4) {
    const found = load<u32>(codes);
    if (found < floor) continue;
    const value = found - floor;
    const high = <f64>(value >> split);
    const low = <f64>(value & below);
    many += 1;
    sum += <f64>value;
    highs += high * high;
    products += high * low;
    lows += low * low;
  }
  store<f64>(into, many);
  store<f64>(into, sum, 8);
  store<f64>(into, highs, 16);
  store<f64>(into, products, 24);
  store<f64>(into, lows, 32);
}

/** Adds codes to the five sums of their keys. */
function addSumsBy(
  keys: usize,
  codes: usize,
  n: usize,
  floor: u32,
  split: u32,
  into: usize,
): void {
  const below = ((<u32>1) << split) - 1;
  for (const end = codes + (n << 2); codes < end; codes += 4, keys += 4) {
    const found = load<u32>(codes);
    if (found < floor) continue;
    const value = found - floor;
    const high = <f64>(value >> split);
    const low = <f64>(value & below);
    const place = into + <usize>load<u32>(keys) * 40;
    store<f64>(place, load<f64>(place) + 1);
    store<f64>(place, load<f64>(place, 8) + <f64>value, 8);
    store<f64>(place, load<f64>(place, 16) + high * high, 16);
    store<f64>(place, load<f64>(place, 24) + high * low, 24);
    store<f64>(place, load<f64>(place, 32) + low * low, 32);
  }
}

/** Adds the pairs that have both values to n, Σx, Σy, Σx², Σy², Σxy. */
function addPairs(
  codes: usize,
  others: usize,
  n: usize,
  floor: u32,
  otherFloor: u32,
  into: usize,
): void {
  let many = load<f64>(into);
  let x = load<f64>(into, 8);
  let y = load<f64>(into, 16);
  let xx = load<f64>(into, 24);
  let yy = load<f64>(into, 32);
  let xy = load<f64>(into, 40);
  for (const end = codes + (n << 2); codes < end; codes += 4, others += 4) {
    const first = load<u32>(codes);
    const second = load<u32>(others);
    if (first < floor || second < otherFloor) continue;
    const a = <f64>(first - floor);
    const b = <f64>(second - otherFloor);
    many += 1;
    x += a;
    y += b;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  store<f64>(into, many);
  store<f64>(into, x, 8);
  store<f64>(into, y, 16);
  store<f64>(into, xx, 24);
  store<f64>(into, yy, 32);
  store<f64>(into, xy, 40);
}

/** Does all jobs that are no tallies, for a list of rows. */
function doJobs(jobs: usize, last: usize, rows: usize, end: usize, scratch: usize): void {
  const n = (end - rows) >> 2;
  const others = scratch + LIST;
  // What is read beyond the list is a row, too.
  store<u64>(end, 0);
  store<u32>(end, 0, 8);
  for (let job = jobs; job < last; job += JOB) {
    const kind = load<u32>(job);
    const into = <usize>load<u32>(job, 4);
    const floor = load<u32>(job, 16);
    const further = load<u32>(job, 28);
    gather(load<u32>(job, 8), <usize>load<u32>(job, 12), rows, end, scratch);
    if (kind === SUMS) {
      addSums(scratch, n, floor, further, into);
      continue;
    }
    gather(load<u32>(job, 20), <usize>load<u32>(job, 24), rows, end, others);
    if (kind === SUMS_BY) addSumsBy(others, scratch, n, floor, further, into);
    else addPairs(scratch, others, n, floor, further, into);
  }
}

/**
 * Does several jobs for the rows of a bitmap; a job is what wasm-kernel.ts says. Tallies are done block by
 * block, while their rows are on a page each: such are read ahead of. All others wait until the list of
 * rows is full: what they read lies further apart, and is waited for all at once.
 */
export function tally(
  bitmap: usize,
  words: usize,
  jobs: usize,
  tallies: u32,
  many: u32,
  scratch: usize,
): void {
  const others = jobs + (<usize>tallies) * JOB;
  const last = jobs + (<usize>many) * JOB;
  const spare = scratch + LIST;
  let end = scratch;
  let tallied: usize = 0;
  for (let word: usize = 0; word < words; ) {
    const full: usize = word < tallied ? <usize>0 : fullWords(bitmap + (word << 2), words - word);
    if (full >= BLOCK_WORDS) {
      // Codes that stand one after another are counted faster than those of a list of rows.
      for (let job = jobs; job < others; job += JOB) {
        const counts = <usize>load<u32>(job, 4);
        const codes = <usize>load<u32>(job, 12);
        if (load<u32>(job, 8) === 1) tallyBytes(codes + (word << 5), full << 5, counts, spare);
        else tallyShorts(codes + (word << 6), full << 5, counts);
      }
      tallied = word + full;
    }
    if (word < tallied && others === last) {
      word = tallied;
      continue;
    }
    const some = min(BLOCK_WORDS, (word < tallied ? tallied : words) - word);
    const from = end;
    end += <usize>rowsOf(bitmap + (word << 2), some, <u32>(word << 5), from) << 2;
    if (word >= tallied) {
      for (let job = jobs; job < others; job += JOB) {
        const counts = <usize>load<u32>(job, 4);
        tallyRows(load<u32>(job, 8), <usize>load<u32>(job, 12), from, end, counts);
      }
    }
    if (others === last) {
      end = scratch;
    } else if (end > scratch + LIST - 16 - BLOCK) {
      doJobs(others, last, scratch, end, spare);
      end = scratch;
    }
    word += some;
  }
  doJobs(others, last, scratch, end, spare);
}

/** Codes below 8 bit by bit: of 128 rows their first bits, then their second, then their third. */
export function thin(codes: usize, words: usize, into: usize): void {
  for (const end = into + words * 12; into < end; into += 48, codes += 128) {
    for (let part: usize = 0; part < 8; part++) {
      const found = v128.load(codes + (part << 4));
      const at = into + (part << 1);
      store<u16>(at, <u16>i8x16.bitmask(i8x16.shl(found, 7)));
      store<u16>(at, <u16>i8x16.bitmask(i8x16.shl(found, 6)), 16);
      store<u16>(at, <u16>i8x16.bitmask(i8x16.shl(found, 5)), 32);
    }
  }
}

/**
 * Counts the eight codes of the rows: first the rows that have some bits, whatever the others are, from which
 * follows how many have these bits alone.
 */
export function tallyThin(bitmap: usize, words: usize, thin: usize, counts: usize): void {
  const none = i8x16.splat(0);
  let n: u32 = 0;
  let n1: u32 = 0;
  let n2: u32 = 0;
  let n3: u32 = 0;
  let n4: u32 = 0;
  let n5: u32 = 0;
  let n6: u32 = 0;
  let n7: u32 = 0;
  for (const end = bitmap + (words << 2); bitmap < end; ) {
    // 31 times 8 bits fit the byte that counts them.
    const part = min(end, bitmap + 31 * 16);
    let b0 = none;
    let b1 = none;
    let b2 = none;
    let b3 = none;
    let b4 = none;
    let b5 = none;
    let b6 = none;
    let b7 = none;
    for (; bitmap < part; bitmap += 16, thin += 48) {
      const rows = v128.load(bitmap);
      const second = v128.load(thin, 16);
      const third = v128.load(thin, 32);
      const rows1 = v128.and(rows, v128.load(thin));
      const rows2 = v128.and(rows, second);
      const rows3 = v128.and(rows1, second);
      b0 = i8x16.add(b0, i8x16.popcnt(rows));
      b1 = i8x16.add(b1, i8x16.popcnt(rows1));
      b2 = i8x16.add(b2, i8x16.popcnt(rows2));
      b3 = i8x16.add(b3, i8x16.popcnt(rows3));
      b4 = i8x16.add(b4, i8x16.popcnt(v128.and(rows, third)));
      b5 = i8x16.add(b5, i8x16.popcnt(v128.and(rows1, third)));
      b6 = i8x16.add(b6, i8x16.popcnt(v128.and(rows2, third)));
      b7 = i8x16.add(b7, i8x16.popcnt(v128.and(rows3, third)));
    }
    n += sumOf(b0);
    n1 += sumOf(b1);
    n2 += sumOf(b2);
    n3 += sumOf(b3);
    n4 += sumOf(b4);
    n5 += sumOf(b5);
    n6 += sumOf(b6);
    n7 += sumOf(b7);
  }
  store<u32>(counts, n - n1 - n2 - n4 + n3 + n5 + n6 - n7);
  store<u32>(counts, n1 - n3 - n5 + n7, 4);
  store<u32>(counts, n2 - n3 - n6 + n7, 8);
  store<u32>(counts, n3 - n7, 12);
  store<u32>(counts, n4 - n5 - n6 + n7, 16);
  store<u32>(counts, n5 - n7, 20);
  store<u32>(counts, n6 - n7, 24);
  store<u32>(counts, n7, 28);
}

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
