import type { ColumnDecision } from '../model/importing.ts';
import { once } from '../model/once.ts';
import { type ColumnTally, tallyColumn } from './column-tally.ts';
import { cellsDecoder } from './decode.ts';
import { type DecodedColumn, STATE } from './decoded.ts';
import { type GroupedRun, groupColumn } from './group-column.ts';
import { isKeyed, type KeyedRun } from './keyed-run.ts';
import { type ColumnProfile, countRun, profileRun, roomFor } from './profile.ts';
import { type RawRun, runsOf } from './raw-run.ts';
import type { RawValues } from './raw-table.ts';
import { ReadCells, type ReadRun } from './read-cells.ts';
import { keysAreTexts, keysAreValues, spread } from './spread.ts';
import { withoutRows } from './without-rows.ts';

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
export interface JudgedRun extends Pick<GroupedRun, 'places'> {
  run: RawRun;
  /** Made anew for each call where there are several runs, and then valid until the next call of any. */
  profile(): ColumnProfile;
  keyed?: NonNullable<GroupedRun['keyed']> & Pick<KeyedRun, 'coded'>;
}

/** A column read as it was decided. */
export interface DecodedTexts {
  profile: ColumnProfile;
  /** What became of the texts of the profile. */
  decoded: DecodedColumn;
  /** The cells themselves. */
  cells: ReadCells;
}

/**
 * Judges the cells of regular rows `first` up to but not with `last`; large columns group by group.
 * @param leftOut rows among these whose cells are no values, ascending
 */
export function judgeColumn(
  values: RawValues,
  first: number,
  last: number,
  leftOut?: Uint32Array,
): JudgedColumn {
  const { judged } = values;
  if (judged && !leftOut && judged.first === first && judged.last === last) return judged;
  const raw = runsOf(values, last);
  const all = leftOut ? raw.map((run) => withoutRows(run, leftOut)) : raw;
  const ahead = leftOut ? undefined : values.grouped;
  const isSame = ahead && ahead.first === first && ahead.last === last;
  const { few, distinct, isExact, runs: grouped } = isSame ? ahead : groupColumn(all, first, last);
  const room = all.length > 1 ? roomFor(all) : undefined;
  const runs = all.map((run, i): JudgedRun => {
    const { counted, places, keyed } = grouped[i] ?? {};
    return {
      run,
      profile: counted
        ? once(() => ({ values: run.entries.read(), ...counted }))
        : () => profileRun(run, first, last, room),
      ...(places && { places }),
      ...(keyed && isKeyed(run) && { keyed: { ...keyed, coded: run.coded } }),
    };
  });
  const counted = few ?? (runs[0] as JudgedRun).profile();
  const profile = leftOut ? { ...counted, empty: counted.empty - leftOut.length } : counted;
  const tally = tallyColumn(profile);
  const uncounted = distinct - profile.used.length;
  return {
    profile,
    tally: few ? { ...tally, distinct: tally.distinct + uncounted, isExact } : tally,
    runs,
    first,
    last,
  };
}

/** The same for a file that is laid out as most are: a heading in its first row, data in all others. */
export function judgeAhead(values: RawValues, rows: number): JudgedColumn {
  return judgeColumn(values, Math.min(1, rows), rows);
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
