/**
 * The inner loops of reading a text file, in AssemblyScript: TypeScript's syntax, compiled to
 * WebAssembly by scripts/kernel.ts. Places are addresses in the kernel's own memory. What each function
 * does is said by plain-kernel.ts and the files that it uses, which do the same in TypeScript; a test
 * holds both against each other.
 */

const QUOTE: u8 = 0x22;
const LF: u8 = 0x0a;
const CR: u8 = 0x0d;
const SPACE: u8 = 0x20;
const TAB: u8 = 0x09;
const ZERO: u8 = 0x30;
const POINT: u8 = 0x2e;
const MINUS: u8 = 0x2d;
const BACKSLASH: u8 = 0x5c;

/** In the upper half of a field: quotes are doubled in it. */
const ESCAPED: u32 = 1 << 31;
const NO_KEY: i64 = -1;
const MOST_DIGITS: u32 = 15;
/** Slots of a table that no longer fits a processor's near cache. */
const LARGE: u32 = 1 << 15;

/** What the last {@link scan} found: where it stopped, lines and CRLFs of the records that it took. */
export let next: usize = 0;
export let lines: u32 = 0;
export let crlf: u32 = 0;
/** The lowest of the last {@link keys}, and whether each of them was greater than the one before. */
export let least: f64 = 0;
export let ascends: bool = true;
/** Kept so that the compiler does not leave out what {@link fetch} looks at. */
let fetched: u64 = 0;

export function allocate(bytes: usize): usize {
  return heap.alloc(bytes);
}

/**
 * Finds the fields of regular records between two places; the first begins on `line`. Field `f` of record `r` goes to
 * `fields + 8 * (f * most + r)`: its first byte, then its length with {@link ESCAPED}. Gives the records.
 */
export function scan(
  from: usize,
  to: usize,
  delimiter: u8,
  width: u32,
  fields: usize,
  most: u32,
  line: u32,
  lineOf: usize,
): u32 {
  const delimiters = i8x16.splat(delimiter);
  const quotes = i8x16.splat(QUOTE);
  const feeds = i8x16.splat(LF);
  const returns = i8x16.splat(CR);
  const last = width - 1;
  const stride = (<usize>most) << 3;
  let records: u32 = 0;
  let field: u32 = 0;
  let place = fields;
  let start = from;
  let closed: usize = 0;
  let doubled: u32 = 0;
  let passed: usize = 0;
  let isQuoted = false;
  const firstLine = line;
  let inRecord: u32 = 1;
  next = from;
  lines = 0;
  crlf = 0;
  for (let base = from; base < to; base += 64) {
    let stops: u64 = 0;
    for (let part: usize = 0; part < 64; part += 16) {
      const bytes = v128.load(base + part);
      const found = v128.or(
        v128.or(i8x16.eq(bytes, delimiters), i8x16.eq(bytes, feeds)),
        v128.or(i8x16.eq(bytes, quotes), i8x16.eq(bytes, returns)),
      );
      stops |= (<u64>(<u32>i8x16.bitmask(found))) << part;
    }
    if (to - base < 64) stops &= ((<u64>1) << (to - base)) - 1;
    for (; stops !== 0; stops &= stops - 1) {
      const at = base + <usize>ctz(stops);
      const byte = load<u8>(at);
      if (isQuoted) {
        if (byte === QUOTE) {
          if (at === passed) continue;
          const after = load<u8>(at, 1);
          if (after === QUOTE) {
            doubled = ESCAPED;
            passed = at + 1;
            continue;
          }
          isQuoted = false;
          closed = at;
          if (after !== delimiter && after !== LF && after !== CR) return records;
        } else if (byte === LF || (byte === CR && load<u8>(at, 1) !== LF)) {
          inRecord++;
        }
        continue;
      }
      if (byte === QUOTE) {
        if (at !== start) continue;
        isQuoted = true;
        start = at + 1;
        continue;
      }
      // The LF of a CRLF that ended a record.
      if (at < start) continue;
      const end = closed !== 0 ? closed : at;
      store<u64>(place, <u64>start | ((<u64>(<u32>(end - start) | doubled)) << 32));
      closed = 0;
      doubled = 0;
      start = at + 1;
      if (byte === delimiter) {
        if (field++ === last) return records;
        place += stride;
        continue;
      }
      if (field !== last) return records;
      if (byte === CR) {
        if (start >= to || load<u8>(start) !== LF) return records;
        start++;
        crlf++;
      }
      if (isBlank(fields + ((<usize>records) << 3), stride, width)) {
        if (byte === CR) crlf--;
        return records;
      }
      store<u32>(lineOf + ((<usize>records) << 2), line);
      line += inRecord;
      inRecord = 1;
      field = 0;
      records++;
      place = fields + ((<usize>records) << 3);
      lines = line - firstLine;
      next = start;
      if (records === most) return records;
    }
  }
  return records;
}

function isBlank(first: usize, stride: usize, width: u32): bool {
  if (startOf(first) !== endOf(first) && load<u8>(startOf(first)) > SPACE) return false;
  for (let field: u32 = 0, at = first; field < width; field++, at += stride) {
    const end = endOf(at);
    for (let byte = startOf(at); byte < end; byte++) {
      if (load<u8>(byte) !== SPACE && load<u8>(byte) !== TAB) return false;
    }
  }
  return true;
}

function startOf(field: usize): usize {
  return <usize>load<u32>(field);
}

function endOf(field: usize): usize {
  return startOf(field) + <usize>(load<u32>(field, 4) & ~ESCAPED);
}

/** Distinct texts, known by a code each in order of first appearance; code 0 is the empty text. */
@unmanaged
class Texts {
  size: u32;
  room: u32;
  /** Where each text ends in `bytes`. */
  ends: usize;
  bytes: usize;
  space: u32;
  /** How many slots less one. */
  mask: u32;
  /** Of 16 bytes: eight that a text is known by, then its code, which is negative where these are a hash. */
  slots: usize;
}

export function makeTexts(): usize {
  const texts = changetype<Texts>(heap.alloc(offsetof<Texts>()));
  texts.room = 64;
  texts.space = 1024;
  texts.mask = 255;
  texts.ends = heap.alloc(64 << 2);
  texts.bytes = heap.alloc(1024);
  texts.slots = emptySlots(256);
  texts.size = 1;
  store<u32>(texts.ends, 0);
  return changetype<usize>(texts);
}

/** Forgets all texts, and keeps the room that they took. */
export function clearTexts(place: usize): void {
  const texts = changetype<Texts>(place);
  memory.fill(texts.slots, 0, (<usize>(texts.mask + 1)) << 4);
  texts.size = 1;
}

export function sizeOf(place: usize): u32 {
  return changetype<Texts>(place).size;
}

export function endsOf(place: usize): usize {
  return changetype<Texts>(place).ends;
}

export function bytesOf(place: usize): usize {
  return changetype<Texts>(place).bytes;
}

/**
 * Writes the code of each field of a column to `into`, in as few bytes each as the highest needs; gives
 * that one. Up to 64 bytes after them may be written to.
 */
export function codes(place: usize, fields: usize, records: u32, into: usize): u32 {
  const texts = changetype<Texts>(place);
  if (texts.mask >= LARGE) fetch(texts, fields, records);
  let most: u32 = 0;
  for (let record: u32 = 0; record < records; record++, fields += 8, into += 4) {
    const code = find(texts, startOf(fields), load<u32>(fields, 4));
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
    const length = load<u32>(fields, 4);
    if (length === 0) continue;
    const slot = placeOf(wordOf(startOf(fields), length)) & texts.mask;
    seen |= load<u64>(texts.slots + ((<usize>slot) << 4));
  }
  fetched = seen;
}

/** The code of one text; `length` may have {@link ESCAPED}. */
export function codeOf(place: usize, start: usize, length: u32): u32 {
  return find(changetype<Texts>(place), start, length);
}

/** Writes the keys of the texts from `first` up to `last` to `into` as doubles, -1 for one that has none. */
export function textKeys(place: usize, pattern: usize, first: u32, last: u32, into: usize): void {
  const texts = changetype<Texts>(place);
  const form = changetype<Pattern>(pattern);
  for (let code = first; code < last; code++, into += 8) {
    const end = texts.ends + ((<usize>code) << 2);
    const from = code === 0 ? 0 : load<u32>(end - 4);
    store<f64>(into, <f64>key64(form, texts.bytes + <usize>from, load<u32>(end) - from));
  }
}

/** How a cell is written whose digits are all that tells it from its like: see cell-pattern.ts. */
@unmanaged
class Pattern {
  length: u32;
  decimals: u32;
  template: usize;
}

export function makePattern(template: usize, length: u32, decimals: u32): usize {
  const pattern = changetype<Pattern>(heap.alloc(offsetof<Pattern>()));
  pattern.template = template;
  pattern.length = length;
  pattern.decimals = decimals;
  return changetype<usize>(pattern);
}

/**
 * Writes the key of each field to `into`, -1 - its code where it has none; gives the highest. They are
 * doubles, or whole numbers of 32 bits where all are small enough for that. Up to 64 bytes after them may
 * be written to.
 */
export function keys(place: usize, pattern: usize, fields: usize, records: u32, into: usize): f64 {
  const texts = changetype<Texts>(place);
  let most: i64 = -1;
  let low: i64 = i64.MAX_VALUE;
  let rises = true;
  for (let record: u32 = 0; record < records; record++, fields += 8, into += 8) {
    const start = startOf(fields);
    const length = load<u32>(fields, 4);
    let key = key64(changetype<Pattern>(pattern), start, length);
    if (key === NO_KEY) key = NO_KEY - <i64>find(texts, start, length);
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

export function keyOf(pattern: usize, start: usize, length: u32): f64 {
  return <f64>key64(changetype<Pattern>(pattern), start, length);
}

/**
 * Writes the texts of `n` keys to `into`, one after the other, and where each ends to `ends`; gives where
 * the last one does.
 */
export function write(pattern: usize, keys: usize, n: u32, into: usize, ends: usize): u32 {
  const form = changetype<Pattern>(pattern);
  const template = form.template;
  const length = form.length;
  const decimals = form.decimals;
  let at = into;
  for (let i: u32 = 0; i < n; i++, keys += 8, ends += 4) {
    const key = <u64>load<f64>(keys);
    at = length > 0 ? writeCode(key, template, length, at) : writeNumber(key, decimals, at);
    store<u32>(ends, <u32>(at - into));
  }
  return <u32>(at - into);
}

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
/** Days as Excel counts them, the first and the last that may be meant. */
const FIRST_SERIAL: u64 = 34_000;
const LAST_SERIAL: u64 = 60_000;

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
  let divisor: u64 = 1;
  for (let i: u32 = 0; i < decimals; i++) divisor *= 10;
  const isWhole = key % divisor === 0;
  if (isWhole && !knowsWholes) return UNDECIDED;
  const whole = digits - decimals;
  const isSerial =
    whole === 5 && !isNegative && key >= FIRST_SERIAL * divisor && key <= LAST_SERIAL * divisor;
  let group = ((whole << 3) + decimals) << 1;
  group = (group | <u32>isNegative) << 1;
  group = (group | <u32>(load<u8>(first) === ZERO)) << 1;
  group = (group | <u32>(decimals > 0 && load<u8>(end - 1) === ZERO)) << 1;
  group = (group | <u32>isWhole) << 1;
  return group | <u32>isSerial;
}

function codeGroup(start: usize, end: usize): u32 {
  let at = start;
  while (at < end && isLetter(load<u8>(at))) at++;
  const letters = <u32>(at - start);
  let divider: u32 = 0;
  if (at < end) {
    const byte = load<u8>(at);
    divider = byte === MINUS ? 1 : byte === 0x5f ? 2 : byte === 0x2f ? 3 : 0;
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
  let space = start;
  while (space < end && isLetter(load<u8>(space))) space++;
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
    if (v128.any_true(i8x16.eq(bytes, i8x16.splat(0x2c)))) marks |= 1;
    if (v128.any_true(i8x16.eq(bytes, i8x16.splat(0x3b)))) marks |= 2;
    if (v128.any_true(i8x16.eq(bytes, i8x16.splat(0x7c)))) marks |= 4;
  }
  for (; at < end; at++) {
    const byte = load<u8>(at);
    if (byte > 0x7e || byte === BACKSLASH) return BY_ITSELF;
    if (byte === 0x2c) marks |= 1;
    else if (byte === 0x3b) marks |= 2;
    else if (byte === 0x7c) marks |= 4;
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
function isDigit(byte: u8): bool {
  return <u8>(byte - ZERO) <= 9;
}

// @ts-ignore: decorator
@inline
function isLetter(byte: u8): bool {
  return <u8>((byte | 0x20) - 0x61) <= 25;
}

export function allocateZeros(bytes: usize): usize {
  const place = heap.alloc(bytes);
  memory.fill(place, 0, bytes);
  return place;
}

/** Counts `n` codes of so many bytes in `counts`; the row of the first of each goes to `rows`. */
export function count(
  codes: usize,
  width: u32,
  n: u32,
  row: u32,
  counts: usize,
  rows: usize,
): void {
  if (width === 1) countAs<u8>(codes, n, row, counts, rows);
  else if (width === 2) countAs<u16>(codes, n, row, counts, rows);
  else countAs<u32>(codes, n, row, counts, rows);
}

function countAs<T>(codes: usize, n: u32, row: u32, counts: usize, rows: usize): void {
  for (const end = row + n; row < end; row++, codes += sizeof<T>()) {
    const at = (<usize>load<T>(codes)) << 2;
    const before = load<u32>(counts + at);
    if (before === 0) store<u32>(rows + at, row);
    store<u32>(counts + at, before + 1);
  }
}

/** Codes of keys, in order of first appearance. */
@unmanaged
class Codes {
  size: u32;
  room: u32;
  /** The keys by their order, as doubles. */
  keys: usize;
  low: i64;
  /** By place above the lowest: the order of a key, from 1 on. Nothing where keys lie far apart. */
  places: usize;
  /** Where they do: slots of 16 bytes, a key and its order; how many less one. */
  slots: usize;
  mask: u32;
}

/** For keys from `low` up to but not with `low + close`; `close` is 0 where they lie too far apart. */
export function makeCodes(low: f64, close: u32): usize {
  const codes = changetype<Codes>(heap.alloc(offsetof<Codes>()));
  codes.size = 0;
  codes.room = 1024;
  codes.keys = heap.alloc(1024 << 3);
  codes.low = <i64>low;
  codes.places = 0;
  codes.slots = 0;
  codes.mask = 1023;
  if (close > 0) {
    codes.places = heap.alloc((<usize>close) << 2);
    memory.fill(codes.places, 0, (<usize>close) << 2);
  } else codes.slots = emptySlots(1024);
  return changetype<usize>(codes);
}

export function keysOf(place: usize): usize {
  return changetype<Codes>(place).keys;
}

/**
 * Writes the codes of `n` keys to `into`: `first` for the key that came first. A negative key holds a
 * code already. Keys are doubles, or whole numbers of 32 bits. Gives how many different ones there were.
 */
export function code(
  place: usize,
  keys: usize,
  isDouble: bool,
  n: u32,
  first: u32,
  into: usize,
): u32 {
  const codes = changetype<Codes>(place);
  const before = first - 1;
  const end = into + ((<usize>n) << 2);
  for (; into < end; into += 4) {
    let key: i64;
    if (isDouble) {
      key = <i64>load<f64>(keys);
      keys += 8;
    } else {
      key = <i64>load<i32>(keys);
      keys += 4;
    }
    store<u32>(into, key < 0 ? <u32>(-1 - key) : before + orderOf(codes, key));
  }
  return codes.size;
}

function orderOf(codes: Codes, key: i64): u32 {
  if (codes.places !== 0) {
    const at = codes.places + ((<usize>(key - codes.low)) << 2);
    const known = load<u32>(at);
    if (known !== 0) return known;
    const order = addKey(codes, key);
    store<u32>(at, order);
    return order;
  }
  const mask = codes.mask;
  let slot = placeOf(<u64>key) & mask;
  while (true) {
    const at = codes.slots + ((<usize>slot) << 4);
    const known = load<u32>(at, 8);
    if (known === 0) {
      const order = addKey(codes, key);
      store<u64>(at, <u64>key);
      store<u32>(at, order, 8);
      if (order << 1 > mask) spreadKeys(codes);
      return order;
    }
    if (load<i64>(at) === key) return known;
    slot = (slot + 1) & mask;
  }
}

function addKey(codes: Codes, key: i64): u32 {
  const size = codes.size;
  if (size === codes.room) {
    codes.keys = larger(codes.keys, (<usize>size) << 3, (<usize>size) << 4);
    codes.room = size << 1;
  }
  store<f64>(codes.keys + ((<usize>size) << 3), <f64>key);
  codes.size = size + 1;
  return size + 1;
}

function spreadKeys(codes: Codes): void {
  const old = codes.slots;
  codes.slots = moved(old, codes.mask);
  codes.mask = (codes.mask << 1) + 1;
  heap.free(old);
}

/** What the keys of a run say, and which keys came before: see key-tally.ts. */
@unmanaged
class Tally {
  low: i64;
  /** A bit for each key from the lowest on, or slots of eight bytes, empty where negative. */
  bits: usize;
  slots: usize;
  mask: u32;
  known: u32;
  isExact: bool;
  isNumber: bool;
  decimals: u32;
  divisor: u64;
  /** Of each entry its first key, its cells, and their first row. */
  keys: usize;
  counts: usize;
  rows: usize;
  size: u32;
  /** The entry of each group, from 1 on. */
  groups: usize;
  groupRoom: u32;
  /** Whole numbers that have an entry of their own, the least and the greatest of them. */
  wholes: Codes;
  mostWholes: u32;
  lowest: i64;
  highest: i64;
  filled: u32;
  fresh: u32;
}

export function makeTally(low: f64, bits: u32, slots: u32, wholes: u32, groups: u32): usize {
  const tally = changetype<Tally>(heap.alloc(offsetof<Tally>()));
  const most = <usize>(wholes + groups);
  tally.low = <i64>low;
  tally.bits = 0;
  tally.slots = 0;
  tally.known = 0;
  tally.isExact = true;
  if (bits > 0) {
    const bytes = ((<usize>bits + 31) >> 5) << 2;
    tally.bits = heap.alloc(bytes);
    memory.fill(tally.bits, 0, bytes);
  } else {
    tally.slots = heap.alloc((<usize>slots) << 3);
    tally.mask = slots - 1;
    memory.fill(tally.slots, 0xff, (<usize>slots) << 3);
  }
  tally.keys = heap.alloc(most << 3);
  tally.counts = heap.alloc(most << 2);
  tally.rows = heap.alloc(most << 2);
  tally.groups = heap.alloc((<usize>groups) << 2);
  tally.groupRoom = groups;
  tally.mostWholes = wholes;
  tally.wholes = changetype<Codes>(makeCodes(0, 0));
  return changetype<usize>(tally);
}

export function beginTally(place: usize, isNumber: bool, decimals: u32): void {
  const tally = changetype<Tally>(place);
  tally.isNumber = isNumber;
  tally.decimals = decimals;
  tally.divisor = 1;
  for (let i: u32 = 0; i < decimals; i++) tally.divisor *= 10;
  tally.size = 0;
  tally.filled = 0;
  tally.fresh = 0;
  memory.fill(tally.groups, 0, (<usize>tally.groupRoom) << 2);
  memory.fill(tally.counts, 0, (<usize>(tally.mostWholes + tally.groupRoom)) << 2);
  memory.fill(tally.wholes.slots, 0, (<usize>(tally.wholes.mask + 1)) << 4);
  tally.wholes.size = 0;
  tally.lowest = i64.MAX_VALUE;
  tally.highest = -1;
}

export function tally(place: usize, keys: usize, isDouble: bool, n: u32, row: u32): void {
  const tally = changetype<Tally>(place);
  const isNumber = tally.isNumber;
  const divisor = tally.divisor;
  const groups = tally.groups;
  const counts = tally.counts - 4;
  let filled: u32 = 0;
  let fresh: u32 = 0;
  for (let i: u32 = 0; i < n; i++, row++) {
    let key: i64;
    if (isDouble) {
      key = <i64>load<f64>(keys);
      keys += 8;
    } else {
      key = <i64>load<i32>(keys);
      keys += 4;
    }
    if (key < 0) continue;
    filled++;
    fresh += <u32>isNew(tally, key);
    const isWhole = isNumber && isMultiple(<u64>key, divisor);
    let entry: u32 = 0;
    if (isWhole) entry = wholeEntry(tally, key, row);
    if (entry === 0) {
      const group = isNumber ? keyGroup(tally, <u64>key, isWhole) : 0;
      const at = groups + ((<usize>group) << 2);
      entry = load<u32>(at);
      if (entry === 0) {
        entry = addEntry(tally, key, row);
        store<u32>(at, entry);
      }
    }
    const count = counts + ((<usize>entry) << 2);
    store<u32>(count, load<u32>(count) + 1);
  }
  tally.filled += filled;
  tally.fresh += fresh;
}

export function isExact(place: usize): bool {
  return changetype<Tally>(place).isExact;
}

export function talliedGroups(place: usize): u32 {
  return changetype<Tally>(place).size;
}

export function talliedKeys(place: usize): usize {
  return changetype<Tally>(place).keys;
}

export function talliedCounts(place: usize): usize {
  return changetype<Tally>(place).counts;
}

export function talliedRows(place: usize): usize {
  return changetype<Tally>(place).rows;
}

export function talliedCells(place: usize): u32 {
  return changetype<Tally>(place).filled;
}

export function talliedNew(place: usize): u32 {
  return changetype<Tally>(place).fresh;
}

/** The entry of a whole number, from 1 on; 0 where it comes after all that have one of their own. */
function wholeEntry(tally: Tally, key: i64, row: u32): u32 {
  const wholes = tally.wholes;
  const isFull = wholes.size === tally.mostWholes;
  if (isFull && (key < tally.lowest || key > tally.highest)) return 0;
  let slot = placeOf(<u64>key) & wholes.mask;
  while (true) {
    const at = wholes.slots + ((<usize>slot) << 4);
    const known = load<u32>(at, 8);
    if (known === 0) {
      if (isFull) return 0;
      if (key < tally.lowest) tally.lowest = key;
      if (key > tally.highest) tally.highest = key;
      const entry = addEntry(tally, key, row);
      store<u64>(at, <u64>key);
      store<u32>(at, entry, 8);
      if (++wholes.size << 1 > wholes.mask) spreadKeys(wholes);
      return entry;
    }
    if (load<i64>(at) === key) return known;
    slot = (slot + 1) & wholes.mask;
  }
}

function addEntry(tally: Tally, key: i64, row: u32): u32 {
  const size = tally.size++;
  store<f64>(tally.keys + ((<usize>size) << 3), <f64>key);
  store<u32>(tally.rows + ((<usize>size) << 2), row);
  return size + 1;
}

function isNew(tally: Tally, key: i64): bool {
  if (tally.bits !== 0) {
    const above = <u32>(key - tally.low);
    const at = tally.bits + ((<usize>(above >> 3)) & ~3);
    const bit: u32 = 1 << (above & 31);
    const word = load<u32>(at);
    store<u32>(at, word | bit);
    return (word & bit) === 0;
  }
  let slot = placeOf(<u64>key) & tally.mask;
  while (true) {
    const known = load<i64>(tally.slots + ((<usize>slot) << 3));
    if (known === key) return false;
    if (known < 0) break;
    slot = (slot + 1) & tally.mask;
  }
  if (tally.known >= ((tally.mask + 1) >> 2) * 3) {
    memory.fill(tally.slots, 0xff, (<usize>(tally.mask + 1)) << 3);
    tally.known = 0;
    tally.isExact = false;
    slot = placeOf(<u64>key) & tally.mask;
  }
  tally.known++;
  store<i64>(tally.slots + ((<usize>slot) << 3), key);
  return true;
}

function isMultiple(key: u64, divisor: u64): bool {
  if (divisor === 1) return true;
  return key <= <u64>u32.MAX_VALUE ? <u32>key % <u32>divisor === 0 : key % divisor === 0;
}

const POWERS = memory.data<u64>([
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000,
  100000000000, 1000000000000, 10000000000000, 100000000000000, 1000000000000000,
]);

/** Digits of a number of 15 at most: as many as its bits make at least, or one more. */
function digitsOf(key: u64): u32 {
  const least = ((64 - <u32>clz(key | 1)) * 1233) >> 12;
  return least + <u32>(key >= load<u64>(POWERS + ((<usize>least) << 3)) || key === 0);
}

function keyGroup(tally: Tally, key: u64, isWhole: bool): u32 {
  const decimals = tally.decimals;
  const divisor = tally.divisor;
  const digits = digitsOf(key);
  const whole = digits > decimals ? digits - decimals : 1;
  const isSerial = whole === 5 && key >= FIRST_SERIAL * divisor && key <= LAST_SERIAL * divisor;
  let group = (whole << 1) | <u32>(key < divisor);
  group = (group << 1) | <u32>(decimals > 0 && isMultiple(key, 10));
  group = (group << 1) | <u32>isWhole;
  return (group << 1) | <u32>isSerial;
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

function key64(pattern: Pattern, start: usize, length: u32): i64 {
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
  let key: i64 = 0;
  const point = start + <usize>whole;
  for (let at = start; at < point; at++) {
    const digit: u8 = load<u8>(at) - ZERO;
    if (digit > 9) return NO_KEY;
    key = key * 10 + <i64>digit;
  }
  if (decimals === 0) return key;
  if (load<u8>(point) !== POINT) return NO_KEY;
  const end = start + <usize>length;
  for (let at = point + 1; at < end; at++) {
    const digit: u8 = load<u8>(at) - ZERO;
    if (digit > 9) return NO_KEY;
    key = key * 10 + <i64>digit;
  }
  return key;
}

function find(texts: Texts, start: usize, length: u32): u32 {
  if (length === 0) return 0;
  if ((length & ESCAPED) !== 0) return findEscaped(texts, start, length & ~ESCAPED);
  const isShort = length <= 8;
  const word = wordOf(start, length);
  const mask = texts.mask;
  const slots = texts.slots;
  let slot = placeOf(word) & mask;
  while (true) {
    const at = slots + ((<usize>slot) << 4);
    const code = load<i32>(at, 8);
    if (code === 0) {
      const added = append(texts, start, length);
      store<u64>(at, word);
      store<i32>(at, isShort ? <i32>added : -(<i32>added), 8);
      if (texts.size * 10 > (mask + 1) * 7) spread(texts);
      return added;
    }
    if (load<u64>(at) === word) {
      if (isShort) {
        if (code > 0) return <u32>code;
      } else if (code < 0 && isSame(texts, <u32>-code, start, length)) return <u32>-code;
    }
    slot = (slot + 1) & mask;
  }
}

/** The same for a text in which each quote stands twice. */
function findEscaped(texts: Texts, start: usize, length: u32): u32 {
  const own = heap.alloc(<usize>length + 8);
  let into = own;
  const end = start + <usize>length;
  for (let at = start; at < end; at++, into++) {
    const byte = load<u8>(at);
    store<u8>(into, byte);
    if (byte === QUOTE) at++;
  }
  const code = find(texts, own, <u32>(into - own));
  heap.free(own);
  return code;
}

/** The text itself when it is short enough, else a hash. */
function wordOf(start: usize, length: u32): u64 {
  return length <= 8
    ? load<u64>(start) & (~(<u64>0) >> ((8 - <u64>length) << 3))
    : hashOf(start, length & ~ESCAPED);
}

function hashOf(start: usize, length: u32): u64 {
  const last = start + <usize>length - 8;
  let hash: u64 = <u64>length * 0x9e3779b97f4a7c15;
  for (let at = start; at < last; at += 8) {
    hash = (hash ^ load<u64>(at)) * 0xff51afd7ed558ccd;
    hash ^= hash >> 32;
  }
  hash = (hash ^ load<u64>(last)) * 0xff51afd7ed558ccd;
  return hash ^ (hash >> 32);
}

function placeOf(word: u64): u32 {
  const hash = word * 0x9e3779b97f4a7c15;
  return <u32>((hash ^ (hash >> 29)) >> 32);
}

function isSame(texts: Texts, code: u32, start: usize, length: u32): bool {
  const end = texts.ends + ((<usize>code) << 2);
  const from = load<u32>(end - 4);
  if (load<u32>(end) - from !== length) return false;
  const known = texts.bytes + <usize>from;
  const last = <usize>length - 8;
  for (let at: usize = 0; at < last; at += 8) {
    if (load<u64>(start + at) !== load<u64>(known + at)) return false;
  }
  return load<u64>(start + last) === load<u64>(known + last);
}

function append(texts: Texts, start: usize, length: u32): u32 {
  const code = texts.size++;
  if (code === texts.room) {
    texts.ends = larger(texts.ends, (<usize>code) << 2, (<usize>code) << 3);
    texts.room = code << 1;
  }
  const from = load<u32>(texts.ends + ((<usize>(code - 1)) << 2));
  const to = from + length;
  if (to > texts.space) {
    const space = max(to, texts.space + (texts.space >> 1));
    texts.bytes = larger(texts.bytes, from, space);
    texts.space = space;
  }
  memory.copy(texts.bytes + <usize>from, start, length);
  store<u32>(texts.ends + ((<usize>code) << 2), to);
  return code;
}

function larger(old: usize, used: usize, bytes: usize): usize {
  const made = heap.alloc(bytes);
  memory.copy(made, old, used);
  heap.free(old);
  return made;
}

function emptySlots(n: u32): usize {
  const slots = heap.alloc((<usize>n) << 4);
  memory.fill(slots, 0, (<usize>n) << 4);
  return slots;
}

/** Twice the slots, the texts in their new places. */
function spread(texts: Texts): void {
  const old = texts.slots;
  texts.slots = moved(old, texts.mask);
  texts.mask = (texts.mask << 1) + 1;
  heap.free(old);
}

/** What stands in some slots, in twice as many. */
function moved(old: usize, few: u32): usize {
  const end = old + ((<usize>(few + 1)) << 4);
  const mask = (few << 1) + 1;
  const slots = emptySlots(mask + 1);
  for (let from = old; from < end; from += 16) {
    if (load<i32>(from, 8) === 0) continue;
    let slot = placeOf(load<u64>(from)) & mask;
    while (load<i32>(slots + ((<usize>slot) << 4), 8) !== 0) slot = (slot + 1) & mask;
    const into = slots + ((<usize>slot) << 4);
    store<u64>(into, load<u64>(from));
    store<i32>(into, load<i32>(from, 8), 8);
  }
  return slots;
}
