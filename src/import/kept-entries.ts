import { packedUtf8 } from './packed-utf8.ts';
import type { RawRun } from './raw-run.ts';
import type { Kept, Store } from './spill.ts';

/** The texts of a run, put away. */
export interface KeptTexts {
  bytes: Kept<Uint8Array>;
  ends: Kept<Uint32Array>;
}

/** Texts that are put away: nobody else uses `bytes`, which begin their memory, and `ends`. */
export function keptEntries(bytes: Uint8Array, ends: Uint32Array, store: Store): RawRun['entries'] {
  return entriesOf({ bytes: store.keep(bytes), ends: store.keep(ends) }, ends.length);
}

export function entriesOf(kept: KeptTexts, size: number): RawRun['entries'] {
  return {
    size,
    read: () => packedUtf8(Buffer.from(kept.bytes.read().buffer), kept.ends.read()),
    text: (code) => {
      const [bytes, ends] = [kept.bytes.read(), kept.ends.read()];
      return Buffer.from(bytes.buffer).toString('utf8', ends[code - 1] ?? 0, ends[code]);
    },
    kept,
  };
}
