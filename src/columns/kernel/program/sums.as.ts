import { JOB, LIST, SUMS, SUMS_BY } from './lists.as';

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
function addTo(place: usize, sum: u64): void {
  store<f64>(place, load<f64>(place) + <f64>sum);
}

/** Adds codes to the five sums of all; of a list these are whole numbers that do not overflow. */
function addSums(codes: usize, n: usize, floor: u32, split: u32, into: usize): void {
  const below = ((<u32>1) << split) - 1;
  let many: u64 = 0;
  let sum: u64 = 0;
  let highs: u64 = 0;
  let products: u64 = 0;
  let lows: u64 = 0;
  for (const end = codes + (n << 2); codes < end; codes += 4) {
    const found = load<u32>(codes);
    if (found < floor) continue;
    const value = found - floor;
    const high = <u64>(value >> split);
    const low = <u64>(value & below);
    many += 1;
    sum += value;
    highs += high * high;
    products += high * low;
    lows += low * low;
  }
  addTo(into, many);
  addTo(into + 8, sum);
  addTo(into + 16, highs);
  addTo(into + 24, products);
  addTo(into + 32, lows);
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
export function doSums(jobs: usize, last: usize, rows: usize, end: usize, scratch: usize): void {
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
