import type { ColumnDecision } from '../model/importing.ts';
import { type ColumnTally, tallyColumn } from './column-tally.ts';
import { cellsDecoder } from './decode.ts';
import { type DecodedColumn, STATE } from './decoded.ts';
import { FewTexts, groupTexts } from './group-texts.ts';
import { type KeyedCells, keyedCells } from './keyed-cells.ts';
import { isKeyed, type KeyedRun } from './keyed-run.ts';
import { newKeys } from './new-keys.ts';
import { once } from './once.ts';
import { type ColumnProfile, countRun, profileRun, roomFor, rowsWithin } from './profile.ts';
import { type RawRun, runsOf } from './raw-run.ts';
import type { RawValues } from './raw-table.ts';
import { ReadCells, type ReadRun } from './read-cells.ts';
import { keysAreTexts, keysAreValues, spread } from './spread.ts';

/** Columns of fewer distinct texts are judged text by text. */
const MANY = 8_192;

/** What a column holds and what that says, before it is decided. */
export interface JudgedColumn {
  /** Every text, or one for each group of texts that are alike. */
  profile: ColumnProfile;
  tally: ColumnTally;
  runs: readonly JudgedRun[];
  /** Which regular rows were judged: from `first` up to but not with `last`. */
  first: number;
  last: number;
}

/** A run, its cells counted. */
export interface JudgedRun {
  run: RawRun;
  /** Made anew for each call where there are several runs, and then valid until the next call of any. */
  profile(): ColumnProfile;
  /** For each of its texts the place of the one that stands for it; undefined where each does for itself. */
  places?: Uint32Array;
  /** Where it is kept by keys: these, and the places of the texts that stand for them. */
  keyed?: KeyedCells & { places: Uint32Array } & Pick<KeyedRun, 'coded'>;
}

/** A column read as it was decided. */
export interface DecodedTexts {
  profile: ColumnProfile;
  /** What became of the texts of the profile. */
  decoded: DecodedColumn;
  /** The cells themselves. */
  cells: ReadCells;
}

/** Judges the cells of regular rows `first` up to but not with `last`; large columns group by group. */
export function judgeColumn(values: RawValues, first: number, last: number): JudgedColumn {
  const all = runsOf(values, last);
  const room = all.length > 1 ? roomFor(all) : undefined;
  const runs = all.map((run): JudgedRun => {
    const profile = () => profileRun(run, first, last, room);
    return { run, profile: room ? profile : once(profile) };
  });
  const [only] = runs;
  if (only && runs.length === 1 && !only.run.pattern) {
    const profile = only.profile();
    const isSmall = profile.used.length < MANY || !profile.values.texts;
    if (isSmall) return { profile, tally: tallyColumn(profile), runs, first, last };
  }
  return judgeTogether(runs, first, last);
}

function judgeTogether(runs: readonly JudgedRun[], first: number, last: number): JudgedColumn {
  const few = new FewTexts(runs.length === 1);
  const keys = newKeys(runs.map(({ run }) => run));
  let distinct = 0;
  const judged = runs.map((each): JudgedRun => {
    const { run } = each;
    const profile = each.profile();
    const places = groupTexts(profile, few);
    distinct += profile.used.length;
    if (!isKeyed(run)) return { ...each, places };
    const { from, to } = rowsWithin(run, first, last);
    const keyed = keyedCells(run, from, to, keys.isNew);
    distinct += keyed.distinct;
    const own = keyed.texts.map((text, i) =>
      few.add(text, keyed.counts[i] as number, keyed.firstRows[i] as number),
    );
    return {
      ...each,
      places,
      keyed: { ...keyed, places: Uint32Array.from(own), coded: run.coded },
    };
  });
  const profile = few.profile(last - first);
  const tally = tallyColumn(profile);
  const isExact = keys.isExact && runs.filter(({ run }) => !run.pattern).length < 2;
  return {
    profile,
    tally: {
      ...tally,
      distinct: tally.distinct + distinct - profile.used.length,
      isExact,
    },
    runs: judged,
    first,
    last,
  };
}

/** Reads a judged column by its decision: group by group where that gives the same. */
export function decodeJudged(judged: JudgedColumn, decision: ColumnDecision): DecodedTexts {
  const { profile, tally, runs } = judged;
  const decode = cellsDecoder(profile, tally, decision);
  const decoded = decode(profile.values);
  const few = { few: profile, decoded, decision };
  const read = runs.flatMap((each): ReadRun[] => {
    const { run, places, keyed } = each;
    if (!places) return [{ run, decoded, counts: () => profile }];
    const counts = each.profile;
    const texts = () => {
      const own = each.profile();
      return spread(own, places, few) ?? decode(own.values);
    };
    if (!keyed) return [{ run, decoded: texts(), counts }];
    if (keysAreValues(keyed, few)) return [{ run, decoded: texts(), counts, keyed }];
    const asTexts = keysAreTexts(keyed, few) ? texts() : undefined;
    const coded = keyed.coded();
    const room = coded.length > 1 ? roomFor(coded) : undefined;
    return coded.map((part): ReadRun => {
      const count = () => countRun(part, judged.first, judged.last, room);
      return {
        run: part,
        decoded: asTexts ? asTheyStand(asTexts, part.entries.size) : decode(part.entries.read()),
        counts: room ? count : once(count),
      };
    });
  });
  return { profile, decoded, cells: new ReadCells(read, judged.last - judged.first) };
}

let zeros = new Uint8Array(0);

/** As many bytes, zeros after the given ones; all zeros are the same array, which nobody writes to. */
function withZeros(some: Uint8Array, size: number): Uint8Array {
  if (zeros.length < size) zeros = new Uint8Array(size);
  if (!some.includes(1)) return zeros.subarray(0, size);
  const own = new Uint8Array(size);
  own.set(some);
  return own;
}

/** What became of some texts, with more after them that are values as they stand. */
function asTheyStand(some: DecodedColumn, size: number): DecodedColumn {
  const states = new Uint8Array(size).fill(STATE.value);
  states.set(some.states);
  return { ...some, states, raw: withZeros(some.raw, size) };
}
