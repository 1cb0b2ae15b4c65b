/**
 * Many texts as UTF-8 end to end: what a large dictionary is kept in, so that a million texts are
 * not a million strings before somebody asks for them.
 */
export interface PackedTexts {
  /** How many texts. */
  readonly size: number;
  readonly bytes: Uint8Array;
  /** Where each text ends in `bytes`; it begins where the one before it ends. */
  readonly ends: Uint32Array;
  /** One text. */
  text(at: number): string;
  /** All texts as strings, made once. */
  all(): readonly string[];
}

/** Below this many texts strings cost nothing worth saving. */
export const PACKED_FROM = 1 << 16;

const CHUNK = 4096;

/** @param decode the text of UTF-8 bytes from one place up to another. */
export function packedTexts(
  bytes: Uint8Array,
  ends: Uint32Array,
  decode: (bytes: Uint8Array, from: number, to: number) => string,
): PackedTexts {
  let strings: string[] | undefined;
  const startOf = (at: number) => (at === 0 ? 0 : (ends[at - 1] ?? 0));
  const fill = (into: string[], first: number, last: number) => {
    const from = startOf(first);
    const to = startOf(last);
    const whole = decode(bytes, from, to);
    // As many characters as bytes: all of them ASCII, so places in one are places in the other.
    const isAscii = whole.length === to - from;
    for (let at = first; at < last; at++) {
      const start = startOf(at);
      const end = ends[at] ?? 0;
      into[at] = isAscii ? whole.slice(start - from, end - from) : decode(bytes, start, end);
    }
  };
  return {
    size: ends.length,
    bytes,
    ends,
    text: (at) => strings?.[at] ?? decode(bytes, startOf(at), ends[at] ?? 0),
    all() {
      if (strings) return strings;
      const made = new Array<string>(ends.length);
      for (let at = 0; at < ends.length; at += CHUNK) {
        fill(made, at, Math.min(ends.length, at + CHUNK));
      }
      strings = made;
      return made;
    },
  };
}
