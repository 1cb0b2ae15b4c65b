import { lengthOf, startOf } from './fields.as';
import { placeOf, slotAt } from './slots.as';
import { Texts, codeOf, wordOf } from './text-table.as';

/** Slots of a table that no longer fits a processor's near cache. */
const LARGE: u32 = 1 << 15;

/** Kept so that the compiler does not leave out what {@link fetch} looks at. */
let fetched: u64 = 0;

/**
 * Writes the code of each field of a column to `into`, in as few bytes each as the highest needs; gives
 * that one. Up to 64 bytes after them may be written to.
 */
export function codes(texts: Texts, fields: usize, records: u32, into: usize): u32 {
  if (texts.mask >= LARGE) fetch(texts, fields, records);
  let most: u32 = 0;
  for (let record: u32 = 0; record < records; record++, fields += 8, into += 4) {
    const code = codeOf(texts, startOf(fields), lengthOf(fields));
    store<u32>(into, code);
    if (code > most) most = code;
  }
  narrow(into - ((<usize>records) << 2), records, most);
  return most;
}

/** Moves numbers of four bytes together, none of them above `most`. */
function narrow(place: usize, n: u32, most: u32): void {
  if (most > 0xffff) return;
  const end = place + ((<usize>n) << 2);
  for (let at = place, into = place; at < end; at += 64) {
    const one = i16x8.narrow_i32x4_u(v128.load(at), v128.load(at, 16));
    const two = i16x8.narrow_i32x4_u(v128.load(at, 32), v128.load(at, 48));
    if (most > 0xff) {
      v128.store(into, one);
      v128.store(into, two, 16);
      into += 32;
    } else {
      v128.store(into, i8x16.narrow_i16x8_u(one, two));
      into += 16;
    }
  }
}

/**
 * Looks at the slots of all fields, one after the other and for nothing else: so the processor fetches
 * many of them at a time from a table that does not fit its cache.
 */
function fetch(texts: Texts, fields: usize, records: u32): void {
  let seen: u64 = 0;
  for (let record: u32 = 0; record < records; record++, fields += 8) {
    const length = lengthOf(fields);
    if (length === 0) continue;
    const slot = placeOf(wordOf(startOf(fields), length)) & texts.mask;
    seen |= load<u64>(slotAt(texts.slots, slot));
  }
  fetched = seen;
}
