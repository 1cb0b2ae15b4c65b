import { type DecodedColumn, type NoValue, STATE } from './decoded.ts';
import type { RunCounts } from './profile.ts';
import { numberText, type RawRun, runAt } from './raw-run.ts';
import type { Numbers } from './row-numbers.ts';

/** A run under the decision of its column. */
export interface ReadRun extends RunCells {
  /** How often each of its texts stands among the data rows; counted anew where there are several runs. */
  counts(): RunCounts;
}

/** The cells of such a run. */
export interface RunCells {
  run: RawRun;
  /** What became of each of its texts. */
  decoded: DecodedColumn;
  /** Where keys are numbers: what they are divided by. */
  keyed?: { divisor: number };
}

/** One cell as it was read. */
export interface ReadCell {
  raw: string;
  /** One of {@link STATE}. */
  state: number;
  value: number | string;
  none?: NoValue | undefined;
}

/** All cells of a column as they were read under its decision. */
export class ReadCells {
  readonly runs: readonly ReadRun[];
  /** How many rows were judged: the data rows of the file. */
  readonly judged: number;

  constructor(runs: readonly ReadRun[], judged: number) {
    this.runs = runs;
    this.judged = judged;
  }

  /** The cell in a regular row. */
  at(row: number): ReadCell {
    const read = this.runs.find(({ run }) => run === runAt([run], row));
    if (!read) return { raw: '', state: STATE.empty, value: '' };
    const { run, decoded, keyed } = read;
    const number = run.numbers.at(row - run.first);
    const raw = numberText(run, number);
    if (keyed && number >= 0) return { raw, state: STATE.value, value: number / keyed.divisor };
    const code = run.pattern ? -1 - number : number;
    const value = decoded.numbers.length > 0 ? decoded.numbers[code] : decoded.changed.get(code);
    const state = decoded.states[code] ?? STATE.empty;
    return { raw, state, value: value ?? raw, none: decoded.noValues.get(code) };
  }
}

/** Cells of loaded rows that stand in one run; `at` is the loaded row of the first. */
export interface LoadedStretch {
  /** Which run, and the run. */
  nth: number;
  read: RunCells;
  at: number;
  numbers: Numbers;
}

/** Cells of the loaded rows `from` up to `to`; `rows` are the regular rows of all loaded ones. */
export function* loadedStretches(
  { runs }: { runs: readonly RunCells[] },
  rows: Uint32Array,
  from: number,
  to: number,
): Generator<LoadedStretch> {
  let at = from;
  for (const [nth, read] of runs.entries()) {
    const { first, rows: n, numbers } = read.run;
    if (at === to) return;
    const next = rows[at] as number;
    if (next >= first + n) continue;
    const last = Math.min(rows[to - 1] as number, first + n - 1);
    for (const stretch of numbers.stretches(next - first, last - first + 1)) {
      const row = first + stretch.at;
      const own = loadedOnly(stretch.numbers, row, rows, at);
      if (own.length > 0) yield { nth, read, at, numbers: own };
      at += own.length;
    }
  }
}

/** The numbers of those rows that are loaded: all of them, unless some were set aside. */
function loadedOnly(numbers: Numbers, row: number, rows: Uint32Array, at: number): Numbers {
  const n = numbers.length;
  if (rows[at] === row && rows[at + n - 1] === row + n - 1) return numbers;
  const own = new Float64Array(n);
  let count = 0;
  for (let next = at; next < rows.length; next++) {
    const place = (rows[next] as number) - row;
    if (place >= n) break;
    own[count++] = numbers[place] as number;
  }
  return own.subarray(0, count);
}
