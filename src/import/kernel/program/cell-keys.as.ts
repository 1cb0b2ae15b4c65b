import { NO_KEY, Pattern, key64 } from './cell-pattern.as';
import { lengthOf, startOf } from './fields.as';
import { Texts, codeOf } from './text-table.as';

/** The lowest of the last {@link keys}, and whether each of them was greater than the one before. */
export let least: f64 = 0;
export let ascends: bool = true;

/**
 * Writes the key of each field to `into`, -1 - its code where it has none; gives the highest. They are
 * doubles, or whole numbers of 32 bits where all are small enough for that. Up to 64 bytes after them may
 * be written to.
 */
export function keys(
  texts: Texts,
  pattern: Pattern,
  fields: usize,
  records: u32,
  into: usize,
): f64 {
  let most: i64 = -1;
  let low: i64 = i64.MAX_VALUE;
  let rises = true;
  for (let record: u32 = 0; record < records; record++, fields += 8, into += 8) {
    const start = startOf(fields);
    const length = lengthOf(fields);
    let key = key64(pattern, start, length);
    if (key === NO_KEY) key = NO_KEY - <i64>codeOf(texts, start, length);
    else {
      if (key > most) most = key;
      else rises = false;
      if (key < low) low = key;
    }
    store<f64>(into, <f64>key);
  }
  ascends = rises;
  least = most < 0 ? Infinity : <f64>low;
  if (most <= i32.MAX_VALUE) {
    const place = into - ((<usize>records) << 3);
    for (let at = place, narrow = place; at < into; at += 32, narrow += 16) {
      const one = i32x4.trunc_sat_f64x2_s_zero(v128.load(at));
      const two = i32x4.trunc_sat_f64x2_s_zero(v128.load(at, 16));
      v128.store(narrow, i64x2.shuffle(one, two, 0, 2));
    }
  }
  return <f64>most;
}

/** Writes the keys of the texts from `first` up to `last` to `into` as doubles, -1 for one that has none. */
export function textKeys(
  texts: Texts,
  pattern: Pattern,
  first: u32,
  last: u32,
  into: usize,
): void {
  for (let code = first; code < last; code++, into += 8) {
    const end = texts.ends + ((<usize>code) << 2);
    const from = code === 0 ? 0 : load<u32>(end - 4);
    store<f64>(into, <f64>key64(pattern, texts.bytes + <usize>from, load<u32>(end) - from));
  }
}
