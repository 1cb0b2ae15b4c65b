import type { ColumnDecision } from '../model/importing.ts';
import { type DecodedColumn, type NoValue, STATE } from './decoded.ts';
import type { KeyedCells } from './keyed-cells.ts';
import type { ColumnProfile } from './profile.ts';
import { plainNumber } from './text-group.ts';

/** What was read from one text of each group. */
export interface FewRead {
  few: ColumnProfile;
  decoded: DecodedColumn;
  decision: ColumnDecision;
}

/**
 * What was read from one text of each group, for all texts; undefined where a decision tells texts
 * apart that are alike.
 * @param places for each text, the place of the one that stands for it
 */
export function spread(
  profile: ColumnProfile,
  places: Uint32Array,
  { few, decoded: read, decision }: FewRead,
): DecodedColumn | undefined {
  const { kind } = decision;
  const isNumber = kind === 'integer' || kind === 'decimal';
  const { texts } = profile.values;
  if (!texts || (!isNumber && kind !== 'text' && kind !== 'identifier')) return undefined;
  if (tellsApart(decision)) return undefined;
  const { bytes, ends, size } = texts;
  const { used } = profile;
  const shared = countPlaces(places, used, few.counts.length);
  const states = new Uint8Array(size).fill(STATE.empty);
  const raw = new Uint8Array(size);
  const numbers = new Float64Array(isNumber ? size : 0);
  const noValues = new Map<number, NoValue>();
  const changed = new Map<number, string>();
  const seen = new Uint8Array(shared.length);
  for (let i = 0; i < used.length; i++) {
    const code = used[i] as number;
    const place = places[code] as number;
    if (seen[place] === 1 && !isNumber) {
      // It is alike to a text before it, so it is a value, as it stands.
      states[code] = STATE.value;
      raw[code] = read.raw[place] as number;
      continue;
    }
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
      const value = read.changed.get(place);
      if (value !== undefined && isShared) return undefined;
      if (value !== undefined) changed.set(code, value);
    }
    seen[place] = 1;
  }
  return { states, raw, numbers, noValues, changed };
}

/** How many of the used texts stand in each place. */
function countPlaces(places: Uint32Array, used: Uint32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (let i = 0; i < used.length; i++) (counts[places[used[i] as number] as number] as number)++;
  return counts;
}

/** Whether the keys of a run can be read as the numbers that they are. */
export function keysAreValues(
  { places }: { places: Uint32Array } & Pick<KeyedCells, 'divisor'>,
  { few, decoded, decision }: FewRead,
): boolean {
  const { kind } = decision;
  if ((kind !== 'integer' && kind !== 'decimal') || tellsApart(decision)) return false;
  return places.every(
    (place) =>
      decoded.states[place] === STATE.value &&
      decoded.raw[place] === 0 &&
      decoded.numbers[place] === Number(few.values.dictionary[place]),
  );
}

/** Whether the keys of a run can be read as the texts that they stand for. */
export function keysAreTexts(
  { places }: { places: Uint32Array },
  { few, decoded, decision }: FewRead,
): boolean {
  const { kind } = decision;
  if ((kind !== 'text' && kind !== 'identifier') || tellsApart(decision)) return false;
  return places.every(
    (place) =>
      place < few.counts.length &&
      decoded.states[place] === STATE.value &&
      decoded.raw[place] === 0 &&
      !decoded.changed.has(place),
  );
}

/** Whether a decision is about single texts: labels, or codes that texts which are alike may be. */
function tellsApart({ missing, values }: ColumnDecision): boolean {
  return (values?.length ?? 0) > 0 || missing.some(({ code }) => /\d|.{16}/s.test(code));
}
