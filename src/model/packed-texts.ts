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

/** Texts that are made together, and fewer where not all of them are ASCII. */
const CHUNKS = [4096, 16, 1];

/** @param decode the text of UTF-8 bytes from one place up to another. */
export function packedTexts(
  bytes: Uint8Array,
  ends: Uint32Array,
  decode: (bytes: Uint8Array, from: number, to: number) => string,
): PackedTexts {
  let strings: string[] | undefined;
  const startOf = (at: number) => (at === 0 ? 0 : (ends[at - 1] ?? 0));
  const fill = (into: string[], first: number, last: number, level = 0) => {
    const chunk = CHUNKS[level] ?? 1;
    for (let at = first; at < last; at += chunk) {
      const end = Math.min(last, at + chunk);
      const from = startOf(at);
      const whole = decode(bytes, from, startOf(end));
      if (chunk === 1) into[at] = whole;
      // As many characters as bytes: all of them ASCII, so places in one are places in the other.
      else if (whole.length === startOf(end) - from) {
        for (let i = at; i < end; i++)
          into[i] = whole.slice(startOf(i) - from, startOf(i + 1) - from);
      } else fill(into, at, end, level + 1);
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
      fill(made, 0, ends.length);
      strings = made;
      return made;
    },
  };
}
