const POWERS = memory.data<u64>([
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000,
  100000000000, 1000000000000, 10000000000000, 100000000000000, 1000000000000000,
]);

/** The power of ten with an exponent of 15 at most. */
// @ts-ignore: decorator
@inline
export function powerOf10(exponent: u32): u64 {
  return load<u64>(POWERS + ((<usize>exponent) << 3));
}

/** Digits of a number of 15 at most: as many as its bits make at least, or one more. */
export function digitsOf(key: u64): u32 {
  const least = ((64 - <u32>clz(key | 1)) * 1233) >> 12;
  return least + <u32>(key >= powerOf10(least) || key === 0);
}

export function isMultiple(key: u64, divisor: u64): bool {
  if (divisor === 1) return true;
  return key <= <u64>u32.MAX_VALUE ? <u32>key % <u32>divisor === 0 : key % divisor === 0;
}
