import type { CellPattern } from './cell-pattern.ts';
import { packedUtf8 } from './packed-utf8.ts';
import type { RawRun } from './raw-run.ts';
import type { RawDictionary } from './raw-table.ts';
import { RowNumbers } from './row-numbers.ts';
import type { Store } from './spill.ts';

/** Keys that lie this close to one another find their codes by place, others by hash. */
const CLOSE = 1 << 22;
/** No text that a pattern describes is longer. */
const LONGEST = 40;

/** A run that is kept by keys. */
export type KeyedRun = RawRun & { pattern: CellPattern };

/**
 * A run that was kept by keys as one of codes in order of first appearance; undefined when it has more
 * than `most` distinct texts.
 */
export function codedRun(run: KeyedRun, store: Store, most: number): RawRun | undefined {
  const keys = keyCodes(run);
  const otherCodes = new Uint32Array(run.entries.size);
  const numbers = new RowNumbers(store);
  // A key, or -1 - a code of the other texts, by new code.
  const found: number[] = [-1];
  for (const { numbers: stretch } of run.numbers.stretches(0, run.rows)) {
    const codes = new Uint32Array(stretch.length);
    for (let i = 0; i < codes.length; i++) {
      const key = stretch[i] as number;
      if (key === -1) continue;
      let code = key < 0 ? (otherCodes[-1 - key] as number) : keys.get(key);
      if (code === 0) {
        code = found.push(key) - 1;
        if (key < 0) otherCodes[-1 - key] = code;
        else keys.set(key, code);
      }
      codes[i] = code;
    }
    if (found.length > most) return undefined;
    numbers.push(codes, found.length);
  }
  const { first, rows, pattern } = run;
  const texts = textsOf(found, pattern, run.entries.read());
  return { first, rows, numbers, entries: { size: found.length, read: () => texts } };
}

interface KeyCodes {
  /** 0 for none. */
  get(key: number): number;
  set(key: number, code: number): void;
}

function keyCodes(run: RawRun): KeyCodes {
  let low = Number.POSITIVE_INFINITY;
  let high = -1;
  for (const { numbers } of run.numbers.stretches(0, run.rows)) {
    for (let i = 0; i < numbers.length; i++) {
      const key = numbers[i] as number;
      if (key < 0) continue;
      if (key < low) low = key;
      if (key > high) high = key;
    }
  }
  if (high - low >= CLOSE) {
    const known = new Map<number, number>();
    return { get: (key) => known.get(key) ?? 0, set: (key, code) => known.set(key, code) };
  }
  const places = new Uint32Array(Math.max(0, high - low + 1));
  return {
    get: (key) => places[key - low] as number,
    set: (key, code) => {
      places[key - low] = code;
    },
  };
}

function textsOf(found: readonly number[], pattern: CellPattern, others: RawDictionary) {
  const ends = new Uint32Array(found.length);
  let bytes = Buffer.allocUnsafe(found.length * 12 + LONGEST);
  let at = 0;
  for (let code = 1; code < found.length; code++) {
    const key = found[code] as number;
    const other = key < 0 ? Buffer.from(textOf(others, -1 - key)) : undefined;
    const most = at + (other?.length ?? LONGEST);
    if (most > bytes.length) {
      const larger = Buffer.allocUnsafe(Math.ceil(most * 1.6));
      bytes.copy(larger, 0, 0, at);
      bytes = larger;
    }
    if (other) bytes.set(other, at);
    at = other ? most : pattern.write(key, bytes, at);
    ends[code] = at;
  }
  return packedUtf8(bytes.subarray(0, at), ends);
}

function textOf({ texts, dictionary }: RawDictionary, code: number): string {
  return texts ? texts.text(code) : (dictionary[code] ?? '');
}

/** So many distinct texts are better judged text by text than by key. */
const FEW = 1 << 16;

/** The same for a run of few distinct texts; undefined for others. */
export function fewValues(run: KeyedRun, store: Store): RawRun | undefined {
  return codedRun(run, store, FEW);
}
