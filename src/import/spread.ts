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
  const numberAt = (code: number) =>
    plainNumber(bytes, ends[code - 1] as number, ends[code] as number)?.value;
  const states = new Uint8Array(size).fill(STATE.empty);
  const raw = new Uint8Array(size);
  const numbers = new Float64Array(isNumber ? size : 0);
  const noValues = new Map<number, NoValue>();
  const changed = new Map<number, string>();
  /** Of each place the first text, and how many were met: none, one, or more. */
  const firsts = new Uint32Array(few.counts.length);
  const met = new Uint8Array(few.counts.length);
  for (let i = 0; i < used.length; i++) {
    const code = used[i] as number;
    const place = places[code] as number;
    raw[code] = read.raw[place] as number;
    if (met[place] === 0) {
      met[place] = 1;
      firsts[place] = code;
      states[code] = read.states[place] as number;
      const none = read.noValues.get(place);
      if (none) noValues.set(code, none);
      const text = read.changed.get(place);
      if (text !== undefined) changed.set(code, text);
      if (isNumber) numbers[code] = read.numbers[place] as number;
      continue;
    }
    if (met[place] === 1) {
      // The first was read in full: the others are only read so if it stands as it is, and that agrees.
      met[place] = 2;
      if (read.states[place] !== STATE.value || read.changed.has(place)) return undefined;
      const first = firsts[place] as number;
      if (isNumber && numberAt(first) !== read.numbers[place]) return undefined;
    }
    states[code] = STATE.value;
    if (!isNumber) continue;
    const value = numberAt(code);
    if (value === undefined) return undefined;
    numbers[code] = value;
  }
  return { states, raw, numbers, noValues, changed };
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
