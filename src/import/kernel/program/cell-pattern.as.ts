import { POINT, ZERO } from './bytes.as';

export const NO_KEY: i64 = -1;
export const MOST_DIGITS: u32 = 15;

/** How a cell is written whose digits are all that tells it from its like: see cell-pattern.ts. */
@unmanaged
export class Pattern {
  template: usize;
  length: u32;
  decimals: u32;
}

export function makePattern(template: usize, length: u32, decimals: u32): Pattern {
  return { template, length, decimals };
}

export function keyOf(pattern: Pattern, start: usize, length: u32): f64 {
  return <f64>key64(pattern, start, length);
}

/** Inlined here, since whether V8 would do so hangs on the size of all other functions. */
// @ts-ignore: decorator
@inline
export function key64(pattern: Pattern, start: usize, length: u32): i64 {
  return pattern.length > 0
    ? codeKey(pattern.template, pattern.length, start, length)
    : numberKey(pattern.decimals, start, length);
}

function codeKey(template: usize, expected: u32, start: usize, length: u32): i64 {
  if (length !== expected) return NO_KEY;
  let key: i64 = 0;
  for (let i: usize = 0; i < <usize>length; i++) {
    const byte = load<u8>(start + i);
    const wanted = load<u8>(template + i);
    if (wanted === 0) {
      const digit: u8 = byte - ZERO;
      if (digit > 9) return NO_KEY;
      key = key * 10 + <i64>digit;
    } else if (byte !== wanted) return NO_KEY;
  }
  return key;
}

function numberKey(decimals: u32, start: usize, length: u32): i64 {
  const extra = decimals > 0 ? decimals + 1 : 0;
  if (length <= extra || length > MOST_DIGITS + 1) return NO_KEY;
  const whole = length - extra;
  if (whole + decimals > MOST_DIGITS) return NO_KEY;
  if (whole > 1 && load<u8>(start) === ZERO) return NO_KEY;
  const point = start + <usize>whole;
  const key = withDigits(0, start, point);
  if (decimals === 0 || key === NO_KEY) return key;
  if (load<u8>(point) !== POINT) return NO_KEY;
  return withDigits(key, point + 1, start + <usize>length);
}

/** A number to whose digits those between two places are added. */
// @ts-ignore: decorator
@inline
function withDigits(key: i64, from: usize, to: usize): i64 {
  for (let at = from; at < to; at++) {
    const digit: u8 = load<u8>(at) - ZERO;
    if (digit > 9) return NO_KEY;
    key = key * 10 + <i64>digit;
  }
  return key;
}
