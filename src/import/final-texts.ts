import type { SourceTexts } from '../model/column.ts';
import { type KeyedTexts, keyedTexts } from '../model/keyed-texts.ts';
import { mergeTexts } from '../model/merge-texts.ts';
import type { PackedTexts } from '../model/packed-texts.ts';
import { type DecodedColumn, otherEntries, STATE } from './decoded.ts';
import { entryText } from './entry-text.ts';
import { keyWriter } from './kernel/make-kernel.ts';
import { packedOf, packedUtf8 } from './packed-utf8.ts';
import type { RunCounts } from './profile.ts';
import type { RawEntries } from './raw-run.ts';
import { RUN_LIMITS } from './run-limits.ts';

/** Columns with no more texts than this have them as strings. */
const STRINGS = 1 << 13;

/** A run of a column of texts. */
export interface TextsRun {
  entries: RawEntries;
  decoded: DecodedColumn;
  /** How often each text stands in loaded rows; made anew for each call where there are several runs. */
  counts(): RunCounts;
}

/** The dictionary of a loaded column. */
export interface FinalTexts extends SourceTexts {
  /** The code that each text of the nth run has in the column. */
  codes(nth: number): FinalCodes;
}

/** By code of the run; or how much higher each of these is, where all follow one another. */
export type FinalCodes = Uint32Array | number;

/** Those texts of a column that are values of loaded rows, in order of first appearance. */
export function finalTexts(runs: readonly TextsRun[]): FinalTexts {
  const [only] = runs;
  if (only && runs.length === 1) {
    const { texts, codes } = textsOfRun(only);
    return { size: sizeOf(texts), repeats: false, parts: () => [texts], codes: () => codes };
  }
  const sizes = runs.map(({ counts, decoded }) => {
    const { counts: all } = counts();
    return all.reduce((n, count, code) => (isValue(count, decoded, code) ? n + 1 : n), 0);
  });
  const size = sizes.reduce((sum, n) => sum + n, 0);
  return size <= RUN_LIMITS.merged ? mergedTexts(runs) : separateTexts(runs, sizes, size);
}

function mergedTexts(runs: readonly TextsRun[]): FinalTexts {
  const own = runs.map(textsOfRun);
  const { bytes, ends, places } = mergeTexts(own.map(({ texts }) => packed(texts)));
  const { texts } = packedUtf8(Buffer.from(bytes.buffer, 0, bytes.length), ends);
  const codes = own.map(({ codes: each }, i) => {
    const { size } = (runs[i] as TextsRun).entries;
    return Uint32Array.from({ length: size }, (_, code) => places[i]?.[codeIn(each, code)] ?? 0);
  });
  return {
    size: texts.size,
    repeats: false,
    parts: () => [texts],
    codes: (nth) => codes[nth] as Uint32Array,
  };
}

/** Too many texts to be compared: those of each run after those of the one before, one run at a time. */
function separateTexts(
  runs: readonly TextsRun[],
  sizes: readonly number[],
  size: number,
): FinalTexts {
  function* parts() {
    for (const run of runs) yield textsOfRun(run).texts;
  }
  return {
    size,
    repeats: true,
    parts,
    codes: (nth) => {
      const before = sizes.slice(0, nth).reduce((sum, n) => sum + n, 0);
      const codes = codesOfRun(runs[nth] as TextsRun);
      if (typeof codes === 'number') return codes - before;
      for (let code = 0; code < codes.length; code++) (codes[code] as number) += before;
      return codes;
    },
  };
}

type Texts = PackedTexts | readonly string[];

/** The code in a column of a text of a run. */
function codeIn(codes: FinalCodes, code: number): number {
  return typeof codes === 'number' ? code - codes : (codes[code] as number);
}

function textsOfRun({ entries, decoded, counts }: TextsRun): { texts: Texts; codes: FinalCodes } {
  const all = counts();
  const span = spanOf(all, decoded);
  const keyed = span && keyedIn(entries, span);
  if (keyed) return { texts: keyed, codes: span.first };
  const values = entries.read();
  if (span && values.texts) return { texts: textsIn(values.texts, span), codes: span.first };
  const order = inOrder(all, decoded);
  const codes = new Uint32Array(entries.size);
  if (!values.texts || order.length <= STRINGS) {
    const known = new Map<string, number>();
    const texts: string[] = [];
    for (const code of order) {
      const text = decoded.changed.get(code) ?? entryText(values, code);
      let own = known.get(text);
      if (own === undefined) {
        own = texts.push(text) - 1;
        known.set(text, own);
      }
      codes[code] = own;
    }
    return { texts, codes };
  }
  const kept = gather(values.texts, decoded.changed, order);
  const merged = decoded.changed.size > 0 ? mergeTexts([kept]) : undefined;
  const places = merged?.places[0];
  for (let own = 0; own < order.length; own++) {
    codes[order[own] as number] = places ? (places[own] as number) : own;
  }
  const { bytes, ends } = merged ?? kept;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return { texts: packedUtf8(buffer, ends).texts, codes };
}

/** The codes alone, where the texts need not be looked at for them. */
function codesOfRun(run: TextsRun): FinalCodes {
  const { entries, decoded, counts } = run;
  const all = counts();
  const span = spanOf(all, decoded);
  if (span) return span.first;
  const order = inOrder(all, decoded);
  if (order.length <= STRINGS || decoded.changed.size > 0) return textsOfRun(run).codes;
  const codes = new Uint32Array(entries.size);
  for (let own = 0; own < order.length; own++) codes[order[own] as number] = own;
  return codes;
}

function isValue(count: number, { states }: DecodedColumn, code: number): boolean {
  return count !== 0 && states[code] === STATE.value;
}

/** Entries that are values of loaded rows, by their first row. */
function inOrder({ counts, firstRows }: RunCounts, decoded: DecodedColumn): Uint32Array {
  const order = new Uint32Array(counts.length);
  let size = 0;
  let isSorted = true;
  let last = -1;
  for (let code = 0; code < counts.length; code++) {
    if (!isValue(counts[code] as number, decoded, code)) continue;
    order[size++] = code;
    const row = firstRows[code] as number;
    if (row < last) isSorted = false;
    last = row;
  }
  const own = order.subarray(0, size);
  if (isSorted) return own;
  return own.sort((a, b) => (firstRows[a] as number) - (firstRows[b] as number));
}

/** Texts that are taken as they stand, from one up to another. */
interface Span {
  first: number;
  n: number;
}

/** Where all values of loaded rows are many texts, the last ones, that follow one another, by row too. */
function spanOf({ counts, firstRows }: RunCounts, decoded: DecodedColumn): Span | undefined {
  if (decoded.changed.size > 0) return undefined;
  const { length } = counts;
  let first = 0;
  while (first < length && !isValue(counts[first] as number, decoded, first)) first++;
  if (length - first <= STRINGS) return undefined;
  for (const code of otherEntries(decoded.states)) {
    if (code > first && counts[code] !== 0) return undefined;
  }
  let end = length;
  while (counts[end - 1] === 0) end--;
  let last = -1;
  for (let code = first; code < end; code++) {
    const row = firstRows[code] as number;
    if (row < last || counts[code] === 0) return undefined;
    last = row;
  }
  return end - first > STRINGS ? { first, n: end - first } : undefined;
}

/** The same of texts that are all written alike. */
function keyedIn({ keyed }: RawEntries, { first, n }: Span): KeyedTexts | undefined {
  const found = keyed?.();
  if (!found || first < found.from) return undefined;
  const { pattern, keys } = found.texts;
  const at = first - found.from;
  return keyedTexts(pattern, keys.subarray(at, at + n), keyWriter);
}

function textsIn({ bytes, ends }: PackedTexts, { first, n }: Span): PackedTexts {
  const start = ends[first - 1] ?? 0;
  const own = ends.subarray(first, first + n);
  const last = own.at(-1) ?? 0;
  const all = Buffer.from(bytes.buffer, bytes.byteOffset + start, last - start);
  return packedUtf8(all, start === 0 ? own : own.map((end) => end - start)).texts;
}

function gather(
  { bytes, ends }: PackedTexts,
  changed: ReadonlyMap<number, string>,
  order: Uint32Array,
): { bytes: Uint8Array; ends: Uint32Array } {
  const own = new Uint32Array(order.length);
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
