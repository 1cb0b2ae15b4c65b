import { digitsOf, isMultiple } from './powers.as';
import { isSerial } from './serials.as';

/** The group of a number without a sign, as numberGroup puts its text into one. */
export function keyGroup(key: u64, decimals: u32, divisor: u64, isWhole: bool): u32 {
  const digits = digitsOf(key);
  const whole = digits > decimals ? digits - decimals : 1;
  let group = (whole << 1) | <u32>(key < divisor);
  group = (group << 1) | <u32>(decimals > 0 && isMultiple(key, 10));
  group = (group << 1) | <u32>isWhole;
  return (group << 1) | <u32>(whole === 5 && isSerial(key, divisor));
}
