import { FewTexts, groupTexts } from './group-texts.ts';
import type { KeyTally } from './kernel/key-tally.ts';
import { makeKeyTally } from './kernel/make-kernel.ts';
import { type KeyedCells, keyedCells } from './keyed-cells.ts';
import { isKeyed } from './keyed-run.ts';
import { type ColumnProfile, noneOf, profileRun, roomFor, rowsWithin } from './profile.ts';
import type { RawRun } from './raw-run.ts';

/** Columns of fewer distinct texts are judged text by text. */
const MANY = 8_192;

/** The cells of a column counted, those that are alike together. Plain data: it can go to another thread. */
export interface GroupedColumn {
  /** Which regular rows: from `first` up to but not with `last`. */
  first: number;
  last: number;
  /** One text for each group; undefined where each text is judged by itself. */
  few?: ColumnProfile;
  /** Different texts, and whether that is their number; else there are no more of them. */
  distinct: number;
  isExact: boolean;
  runs: readonly GroupedRun[];
}

export interface GroupedRun {
  /** How often each text occurs; undefined where there are several runs: then it is counted anew. */
  counted?: Omit<ColumnProfile, 'values'>;
  /** For each text the place of the one that stands for it; undefined where each does for itself. */
  places?: Uint32Array;
  /** Where it is kept by keys: these, and the places of the texts that stand for them. */
  keyed?: KeyedCells & { places: Uint32Array };
}

/** Counts the cells of regular rows `first` up to but not with `last`; those of large columns in groups. */
export function groupColumn(runs: readonly RawRun[], first: number, last: number): GroupedColumn {
  const room = runs.length > 1 ? roomFor(runs) : undefined;
  const few = new FewTexts(!room);
  const tally = keyTally(runs);
  let distinct = 0;
  const grouped: GroupedRun[] = [];
  for (const run of runs) {
    const { from, to } = rowsWithin(run, first, last);
    const keyed = isKeyed(run) && tally ? keyedCells(run, from, to, tally) : undefined;
    const isAll = keyed?.filled === to - from;
    const profile = isAll ? noneOf(run, first, last) : profileRun(run, first, last, room);
    const { values, used, ...counts } = profile;
    const own = room ? {} : { counted: { ...counts, used } };
    distinct += used.length;
    if (!room && !run.pattern && (used.length < MANY || !values.texts)) {
      return { first, last, distinct, isExact: true, runs: [own] };
    }
    const places = groupTexts(profile, few);
    if (!keyed) {
      grouped.push({ ...own, places });
      continue;
    }
    distinct += keyed.distinct;
    const added = keyed.texts.map((text, i) =>
      few.add(text, keyed.counts[i] as number, keyed.firstRows[i] as number),
    );
    grouped.push({ ...own, places, keyed: { ...keyed, places: Uint32Array.from(added) } });
  }
  const isExact = tally?.isExact !== false && runs.filter(({ pattern }) => !pattern).length < 2;
  return { first, last, few: few.profile(last - first), distinct, isExact, runs: grouped };
}

/** For the keys of all runs: one that two of them hold is the same. */
function keyTally(runs: readonly RawRun[]): KeyTally | undefined {
  const keyed = runs.filter(isKeyed);
  if (keyed.length === 0) return undefined;
  const low = Math.min(...keyed.map(({ range }) => range.low));
  const high = Math.max(...keyed.map(({ range }) => range.high));
  const rows = keyed.reduce((sum, run) => sum + run.rows, 0);
  return makeKeyTally({ low, high }, rows);
}

/** The same for a file that is laid out as most are: a heading in its first row, data in all others. */
export function groupAhead(runs: readonly RawRun[], rows: number): GroupedColumn {
  return groupColumn(runs, Math.min(1, rows), rows);
}
