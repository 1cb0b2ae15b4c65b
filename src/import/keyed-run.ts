import type { CellPattern } from '../model/cell-pattern.ts';
import { keyedTexts } from '../model/keyed-texts.ts';
import { CodesInOrder } from './codes-in-order.ts';
import { keptEntries } from './kept-entries.ts';
import { keyWriter, makeKeyCodes, makeKeyTally } from './kernel/make-kernel.ts';
import type { Keys } from './kernel/text-kernel.ts';
import type { KeyRange } from './key-range.ts';
import { isJudgedByKey } from './keyed-cells.ts';
import { packedOf, packedUtf8 } from './packed-utf8.ts';
import type { RawRun } from './raw-run.ts';
import { RowNumbers } from './row-numbers.ts';
import { RUN_LIMITS } from './run-limits.ts';
import type { Store } from './spill.ts';

/** A run that is kept by keys. */
export interface KeyedRun extends RawRun {
  pattern: CellPattern;
  range: KeyRange;
  /** The same as runs of codes. */
  coded: () => readonly RawRun[];
}

export function isKeyed(run: RawRun): run is KeyedRun {
  return run.pattern !== undefined;
}

type Keyed = Omit<KeyedRun, 'coded'>;

/** A run of few distinct keys as one of codes; undefined for others that are as well judged by their keys. */
export function fewKeys(run: Keyed, store: Store): RawRun | undefined {
  if (isJudgedByKey(run.pattern) && !areFew(run, RUN_LIMITS.fewKeys)) return undefined;
  const coded = codedNumbers(run, 0, run.rows, store);
  const { bytes, ends } = textsOf(run, coded.keys);
  return { ...coded.cells, entries: keptEntries(bytes, ends, store) };
}

/**
 * A run that was kept by keys as runs of codes, so many rows each: first the texts that have no key, by
 * the codes they have, then those of the keys, which are only written out for whoever takes all of them.
 */
export function codedRuns(run: Keyed, rows: number, store: Store): RawRun[] {
  const runs: RawRun[] = [];
  for (let from = 0; from < run.rows; from += rows) {
    const coded = codedNumbers(run, from, Math.min(run.rows, from + rows), store);
    const kept = store.keep(coded.keys);
    const others = run.entries.size;
    runs.push({
      ...coded.cells,
      entries: {
        size: others + coded.keys.length,
        read: () => {
          const { bytes, ends } = textsOf(run, kept.read());
          return packedUtf8(Buffer.from(bytes.buffer), ends);
        },
        keyed: () => ({ from: others, texts: keyedTexts(run.pattern, kept.read(), keyWriter) }),
      },
    });
  }
  return runs;
}

/** Rows that are looked at to see whether a run has few different keys. */
const ENOUGH = 1 << 18;

/** Whether the first rows of a run have no more different keys than that. */
function areFew({ range, rows, pattern, numbers }: Keyed, most: number): boolean {
  const looked = Math.min(rows, ENOUGH);
  if (range.ascends) return looked <= most;
  const tally = makeKeyTally(range, looked);
  tally.begin(pattern);
  for (const { numbers: keys } of numbers.stretches(0, looked)) {
    tally.add(keys as Keys, 0);
    if (tally.end().distinct > most) return false;
  }
  return true;
}

/** The codes of some rows of a run, and the keys that come after its other texts. */
function codedNumbers(
  run: Keyed,
  from: number,
  to: number,
  store: Store,
): { cells: Omit<RawRun, 'entries'>; keys: Float64Array } {
  const { range, entries, numbers } = run;
  const cells = { first: run.first + from, rows: to - from };
  const ascending = range.ascends ? ascendingKeys(numbers, from, to) : undefined;
  if (ascending) {
    const { above, keys } = ascending;
    return { cells: { ...cells, numbers: new CodesInOrder(above, entries.size) }, keys };
  }
  const codes = makeKeyCodes(range, entries.size);
  const own = new RowNumbers(store);
  for (const { numbers: keys } of numbers.stretches(from, to)) {
    const found = codes.codes(keys as Keys);
    own.push(found, entries.size + codes.size);
  }
  return { cells: { ...cells, numbers: own }, keys: codes.keys() };
}

/** Rows without a key that may stand above all others: a heading, and what is above it. */
const MOST_ABOVE = 64;

/** The keys of rows that all have one but for the first of them, and the codes of these; else undefined. */
function ascendingKeys(
  numbers: KeyedRun['numbers'],
  from: number,
  to: number,
): { above: number[]; keys: Float64Array } | undefined {
  const above: number[] = [];
  const keys = new Float64Array(to - from);
  let size = 0;
  for (const { numbers: piece } of numbers.stretches(from, to)) {
    for (let i = 0; i < piece.length; i++) {
      const key = piece[i] as number;
      if (key >= 0) keys[size++] = key;
      else if (size > 0 || above.push(-1 - key) > MOST_ABOVE) return undefined;
    }
  }
  return { above, keys: keys.subarray(0, size) };
}

/** The texts of a run that have no key, and those of the keys after them. */
function textsOf({ pattern, entries }: Keyed, keys: Float64Array) {
  const others = packedOf(entries.read());
  const own = keyWriter(pattern, keys);
  const before = others.ends.at(-1) ?? 0;
  const bytes = new Uint8Array(before + own.bytes.length);
  bytes.set(others.bytes.subarray(0, before));
  bytes.set(own.bytes, before);
  const ends = new Uint32Array(others.size + keys.length);
  ends.set(others.ends);
  for (let i = 0; i < keys.length; i++) ends[others.size + i] = before + (own.ends[i] as number);
  return { bytes, ends };
}
