import { mergeTexts } from '../model/merge-texts.ts';
import type { PackedTexts } from '../model/packed-texts.ts';
import type { GroupedColumn } from './group-column.ts';
import type { JudgedColumn } from './judge-column.ts';
import { isKeyed } from './keyed-run.ts';
import { packedOf, packedUtf8 } from './packed-utf8.ts';
import type { RawRun } from './raw-run.ts';
import type { RawDictionary, RawValues } from './raw-table.ts';

type Whole = RawDictionary & { codes: Uint32Array; texts: PackedTexts };

/**
 * A column of a text file: runs. Whoever needs it in one piece, with one dictionary, gets it so; then
 * it is made, and stays in memory.
 */
export class RunValues implements RawValues {
  readonly runs: readonly RawRun[];
  readonly grouped?: GroupedColumn;
  readonly judged?: JudgedColumn;
  #whole: Whole | undefined;

  constructor(runs: readonly RawRun[], ahead: Pick<RawValues, 'grouped' | 'judged'> = {}) {
    this.runs = runs;
    Object.assign(this, ahead);
  }

  get codes(): Uint32Array {
    return this.#joined().codes;
  }

  get dictionary(): readonly string[] {
    return this.#joined().dictionary;
  }

  get texts(): PackedTexts {
    return this.#joined().texts;
  }

  get types(): Uint8Array {
    return this.#joined().types;
  }

  #joined(): Whole {
    this.#whole ??= joined(this.runs.flatMap((run) => (isKeyed(run) ? run.coded() : [run])));
    return this.#whole;
  }
}

function joined(runs: readonly RawRun[]): Whole {
  const codes = new Uint32Array(runs.reduce((sum, { rows }) => sum + rows, 0));
  const texts = runs.map(({ entries }) => packedOf(entries.read()));
  // Each dictionary begins with the empty text, so that stays the first.
  const { bytes, ends, places } = mergeTexts(texts);
  for (const [nth, { first, rows, numbers }] of runs.entries()) {
    const own = places[nth] as Uint32Array;
    for (const { at, numbers: stretch } of numbers.stretches(0, rows)) {
      for (let i = 0; i < stretch.length; i++) {
        codes[first + at + i] = own[stretch[i] as number] as number;
      }
    }
  }
  return Object.assign(packedUtf8(Buffer.from(bytes.buffer, 0, bytes.length), ends), { codes });
}
