import { type HotColumn, numberOf } from '../hot/hot-column.ts';
import {
  type Bitmap,
  type Codes,
  type ColumnKernel,
  type Job,
  PAIR_SUMS,
  SUMS,
} from '../kernel/column-kernel.ts';
import { splitOf } from './split-of.ts';

/**
 * What a chart counts while it stands on a board: numbers that rows are added to and taken from. They
 * are kept for each key, not for each place of the chart, so that counting looks nothing up.
 */
export interface ChartState {
  /** In the kernel's memory. */
  readonly numbers: Uint32Array | Float64Array;
  /** All that it takes of that memory. */
  readonly own: readonly (Uint32Array | Float64Array)[];
  /** What adds rows to them; of values that are ranks there is none, these are added one by one. */
  readonly job: Job | undefined;
  /**
   * Every sum is a whole number below 2^53: rows can be taken away again without a trace. Where they
   * are not, the chart is always counted from its rows.
   */
  readonly isExact: boolean;
  /** Adds (1) or takes away (-1) some rows. */
  move(rows: Uint32Array, n: number, sign: 1 | -1): void;
  /** Adds rows to as many lists of numbers as there are steps, each to that of its step. */
  spread(rows: Uint32Array, steps: Uint8Array, into: Uint32Array | Float64Array): void;
}

/** Adds the rows of a bitmap to several states. */
export function addRowsOf(kernel: ColumnKernel, bitmap: Bitmap, states: readonly ChartState[]) {
  kernel.tally(
    bitmap,
    states.flatMap(({ job }) => job ?? []),
  );
  const ranked = states.filter(({ job }) => !job);
  if (ranked.length === 0) return;
  const rows = kernel.rowsOf(bitmap);
  for (const state of ranked) state.move(rows, rows.length, 1);
}

/** How many rows have each key. */
export function countState(kernel: ColumnKernel, codes: Codes, size: number): ChartState {
  const counts = kernel.words(Math.max(1, size));
  const thin = kernel.thin(codes, size);
  return {
    numbers: counts,
    own: thin ? [counts, thin] : [counts],
    job: { codes, thin, counts },
    isExact: true,
    move: (rows, n, sign) => {
      for (let i = 0; i < n; i++) {
        const code = codes[rows[i] as number] as number;
        counts[code] = (counts[code] as number) + sign;
      }
    },
    spread: (rows, steps, into) => {
      const { length } = counts;
      for (const row of rows) {
        const at = (steps[row] as number) * length + (codes[row] as number);
        into[at] = (into[at] as number) + 1;
      }
    },
  };
}

/**
 * Of the rows of each key, or of all rows together: how many have a value, the sum of these, and what the
 * sum of their squares follows from.
 */
export function sumState(
  kernel: ColumnKernel,
  column: HotColumn,
  by?: { keys: Codes; size: number },
): ChartState {
  const sums = kernel.doubles(SUMS * Math.max(1, by?.size ?? 1));
  const { codes, floor } = column;
  const split = splitOf(column);
  const isRanked = column.scale.by === 'rank';
  const addend = valuesAboveFloor(column);
  const addTo = (into: Uint32Array | Float64Array, from: number, row: number, sign: 1 | -1) => {
    const code = codes[row] as number;
    if (code < floor) return;
    const value = addend(code);
    const high = isRanked ? 0 : value >>> split;
    const low = value - high * 2 ** split;
    const place = from + SUMS * (by ? (by.keys[row] as number) : 0);
    const add = (at: number, value: number) => {
      into[place + at] = (into[place + at] as number) + sign * value;
    };
    add(0, 1);
    add(1, value);
    add(2, high * high);
    add(3, high * low);
    add(4, low * low);
  };
  const values = { codes, floor };
  return {
    numbers: sums,
    own: [sums],
    job: isRanked ? undefined : { values, split, sums, ...(by ? { by: by.keys } : {}) },
    isExact: !isRanked && 4 ** split * kernel.rows <= Number.MAX_SAFE_INTEGER,
    move: (rows, n, sign) => {
      for (let i = 0; i < n; i++) addTo(sums, 0, rows[i] as number, sign);
    },
    spread: (rows, steps, into) => {
      for (const row of rows) addTo(into, (steps[row] as number) * sums.length, row, 1);
    },
  };
}

/** Of the rows that have both numbers: n, Σx, Σy, Σx², Σy², Σxy. */
export function pairState(kernel: ColumnKernel, x: HotColumn, y: HotColumn): ChartState {
  const pairs = kernel.doubles(PAIR_SUMS);
  const [xOf, yOf] = [valuesAboveFloor(x), valuesAboveFloor(y)];
  const addTo = (into: Uint32Array | Float64Array, from: number, row: number, sign: 1 | -1) => {
    const [first, second] = [x.codes[row] as number, y.codes[row] as number];
    if (first < x.floor || second < y.floor) return;
    const [a, b] = [xOf(first), yOf(second)];
    const add = (at: number, value: number) => {
      into[from + at] = (into[from + at] as number) + sign * value;
    };
    add(0, 1);
    add(1, a);
    add(2, b);
    add(3, a * a);
    add(4, b * b);
    add(5, a * b);
  };
  const isRanked = x.scale.by === 'rank' || y.scale.by === 'rank';
  return {
    numbers: pairs,
    own: [pairs],
    job: isRanked ? undefined : { x, y, pairs },
    isExact: addsExactly(x, kernel.rows) && addsExactly(y, kernel.rows),
    move: (rows, n, sign) => {
      for (let i = 0; i < n; i++) addTo(pairs, 0, rows[i] as number, sign);
    },
    spread: (rows, steps, into) => {
      for (const row of rows) addTo(into, (steps[row] as number) * PAIR_SUMS, row, 1);
    },
  };
}

/** What is added up: the steps above the least value, or, where there are no steps, the values. */
function valuesAboveFloor(column: HotColumn): (code: number) => number {
  const { floor } = column;
  return column.scale.by === 'rank' ? (code) => numberOf(column, code) : (code) => code - floor;
}

function addsExactly({ scale, size, floor }: HotColumn, rows: number): boolean {
  return scale.by !== 'rank' && (size - floor) ** 2 * rows <= Number.MAX_SAFE_INTEGER;
}
