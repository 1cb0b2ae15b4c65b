import { type HotColumn, numberOf } from '../hot/hot-column.ts';
import {
  type Bitmap,
  type Codes,
  type ColumnKernel,
  PAIR_SUMS,
  SUMS,
  type Tally,
} from '../kernel/column-kernel.ts';

/**
 * What a chart counts while it stands on a board: numbers that rows are added to and taken from. They
 * are kept for each key, not for each place of the chart, so that counting looks nothing up.
 */
export interface ChartState {
  /** In the kernel's memory. */
  readonly numbers: Uint32Array | Float64Array;
  /** Of a chart of counts alone, which is counted together with its like. */
  readonly tally: Tally | undefined;
  /**
   * Every sum is a whole number below 2^53: rows can be taken away again without a trace. Where they
   * are not, the chart is always counted from its rows.
   */
  readonly isExact: boolean;
  /** Adds the rows of a bitmap. */
  count(bitmap: Bitmap): void;
  /** Adds (1) or takes away (-1) some rows. */
  move(rows: Uint32Array, n: number, sign: 1 | -1): void;
  /** Adds rows to as many lists of numbers as there are steps, each to that of its step. */
  spread(rows: Uint32Array, steps: Uint8Array, into: Uint32Array | Float64Array): void;
}

/** How many rows have each key. */
export function countState(kernel: ColumnKernel, codes: Codes, size: number): ChartState {
  const counts = kernel.words(Math.max(1, size));
  const tally = { codes, counts };
  return {
    numbers: counts,
    tally,
    isExact: true,
    count: (bitmap) => kernel.tally(bitmap, [tally]),
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
 * Of the rows of each key, or of all rows together: how many have a value, the sum of these, the sum of
 * their squares.
 */
export function sumState(
  kernel: ColumnKernel,
  column: HotColumn,
  by?: { keys: Codes; size: number },
): ChartState {
  const sums = kernel.doubles(SUMS * Math.max(1, by?.size ?? 1));
  const { codes, floor } = column;
  const addend = valuesAboveFloor(column);
  const add = (into: Uint32Array | Float64Array, from: number, row: number, sign: 1 | -1) => {
    const code = codes[row] as number;
    if (code < floor) return;
    const value = addend(code);
    const at = from + SUMS * (by ? (by.keys[row] as number) : 0);
    into[at] = (into[at] as number) + sign;
    into[at + 1] = (into[at + 1] as number) + sign * value;
    into[at + 2] = (into[at + 2] as number) + sign * value * value;
  };
  const move = (rows: Uint32Array, n: number, sign: 1 | -1) => {
    for (let i = 0; i < n; i++) add(sums, 0, rows[i] as number, sign);
  };
  const isRanked = column.scale.by === 'rank';
  return {
    numbers: sums,
    tally: undefined,
    isExact: addsExactly(column, kernel.rows),
    count: (bitmap) => {
      if (isRanked) {
        const rows = kernel.rowsOf(bitmap);
        move(rows, rows.length, 1);
      } else if (by) {
        kernel.sums(bitmap, by.keys, column, sums);
      } else {
        // As pairs of each value with itself: sums that are kept in registers.
        const [n = 0, sum = 0, , squares = 0] = kernel.pairs(bitmap, column, column);
        for (const [at, more] of [n, sum, squares].entries())
          sums[at] = (sums[at] as number) + more;
      }
    },
    move,
    spread: (rows, steps, into) => {
      for (const row of rows) add(into, (steps[row] as number) * sums.length, row, 1);
    },
  };
}

/** Of the rows that have both numbers: n, Σx, Σy, Σx², Σy², Σxy. */
export function pairState(kernel: ColumnKernel, x: HotColumn, y: HotColumn): ChartState {
  const sums = kernel.doubles(PAIR_SUMS);
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
  const move = (rows: Uint32Array, n: number, sign: 1 | -1) => {
    for (let i = 0; i < n; i++) addTo(sums, 0, rows[i] as number, sign);
  };
  const isRanked = x.scale.by === 'rank' || y.scale.by === 'rank';
  return {
    numbers: sums,
    tally: undefined,
    isExact: addsExactly(x, kernel.rows) && addsExactly(y, kernel.rows),
    count: (bitmap) => {
      if (isRanked) {
        const rows = kernel.rowsOf(bitmap);
        return move(rows, rows.length, 1);
      }
      const found = kernel.pairs(bitmap, x, y);
      for (let i = 0; i < PAIR_SUMS; i++) sums[i] = (sums[i] as number) + (found[i] as number);
    },
    move,
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
