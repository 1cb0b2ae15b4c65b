import { CellPattern } from '../model/cell-pattern.ts';
import type { Keeping } from './keeping.ts';
import { entriesOf } from './kept-entries.ts';
import type { KeyRange } from './key-range.ts';
import { codedRuns } from './keyed-run.ts';
import type { RawRun } from './raw-run.ts';
import { type NumbersParcel, RowNumbers } from './row-numbers.ts';
import type { Parcel, Spill } from './spill.ts';

/** A run as it goes to another thread. */
export interface RunParcel {
  first: number;
  rows: number;
  numbers: NumbersParcel;
  size: number;
  bytes: Parcel<Uint8Array>;
  ends: Parcel<Uint32Array>;
  keyed?: { pattern: { template: Uint8Array; decimals: number }; range: KeyRange };
}

export function packRun({ first, rows, numbers, entries, pattern, range }: RawRun): RunParcel {
  if (!(numbers instanceof RowNumbers) || !entries.kept)
    throw new Error('not a run of a text file');
  const { bytes, ends } = entries.kept;
  return {
    first,
    rows,
    numbers: numbers.parcel(),
    size: entries.size,
    bytes: bytes.parcel,
    ends: ends.parcel,
    ...(pattern && range && { keyed: { pattern: { ...pattern }, range } }),
  };
}

/** @param theirs the spill whose file the other thread put arrays into: nothing more may go there */
export function unpackRun(parcel: RunParcel, theirs: Spill, { spill, limits }: Keeping): RawRun {
  const { first, rows, size, keyed } = parcel;
  const kept = { bytes: theirs.receive(parcel.bytes), ends: theirs.receive(parcel.ends) };
  const run: RawRun = {
    first,
    rows,
    numbers: RowNumbers.received(parcel.numbers, theirs),
    entries: entriesOf(kept, size),
  };
  if (!keyed) return run;
  const own = { ...run, pattern: CellPattern.from(keyed.pattern), range: keyed.range };
  return Object.assign(own, { coded: () => codedRuns(own, limits.rows, spill) });
}
