import type { CodeRuns } from '../hot/code-runs.ts';
import { codeWidth, type HotColumn } from '../hot/hot-column.ts';
import type { ChartState } from './chart-state.ts';

/** Steps that the codes of a column are taken together in, at most: a step is kept in a byte. */
const STEPS = 256;
/** Numbers that are kept, at most, and the fewest steps that are worth it. */
const MOST_NUMBERS = 4_000_000;
const FEWEST = 16;
/** Rows that are counted at a stretch: a millisecond or two. */
const STRETCH = 1 << 16;

/**
 * What charts count of the rows up to each step along a column whose choice is being moved: of the rows
 * between two steps it is the difference of two lists of numbers, however many rows these are. It holds
 * while no other choice changes.
 */
export interface Tile {
  readonly column: HotColumn;
  /** The whole steps in some codes, and the codes that are left at their ends. */
  split(runs: CodeRuns): { steps: CodeRuns; rest: CodeRuns };
  /** Adds (1) or takes away (-1) all rows from a step to another. */
  move(from: number, to: number, sign: 1 | -1): void;
  /** The first code of each step, where every step lies in one place of the chart. */
  readonly placed: readonly number[] | undefined;
  /** What is counted of the rows from a step to another: how many meet all choices, and the numbers of each chart. */
  between(from: number, to: number): { met: number; numbers: ArrayLike<number>[] };
}

/**
 * A step ends where a place of the chart does, as far as there are few enough of these, so that a brush
 * from place to place has no ends. Undefined where that takes too many numbers. One pass over the rows for
 * each chart, with a pause after every stretch.
 * @param charts each with the rows that it counts whatever is chosen along the column
 * @param met the rows that meet all other choices
 */
export function* makeTile(
  column: HotColumn,
  placeOf: (code: number) => number,
  charts: readonly { state: ChartState; rows: Uint32Array }[],
  met: Uint32Array,
): Generator<void, Tile | undefined> {
  const { size, codes } = column;
  const numbers = charts.reduce((sum, { state }) => sum + state.numbers.length, 1);
  const most = Math.min(STEPS, size, Math.floor(MOST_NUMBERS / numbers) - 1);
  if (most < Math.min(FEWEST, size) || codeWidth(size) > 2) return undefined;
  const { starts, stepOf, byPlace } = cutSteps(size, most, placeOf);
  const many = starts.length;
  const steps = new Uint8Array(codes.length);
  for (const [first, end] of stretches(steps.length)) {
    for (let row = first; row < end; row++) steps[row] = stepOf[codes[row] as number] as number;
    yield;
  }

  const upTo = new Uint32Array(many + 1);
  for (const [first, end] of stretches(met.length)) {
    for (let i = first; i < end; i++) {
      const at = (steps[met[i] as number] as number) + 1;
      upTo[at] = (upTo[at] as number) + 1;
    }
    yield;
  }
  addUp(upTo, 1);
  const sums: { numbers: ChartState['numbers']; sum: ChartState['numbers']; length: number }[] = [];
  for (const { state, rows } of charts) {
    const { length } = state.numbers;
    const OfKind = state.numbers instanceof Float64Array ? Float64Array : Uint32Array;
    const sum = new OfKind((many + 1) * length);
    // What is before the first step is nothing.
    const into = sum.subarray(length);
    for (const [first, end] of stretches(rows.length)) {
      state.spread(rows.subarray(first, end), steps, into);
      yield;
    }
    addUp(sum, length);
    sums.push({ numbers: state.numbers, sum, length });
  }

  return {
    column,
    split(runs) {
      const whole: [number, number][] = [];
      const rest: [number, number][] = [];
      for (const [low, high] of runs) {
        const first = stepOf[low] as number;
        const from = starts[first] === low ? first : first + 1;
        const to = high + 1 === size ? many : (stepOf[high + 1] as number);
        if (from >= to) {
          rest.push([low, high]);
          continue;
        }
        whole.push([from, to]);
        const [begin, end] = [starts[from] as number, starts[to] ?? size];
        if (low < begin) rest.push([low, begin - 1]);
        if (high >= end) rest.push([end, high]);
      }
      return { steps: whole, rest };
    },
    move(from, to, sign) {
      for (const { numbers, sum, length } of sums) {
        const [first, last] = [from * length, to * length];
        for (let at = 0; at < length; at++) {
          const between = (sum[last + at] as number) - (sum[first + at] as number);
          numbers[at] = (numbers[at] as number) + sign * between;
        }
      }
    },
    placed: byPlace ? starts : undefined,
    between(from, to) {
      const numbers = sums.map(({ sum, length }) => {
        const first = sum.subarray(from * length, (from + 1) * length);
        const last = sum.subarray(to * length, (to + 1) * length);
        return last.map((upTo, at) => upTo - (first[at] as number));
      });
      return { met: (upTo[to] as number) - (upTo[from] as number), numbers };
    },
  };
}

/** So many rows, a stretch at a time: from the first to the end, which is not in it. */
function* stretches(rows: number): Generator<readonly [number, number]> {
  for (let first = 0; first < rows; first += STRETCH) {
    yield [first, Math.min(rows, first + STRETCH)];
  }
}

/** At most so many steps: the codes where they start, the step of each code, and whether each lies in one place. */
function cutSteps(size: number, most: number, placeOf: (code: number) => number) {
  let places = 1;
  for (let code = 1; code < size; code++) if (placeOf(code) !== placeOf(code - 1)) places++;
  const byPlace = 2 * places <= most;
  const width = Math.ceil(size / (byPlace ? most - places : most));
  const starts: number[] = [];
  const stepOf = new Uint8Array(size);
  for (let code = 0; code < size; code++) {
    const last = starts.at(-1) ?? Number.NEGATIVE_INFINITY;
    const isNext = byPlace && code > 0 && placeOf(code) !== placeOf(code - 1);
    if (isNext || code - last >= width) starts.push(code);
    stepOf[code] = starts.length - 1;
  }
  return { starts, stepOf, byPlace };
}

/** Makes each number the sum of all that stand so many, twice as many … before it, and of itself. */
function addUp(numbers: Uint32Array | Float64Array, apart: number): void {
  for (let at = apart; at < numbers.length; at++) {
    numbers[at] = (numbers[at] as number) + (numbers[at - apart] as number);
  }
}
