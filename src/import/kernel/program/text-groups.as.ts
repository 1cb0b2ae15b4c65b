import {
  BACKSLASH,
  BAR,
  COMMA,
  MINUS,
  POINT,
  SEMICOLON,
  SLASH,
  SPACE,
  UNDERSCORE,
  ZERO,
  isDigit,
  isLetter,
} from './bytes.as';
import { MOST_DIGITS } from './cell-pattern.as';
import { powerOf10 } from './powers.as';
import { isSerial } from './serials.as';

/** The state of the column whose texts are grouped: see alike-state.ts. */
export let words: u32 = 0;
export let longest: u32 = 0;
let harmless: u32 = 0;
let knowsWholes: bool = false;

/** The groups of text-group.ts. */
const BY_ITSELF: u32 = 0;
const UNDECIDED: u32 = 0xffff_ffff;
const CODES: u32 = 4096;
const WORDS: u32 = 100;

/**
 * Writes the groups of `n` texts to `into`, up to one that is undecided; gives how many. The first text
 * begins at `bytes`, which is place `start` among the places where they end.
 */
export function groups(
  bytes: usize,
  start: u32,
  ends: usize,
  n: u32,
  into: usize,
  known: u32,
  wholes: bool,
): u32 {
  harmless = known;
  knowsWholes = wholes;
  let from = bytes;
  for (let i: u32 = 0; i < n; i++, ends += 4, into += 4) {
    const to = bytes + <usize>(load<u32>(ends) - start);
    const group = groupOf(from, to);
    store<u32>(into, group);
    if (group === UNDECIDED) return i + 1;
    from = to;
  }
  return n;
}

function groupOf(start: usize, end: usize): u32 {
  if (start === end) return BY_ITSELF;
  const first = load<u8>(start);
  if (first === MINUS || isDigit(first)) return numberGroup(start, end);
  if (!isLetter(first)) return BY_ITSELF;
  const code = codeGroup(start, end);
  return code !== BY_ITSELF ? code : wordGroup(start, end);
}

function numberGroup(start: usize, end: usize): u32 {
  const isNegative = load<u8>(start) === MINUS;
  const first = isNegative ? start + 1 : start;
  let point: usize = 0;
  let key: u64 = 0;
  for (let at = first; at < end; at++) {
    const byte = load<u8>(at);
    if (byte === POINT) {
      if (point !== 0 || at === first) return BY_ITSELF;
      point = at;
    } else if (isDigit(byte)) key = key * 10 + <u64>(byte - ZERO);
    else return BY_ITSELF;
  }
  const digits = <u32>(end - first) - (point !== 0 ? 1 : 0);
  const decimals = point !== 0 ? <u32>(end - point) - 1 : 0;
  if (digits === 0 || digits > MOST_DIGITS || decimals > 6) return BY_ITSELF;
  if (point !== 0 && decimals === 0) return BY_ITSELF;
  const divisor = powerOf10(decimals);
  const isWhole = key % divisor === 0;
  if (isWhole && !knowsWholes) return UNDECIDED;
  const whole = digits - decimals;
  let group = ((whole << 3) + decimals) << 1;
  group = (group | <u32>isNegative) << 1;
  group = (group | <u32>(load<u8>(first) === ZERO)) << 1;
  group = (group | <u32>(decimals > 0 && load<u8>(end - 1) === ZERO)) << 1;
  group = (group | <u32>isWhole) << 1;
  return group | <u32>(whole === 5 && !isNegative && isSerial(key, divisor));
}

function codeGroup(start: usize, end: usize): u32 {
  let at = pastLetters(start, end);
  const letters = <u32>(at - start);
  let divider: u32 = 0;
  if (at < end) {
    const byte = load<u8>(at);
    divider = byte === MINUS ? 1 : byte === UNDERSCORE ? 2 : byte === SLASH ? 3 : 0;
    if (divider > 0) at++;
  }
  const digits = <u32>(end - at);
  if (letters > 4 || digits < 3 || digits > MOST_DIGITS) return BY_ITSELF;
  if (letters > 2 && digits === 4) return BY_ITSELF;
  for (; at < end; at++) if (!isDigit(load<u8>(at))) return BY_ITSELF;
  return CODES + ((letters * 16 + digits) << 2) + divider;
}

function wordGroup(start: usize, end: usize): u32 {
  const length = <u32>(end - start);
  if (length <= 16 || load<u8>(end - 1) <= SPACE) return BY_ITSELF;
  const space = pastLetters(start, end);
  if (space - start < 2 || space + 1 >= end) return BY_ITSELF;
  if (load<u8>(space) !== SPACE || !isLetter(load<u8>(space, 1))) return BY_ITSELF;
  let marks: u32 = 0;
  let at = space;
  for (; at + 16 <= end; at += 16) {
    const bytes = v128.load(at);
    const others = v128.or(
      i8x16.gt_u(bytes, i8x16.splat(0x7e)),
      i8x16.eq(bytes, i8x16.splat(BACKSLASH)),
    );
    if (v128.any_true(others)) return BY_ITSELF;
    if (v128.any_true(i8x16.eq(bytes, i8x16.splat(COMMA)))) marks |= 1;
    if (v128.any_true(i8x16.eq(bytes, i8x16.splat(SEMICOLON)))) marks |= 2;
    if (v128.any_true(i8x16.eq(bytes, i8x16.splat(BAR)))) marks |= 4;
  }
  for (; at < end; at++) {
    const byte = load<u8>(at);
    if (byte > 0x7e || byte === BACKSLASH) return BY_ITSELF;
    if (byte === COMMA) marks |= 1;
    else if (byte === SEMICOLON) marks |= 2;
    else if (byte === BAR) marks |= 4;
  }
  if ((marks & ~harmless) !== 0) return UNDECIDED;
  if (length <= longest && words >= WORDS) {
    return 1 + marks * 3 + (length > 60 ? 2 : length > 40 ? 1 : 0);
  }
  if (length > longest) longest = length;
  words++;
  return BY_ITSELF;
}

// @ts-ignore: decorator
@inline
function pastLetters(start: usize, end: usize): usize {
  let at = start;
  while (at < end && isLetter(load<u8>(at))) at++;
  return at;
}
