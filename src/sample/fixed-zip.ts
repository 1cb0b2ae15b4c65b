/** DOS date of 12 January 2024, time 09:00. */
const DATE = ((2024 - 1980) << 9) | (1 << 5) | 12;
const TIME = 9 << 11;

/**
 * The same zip with one fixed time on every entry, so that equal contents are equal bytes.
 * Offsets: PKWARE APPNOTE 4.3.7, 4.3.12 and 4.3.16.
 */
export function withFixedTimes(zip: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(zip);
  const view = new DataView(bytes.buffer);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new RangeError('not a zip');
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < entries; i++) {
    stamp(view, at + 12);
    stamp(view, view.getUint32(at + 42, true) + 10);
    const [name, extra, comment] = [at + 28, at + 30, at + 32].map((p) => view.getUint16(p, true));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return bytes;
}

function stamp(view: DataView, at: number): void {
  view.setUint16(at, TIME, true);
  view.setUint16(at + 2, DATE, true);
}
