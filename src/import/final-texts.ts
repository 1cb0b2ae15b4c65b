import type { SourceTexts } from '../model/column.ts';
import { mergeTexts } from '../model/merge-texts.ts';
import type { PackedTexts } from '../model/packed-texts.ts';
import { STATE } from './decoded.ts';
import { entryText } from './entry-text.ts';
import { packedOf, packedUtf8 } from './packed-utf8.ts';
import type { ReadRun } from './read-cells.ts';

/** Columns with no more texts than this have them as strings. */
const STRINGS = 1 << 13;
/** Dictionaries of several runs that are larger together are kept as they are, one after another. */
const MOST_MERGED = 1 << 20;

/** The dictionary of a loaded column. */
export interface FinalTexts extends SourceTexts {
  /** For each run, the code that each of its texts has in the column. */
  codes: readonly Uint32Array[];
}

/** Those texts of a column that are values of loaded rows, in order of first appearance. */
export function finalTexts(
  runs: readonly ReadRun[],
  used: readonly { counts: Uint32Array; firstRows: Uint32Array }[],
): FinalTexts {
  const own = runs.map((read, i) => textsOfRun(read, used[i] as (typeof used)[number]));
  const size = own.reduce((sum, { texts }) => sum + sizeOf(texts), 0);
  const [only] = own;
  if (only && own.length === 1) {
    return { size, repeats: false, parts: () => [only.texts], codes: [only.codes] };
  }
  if (size <= MOST_MERGED) {
    const { bytes, ends, places } = mergeTexts(own.map(({ texts }) => packed(texts)));
    const merged = packedUtf8(Buffer.from(bytes.buffer, 0, bytes.length), ends).texts;
    return {
      size: merged.size,
      repeats: false,
      parts: () => [merged],
      codes: own.map(({ codes }, i) => codes.map((code) => places[i]?.[code] ?? 0)),
    };
  }
  let before = 0;
  const codes = own.map(({ codes: each, texts }) => {
    const start = before;
    before += sizeOf(texts);
    return each.map((code) => code + start);
  });
  function* parts() {
    for (const [i, read] of runs.entries()) {
      yield textsOfRun(read, used[i] as (typeof used)[number]).texts;
    }
  }
  return { size, repeats: true, parts, codes };
}

type Texts = PackedTexts | readonly string[];

function textsOfRun(
  { run, decoded }: ReadRun,
  { counts, firstRows }: { counts: Uint32Array; firstRows: Uint32Array },
): { texts: Texts; codes: Uint32Array } {
  const entries = run.entries.read();
  const order = inOrder(counts, firstRows, decoded.states);
  const codes = new Uint32Array(counts.length);
  if (!entries.texts || order.length <= STRINGS) {
    const known = new Map<string, number>();
    const texts: string[] = [];
    for (const code of order) {
      const text = decoded.changed.get(code) ?? entryText(entries, code);
      let own = known.get(text);
      if (own === undefined) {
        own = texts.push(text) - 1;
        known.set(text, own);
      }
      codes[code] = own;
    }
    return { texts, codes };
  }
  const kept = gather(entries.texts, decoded.changed, order);
  const merged = decoded.changed.size > 0 ? mergeTexts([kept]) : undefined;
  const places = merged?.places[0];
  for (let own = 0; own < order.length; own++) {
    codes[order[own] as number] = places ? (places[own] as number) : own;
  }
  const { bytes, ends } = merged ?? kept;
  return {
    texts: packedUtf8(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), ends).texts,
    codes,
  };
}

/** Entries that are values of loaded rows, by their first row. */
function inOrder(counts: Uint32Array, firstRows: Uint32Array, states: Uint8Array): Uint32Array {
  const order = new Uint32Array(counts.length);
  let size = 0;
  let isSorted = true;
  let last = -1;
  for (let code = 0; code < counts.length; code++) {
    if (counts[code] === 0 || states[code] !== STATE.value) continue;
    order[size++] = code;
    const row = firstRows[code] as number;
    if (row < last) isSorted = false;
    last = row;
  }
  const own = order.subarray(0, size);
  if (isSorted) return own;
  return own.sort((a, b) => (firstRows[a] as number) - (firstRows[b] as number));
}

function gather(
  { bytes, ends }: PackedTexts,
  changed: ReadonlyMap<number, string>,
  order: Uint32Array,
): { bytes: Uint8Array; ends: Uint32Array } {
  const [first = 0] = order;
  const own = new Uint32Array(order.length);
  const start = ends[first - 1] ?? 0;
  if (changed.size === 0 && order.at(-1) === first + order.length - 1) {
    // All of them, as they stand: the bytes need not be copied.
    for (let i = 0; i < own.length; i++) own[i] = (ends[first + i] as number) - start;
    return { bytes: bytes.subarray(start, start + (own.at(-1) ?? 0)), ends: own };
  }
  const more = [...changed.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const into = Buffer.allocUnsafe(bytes.length + more);
  let at = 0;
  for (let i = 0; i < order.length; i++) {
    const code = order[i] as number;
    const text = changed.get(code);
    if (text !== undefined) at += into.write(text, at);
    else {
      const end = ends[code] as number;
      for (let from = ends[code - 1] as number; from < end; from++) {
        into[at++] = bytes[from] as number;
      }
    }
    own[i] = at;
  }
  return { bytes: into.subarray(0, at), ends: own };
}

function packed(texts: Texts): PackedTexts {
  return 'bytes' in texts ? texts : packedOf({ dictionary: texts });
}

function sizeOf(texts: Texts): number {
  return 'size' in texts ? texts.size : texts.length;
}
