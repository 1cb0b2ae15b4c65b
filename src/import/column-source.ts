import {
  type CodedStretch,
  type CodeMeaning,
  type Column,
  type ColumnSource,
  EMPTY,
  stretchRoom,
} from '../model/column.ts';
import { lastOf } from '../model/last-of.ts';
import { once } from '../model/once.ts';
import type { LoadedCounts } from './count-loaded.ts';
import { type DecodedColumn, otherEntries, STATE } from './decoded.ts';
import { type FinalCodes, type FinalTexts, finalTexts } from './final-texts.ts';
import {
  type LoadedStretch,
  loadedStretches,
  type ReadCells,
  type ReadRun,
  type RunCells,
} from './read-cells.ts';
import { asCodes } from './row-numbers.ts';

const MOST_REASONS = 255;
const NO_TEXTS: FinalTexts = {
  size: 0,
  repeats: false,
  parts: () => [],
  codes: () => new Uint32Array(0),
};

/** The values of a column, made from its cells as somebody takes them. */
export interface CellsSource extends ColumnSource {
  reasons: readonly string[];
  texts: FinalTexts;
}

/** @param rows the regular rows of all loaded ones */
export function columnSource(
  cells: ReadCells,
  type: Column['type'],
  rows: Uint32Array,
  used: readonly LoadedCounts[],
): CellsSource {
  const reasons: string[] = [EMPTY];
  // For the reasons alone: what each run needs is made again when its rows are taken.
  for (const { decoded } of cells.runs) missingCodes(decoded, reasons);
  const runs = cells.runs.map(cellsAlone);
  let counted: readonly LoadedCounts[] = used;
  const texts = once(() =>
    type === 'codes'
      ? finalTexts(
          runs.map(({ run: { entries }, decoded }, i) => ({
            entries,
            decoded,
            counts: (counted[i] as LoadedCounts).counts,
          })),
        )
      : NO_TEXTS,
  );
  // Rows are taken in order, so one run is needed at a time.
  const tableOf = lastOf((nth: number): Table => {
    const { decoded } = runs[nth] as RunCells;
    const why = missingCodes(decoded, reasons);
    const values =
      type === 'codes'
        ? texts().codes(nth)
        : valuesOrNone(decoded.numbers, why, type === 'numbers' ? Number.NaN : 0);
    const { counts } = counted[nth]?.counts() ?? { counts: why };
    const isFull = otherEntries(decoded.states).every((code) => counts[code] === 0);
    // Of a single run this table stays, and what it was made from can go: it is as large as the column.
    if (runs.length === 1) counted = [];
    return { missing: why, values, isFull };
  });
  const [only] = runs.length === 1 ? runs : [];
  const meaning = once((): CodeMeaning => {
    const { values, missing, isFull } = tableOf(0);
    return { values, missing: isFull ? undefined : missing };
  });
  return {
    reasons,
    get texts() {
      return texts();
    },
    ...(only &&
      !only.run.pattern && {
        coded: (from: number, to: number) => ({
          pieces: codesOf(loadedStretches({ runs }, rows, from, to)),
          meaning: meaning(),
        }),
      }),
    stretch: (from, to, { values, missing: gaps } = stretchRoom(to - from)) => {
      for (const { nth, read, at, numbers } of loadedStretches({ runs }, rows, from, to)) {
        const table = tableOf(nth);
        if (read.run.pattern) fillFromKeys(numbers, at - from, table, values, gaps, read);
        else {
          const codes = asCodes(numbers);
          if (typeof table.values === 'number') shift(codes, table.values, values, at - from);
          else if (table.values instanceof Float64Array) {
            look(codes, table.values, values, at - from);
          } else lookCodes(codes, table.values, values, at - from);
          if (table.isFull) gaps.fill(0, at - from, at - from + numbers.length);
          else lookWhy(codes, table.missing, gaps, at - from);
        }
      }
      return { values: values.subarray(0, to - from), missing: gaps.subarray(0, to - from) };
    },
  };
}

function codesOf(stretches: Iterable<LoadedStretch>): CodedStretch['pieces'] {
  return Array.from(stretches, ({ numbers }) =>
    numbers instanceof Float64Array || numbers instanceof Int32Array
      ? Uint32Array.from(numbers)
      : numbers,
  );
}

function cellsAlone({ run, decoded, keyed }: ReadRun): RunCells {
  return { run, decoded, ...(keyed && { keyed }) };
}

function valuesOrNone(numbers: Float64Array, missing: Uint8Array, none: number): Float64Array {
  return numbers.map((value, code) => (missing[code] === 0 ? value : none));
}

/** What became of each text of a run. */
interface Table {
  missing: Uint8Array;
  values: Float64Array | FinalCodes;
  isFull: boolean;
}

/** Puts what stands in a table for each code into `into`, from `at` on. */
function look(codes: Uint32Array, table: Float64Array, into: Float64Array, at: number): void {
  for (let i = 0; i < codes.length; i++) into[at + i] = table[codes[i] as number] as number;
}

function lookCodes(codes: Uint32Array, table: Uint32Array, into: Float64Array, at: number): void {
  for (let i = 0; i < codes.length; i++) into[at + i] = table[codes[i] as number] as number;
}

/** A code that is no value of the column gives one that means nothing, as do those of other tables. */
function shift(codes: Uint32Array, by: number, into: Float64Array, at: number): void {
  for (let i = 0; i < codes.length; i++) into[at + i] = Math.max(0, (codes[i] as number) - by);
}

function lookWhy(codes: Uint32Array, table: Uint8Array, into: Uint8Array, at: number): void {
  for (let i = 0; i < codes.length; i++) into[at + i] = table[codes[i] as number] as number;
}

function fillFromKeys(
  keys: ArrayLike<number>,
  at: number,
  table: Table,
  values: Float64Array,
  missing: Uint8Array,
  { keyed }: RunCells,
): void {
  const divisor = keyed?.divisor ?? 1;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    if (key >= 0) {
      values[at + i] = key / divisor;
      missing[at + i] = 0;
    } else {
      values[at + i] = (table.values as Float64Array)[-1 - key] as number;
      missing[at + i] = table.missing[-1 - key] as number;
    }
  }
}

/** For each text of a run, why it is missing: one more than the place of its reason; 0 when it is not. */
function missingCodes({ states, noValues }: DecodedColumn, reasons: string[]): Uint8Array {
  const codes = new Uint8Array(states.length);
  for (const code of otherEntries(states)) {
    const state = states[code];
    if (state === STATE.empty) codes[code] = 1;
    else if (state === STATE.asked) codes[code] = reasonCode(reasons, 'waiting for an answer');
    else codes[code] = reasonCode(reasons, noValues.get(code)?.group ?? 'missing');
  }
  return codes;
}

function reasonCode(reasons: string[], reason: string): number {
  const at = reasons.indexOf(reason);
  if (at >= 0) return at + 1;
  if (reasons.length === MOST_REASONS) return MOST_REASONS;
  return reasons.push(reason);
}
