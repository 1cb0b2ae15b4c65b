import { POINT, ZERO } from './bytes.as';
import { Pattern } from './cell-pattern.as';

/**
 * Writes the texts of `n` keys to `into`, one after the other, and where each ends to `ends`; gives where
 * the last one does.
 */
export function write(pattern: Pattern, keys: usize, n: u32, into: usize, ends: usize): u32 {
  const template = pattern.template;
  const length = pattern.length;
  const decimals = pattern.decimals;
  let at = into;
  for (let i: u32 = 0; i < n; i++, keys += 8, ends += 4) {
    const key = <u64>load<f64>(keys);
    at = length > 0 ? writeCode(key, template, length, at) : writeNumber(key, decimals, at);
    store<u32>(ends, <u32>(at - into));
  }
  return <u32>(at - into);
}

function writeCode(key: u64, template: usize, length: u32, at: usize): usize {
  for (let i = <i32>length - 1; i >= 0; i--) {
    const byte = load<u8>(template + <usize>i);
    if (byte !== 0) store<u8>(at + <usize>i, byte);
    else {
      store<u8>(at + <usize>i, ZERO + <u8>(key % 10));
      key /= 10;
    }
  }
  return at + <usize>length;
}

function writeNumber(key: u64, decimals: u32, at: usize): usize {
  let digits: u32 = 1;
  for (let rest = key / 10; rest > 0; rest /= 10) digits++;
  if (digits <= decimals) digits = decimals + 1;
  const end = at + <usize>digits + (decimals > 0 ? 1 : 0);
  const point = decimals > 0 ? end - 1 - <usize>decimals : 0;
  for (let place = end - 1; place >= at; place--) {
    if (place === point) store<u8>(place, POINT);
    else {
      store<u8>(place, ZERO + <u8>(key % 10));
      key /= 10;
    }
  }
  return end;
}
