import type { CellPattern } from './cell-pattern.ts';
import { keptEntries } from './kept-entries.ts';
import { makeKeyCodes } from './kernel/make-kernel.ts';
import { isJudgedByKey } from './keyed-cells.ts';
import { packedOf } from './packed-utf8.ts';
import type { KeyRange, RawRun } from './raw-run.ts';
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
  const most = isJudgedByKey(run.pattern) ? RUN_LIMITS.fewKeys : Number.POSITIVE_INFINITY;
  return codedRun(run, 0, run.rows, store, most);
}

/** A run that was kept by keys as runs of codes, so many rows each. */
export function codedRuns(run: Keyed, rows: number, store: Store): RawRun[] {
  const runs: RawRun[] = [];
  for (let from = 0; from < run.rows; from += rows) {
    const coded = codedRun(run, from, Math.min(run.rows, from + rows), store);
    if (coded) runs.push(coded);
  }
  return runs;
}

/**
 * Some rows of a run that was kept by keys as a run of codes: first the texts that have no key, by the
 * codes they have, then those of the keys. Undefined when these are more than `most`.
 */
function codedRun(
  run: Keyed,
  from: number,
  to: number,
  store: Store,
  most = Number.POSITIVE_INFINITY,
): RawRun | undefined {
  const { first, pattern, entries } = run;
  const codes = makeKeyCodes(run.range, entries.size);
  const numbers = new RowNumbers(store);
  for (const { numbers: keys } of run.numbers.stretches(from, to)) {
    const own = codes.codes(keys as Int32Array | Float64Array);
    if (codes.size > most) return undefined;
    numbers.push(own, entries.size + codes.size);
  }
  const others = packedOf(entries.read());
  const before = others.ends.at(-1) ?? 0;
  const ends = new Uint32Array(others.size + codes.size);
  ends.set(others.ends);
  const bytes = new Uint8Array(before + codes.size * pattern.longest(run.range.high));
  bytes.set(others.bytes.subarray(0, before));
  const end = codes.write(pattern, { bytes, at: before, ends: ends.subarray(others.size) });
  const texts = keptEntries(bytes.subarray(0, end), ends, store);
  return { first: first + from, rows: to - from, numbers, entries: texts };
}
