/** Days as Excel counts them, the first and the last that may be meant. */
const FIRST: u64 = 34_000;
const LAST: u64 = 60_000;

/** Whether a number of five digits before its point may be such a day. */
export function isSerial(key: u64, divisor: u64): bool {
  return key >= FIRST * divisor && key <= LAST * divisor;
}
