import type { ColumnDecision } from '../model/importing.ts';
import { AlikeCells, BY_ITSELF, plainNumber } from './alike-cells.ts';
import { type ColumnTally, tallyColumn } from './column-tally.ts';
import { decodeColumn } from './decode.ts';
import { type DecodedColumn, type NoValue, STATE } from './decoded.ts';
import { type ColumnProfile, profileColumn } from './profile.ts';
import { CELL, type RawValues } from './raw-table.ts';

/** Columns of fewer distinct texts are judged text by text. */
const MANY = 8_192;

/** What a column holds and what that says, before it is decided. */
export interface JudgedColumn {
  /** Every text, or one for each group of texts that are alike. */
  profile: ColumnProfile;
  tally: ColumnTally;
  /** Where texts were judged together: all of them. */
  all?: AllTexts;
}

interface AllTexts {
  profile: ColumnProfile & { values: Required<RawValues> };
  /** For each text, the code of the one that stands for it. */
  places: Uint32Array;
}

/** A column read as it was decided. */
export interface DecodedTexts {
  profile: ColumnProfile;
  decoded: DecodedColumn;
  /** The cells themselves, and what became of each text. */
  cells: { values: RawValues; decoded: DecodedColumn };
}

/** Judges the cells of regular rows `first` up to but not with `last`; large columns group by group. */
export function judgeColumn(values: RawValues, first: number, last: number): JudgedColumn {
  const profile = profileColumn(values, first, last);
  const { texts } = values;
  if (!texts || profile.used.length < MANY) return { profile, tally: tallyColumn(profile) };
  const all = { ...profile, values: Object.assign(values, { texts }) };
  const { few, places } = groupTexts(all);
  const tally = tallyColumn(few);
  const together = profile.used.length - few.used.length;
  return {
    profile: few,
    tally: { ...tally, distinct: tally.distinct + together },
    all: { profile: all, places },
  };
}

/** Reads a judged column by its decision: group by group where that gives the same. */
export function decodeJudged(judged: JudgedColumn, decision: ColumnDecision): DecodedTexts {
  const { profile, tally, all } = judged;
  if (all) {
    const few = decodeColumn(profile, tally, decision);
    const decoded = spread(all, profile, few, decision);
    if (decoded) {
      return { profile, decoded: few, cells: { values: all.profile.values, decoded } };
    }
  }
  const whole = all?.profile ?? profile;
  const decoded = decodeColumn(whole, tally, decision);
  return { profile: whole, decoded, cells: { values: whole.values, decoded } };
}

function groupTexts(profile: AllTexts['profile']): { few: ColumnProfile; places: Uint32Array } {
  const { values, counts, firstRows, used } = profile;
  const { bytes, ends } = values.texts;
  const alike = new AlikeCells();
  const groups = new Map<number, number>();
  const places = new Uint32Array(ends.length);
  const dictionary = [''];
  const own = { counts: [0], firstRows: [0] };
  for (const code of used) {
    const group = alike.group(bytes, ends[code - 1] as number, ends[code] as number);
    let place = group === BY_ITSELF ? undefined : groups.get(group);
    if (place === undefined) {
      place = dictionary.push(values.texts.text(code)) - 1;
      own.counts.push(0);
      own.firstRows.push(firstRows[code] as number);
      if (group !== BY_ITSELF) groups.set(group, place);
    }
    places[code] = place;
    (own.counts[place] as number) += counts[code] as number;
    own.firstRows[place] = Math.min(own.firstRows[place] as number, firstRows[code] as number);
  }
  const few: ColumnProfile = {
    values: {
      codes: new Uint8Array(0),
      dictionary,
      types: new Uint8Array(dictionary.length).fill(CELL.text),
    },
    counts: Uint32Array.from(own.counts),
    firstRows: Uint32Array.from(own.firstRows),
    used: Uint32Array.from(dictionary.keys()).subarray(1),
    filled: profile.filled,
    empty: profile.empty,
  };
  return { few, places };
}

/**
 * What was read from one text of each group, for all texts; undefined where a decision tells texts
 * apart that are alike.
 */
function spread(
  { profile, places }: AllTexts,
  few: ColumnProfile,
  read: DecodedColumn,
  decision: ColumnDecision,
): DecodedColumn | undefined {
  const { kind, missing, values: labels } = decision;
  const isNumber = kind === 'integer' || kind === 'decimal';
  if (!isNumber && kind !== 'text' && kind !== 'identifier') return undefined;
  if ((labels?.length ?? 0) > 0 || missing.some(({ code }) => /\d|.{16}/s.test(code)))
    return undefined;
  const { texts } = profile.values;
  const { bytes, ends, size } = texts;
  const shared = new Uint32Array(few.values.dictionary.length);
  for (const code of profile.used) (shared[places[code] as number] as number)++;
  const states = new Uint8Array(size).fill(STATE.empty);
  const raw = new Uint8Array(size);
  const numbers = new Float64Array(isNumber ? size : 0);
  const noValues = new Map<number, NoValue>();
  const changed = new Map<number, string>();
  const seen = new Uint8Array(shared.length);
  for (const code of profile.used) {
    const place = places[code] as number;
    const state = read.states[place] as number;
    const isShared = (shared[place] as number) > 1;
    if (isShared && state !== STATE.value) return undefined;
    states[code] = state;
    raw[code] = read.raw[place] as number;
    const none = read.noValues.get(place);
    if (none) noValues.set(code, none);
    if (isNumber) {
      const value = isShared
        ? plainNumber(bytes, ends[code - 1] as number, ends[code] as number)?.value
        : read.numbers[place];
      // The first text of a group was read in full: the others may only be read so if that agrees.
      if (value === undefined || (seen[place] === 0 && value !== read.numbers[place])) {
        return undefined;
      }
      numbers[code] = value;
    } else if (state === STATE.value && (!isShared || seen[place] === 0)) {
      const text = few.values.dictionary[place] as string;
      const value = read.texts[place] as string;
      if (value !== text && isShared) return undefined;
      if (value !== text) changed.set(code, value);
    }
    seen[place] = 1;
  }
  return { states, raw, numbers, texts: [], noValues, changed };
}
