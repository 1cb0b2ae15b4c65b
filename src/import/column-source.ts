import { type Column, type ColumnSource, EMPTY } from '../model/column.ts';
import type { LoadedCounts } from './count-loaded.ts';
import { type DecodedColumn, STATE } from './decoded.ts';
import { type FinalTexts, finalTexts } from './final-texts.ts';
import { loadedStretches, type ReadCells, type ReadRun } from './read-cells.ts';

const MOST_REASONS = 255;
const NO_TEXTS: FinalTexts = { size: 0, repeats: false, parts: () => [], codes: [] };

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
  const texts = type === 'codes' ? finalTexts(cells.runs, used) : NO_TEXTS;
  const tables = cells.runs.map((read, i) => ({
    missing: missingCodes(read.decoded, reasons),
    values: type === 'codes' ? (texts.codes[i] as Uint32Array) : read.decoded.numbers,
  }));
  const make = MAKE[type];
  let values = make(0);
  let missing = new Uint8Array(0);
  return {
    reasons,
    texts,
    stretch: (from, to) => {
      if (values.length < to - from) {
        values = make(to - from);
        missing = new Uint8Array(to - from);
      }
      for (const { read, at, numbers } of loadedStretches(cells, rows, from, to)) {
        const table = tables[cells.runs.indexOf(read)] as (typeof tables)[number];
        const fill = read.run.pattern ? fillFromKeys : fillFromCodes;
        fill(numbers, at - from, table, values, missing, read);
      }
      // A number that is not there is none; other kinds have no sign for it.
      if (type === 'numbers') {
        for (let i = 0; i < to - from; i++) if (missing[i] !== 0) values[i] = Number.NaN;
      }
      return { values: values.subarray(0, to - from), missing: missing.subarray(0, to - from) };
    },
  };
}

const MAKE = {
  numbers: (n: number) => new Float64Array(n),
  days: (n: number) => new Int32Array(n),
  codes: (n: number) => new Uint32Array(n),
};

interface Table {
  missing: Uint8Array;
  values: Float64Array | Uint32Array;
}

type Values = Float64Array | Int32Array | Uint32Array;

function fillFromCodes(
  codes: ArrayLike<number>,
  at: number,
  table: Table,
  values: Values,
  missing: Uint8Array,
): void {
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    values[at + i] = table.values[code] as number;
    missing[at + i] = table.missing[code] as number;
  }
}

function fillFromKeys(
  keys: ArrayLike<number>,
  at: number,
  table: Table,
  values: Values,
  missing: Uint8Array,
  { keyed }: ReadRun,
): void {
  const divisor = keyed?.divisor ?? 1;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    if (key >= 0) {
      values[at + i] = key / divisor;
      missing[at + i] = 0;
    } else {
      values[at + i] = table.values[-1 - key] as number;
      missing[at + i] = table.missing[-1 - key] as number;
    }
  }
}

/** For each text of a run, why it is missing: one more than the place of its reason; 0 when it is not. */
function missingCodes({ states, noValues }: DecodedColumn, reasons: string[]): Uint8Array {
  return states.map((state, code) => {
    if (state === STATE.value) return 0;
    if (state === STATE.empty) return 1;
    if (state === STATE.asked) return reasonCode(reasons, 'waiting for an answer');
    return reasonCode(reasons, noValues.get(code)?.group ?? 'missing');
  });
}

function reasonCode(reasons: string[], reason: string): number {
  const at = reasons.indexOf(reason);
  if (at >= 0) return at + 1;
  if (reasons.length === MOST_REASONS) return MOST_REASONS;
  return reasons.push(reason);
}
