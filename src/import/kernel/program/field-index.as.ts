import { CR, LF, QUOTE, SPACE, TAB } from './bytes.as';
import { ESCAPED, endOf, startOf } from './fields.as';

/** What the last {@link scan} found: where it stopped, lines and CRLFs of the records that it took. */
export let next: usize = 0;
export let lines: u32 = 0;
export let crlf: u32 = 0;

/**
 * Finds the fields of regular records between two places; the first begins on `line`. Field `f` of
 * record `r` goes to `fields + 8 * (f * most + r)`. Gives how many records there are.
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
    const bytes0 = v128.load(base);
    const end0 = v128.or(i8x16.eq(bytes0, feeds), i8x16.eq(bytes0, returns));
    const quote0 = i8x16.eq(bytes0, quotes);
    const stop0 = v128.or(v128.or(i8x16.eq(bytes0, delimiters), quote0), end0);
    const bytes1 = v128.load(base, 16);
    const end1 = v128.or(i8x16.eq(bytes1, feeds), i8x16.eq(bytes1, returns));
    const quote1 = i8x16.eq(bytes1, quotes);
    const stop1 = v128.or(v128.or(i8x16.eq(bytes1, delimiters), quote1), end1);
    const bytes2 = v128.load(base, 32);
    const end2 = v128.or(i8x16.eq(bytes2, feeds), i8x16.eq(bytes2, returns));
    const quote2 = i8x16.eq(bytes2, quotes);
    const stop2 = v128.or(v128.or(i8x16.eq(bytes2, delimiters), quote2), end2);
    const bytes3 = v128.load(base, 48);
    const end3 = v128.or(i8x16.eq(bytes3, feeds), i8x16.eq(bytes3, returns));
    const quote3 = i8x16.eq(bytes3, quotes);
    const stop3 = v128.or(v128.or(i8x16.eq(bytes3, delimiters), quote3), end3);
    const quoted = v128.or(v128.or(quote0, quote1), v128.or(quote2, quote3));
    let stops = mask64(stop0, stop1, stop2, stop3);
    let ends = mask64(end0, end1, end2, end3);
    if (to - base < 64) stops &= ((<u64>1) << (to - base)) - 1;
    const isPlain = !isQuoted && closed === 0 && !v128.any_true(quoted);
    while (stops !== 0) {
      if (isPlain) {
        // All before the next line end are delimiters.
        ends &= stops;
        const before = ends === 0 ? stops : stops & ((ends & (0 - ends)) - 1);
        field += <u32>popcnt(before);
        if (field > last) return records;
        for (let rest = before; rest !== 0; rest &= rest - 1) {
          const at = base + <usize>ctz(rest);
          store<u64>(place, <u64>start | ((<u64>(at - start)) << 32));
          place += stride;
          start = at + 1;
        }
        if (ends === 0) break;
        stops ^= before;
      }
      const at = base + <usize>ctz(stops);
      stops &= stops - 1;
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

// @ts-ignore: decorator
@inline
function mask64(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u32>i8x16.bitmask(a) | (<u32>i8x16.bitmask(b) << 16);
  const high = <u32>i8x16.bitmask(c) | (<u32>i8x16.bitmask(d) << 16);
  return <u64>low | (<u64>high << 32);
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
