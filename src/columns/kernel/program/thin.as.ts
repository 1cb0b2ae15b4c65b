import { sumOf } from './bitmaps.as';

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
