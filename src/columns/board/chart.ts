import type { ChartNumbers, ChartQuestion, ChartReading, Place } from '../../model/board.ts';
import { readNumbers } from '../../model/chart-reading.ts';
import { Refusal } from '../../model/refusal.ts';
import { codeWidth, type HotColumn, numberOf } from '../hot/hot-column.ts';
import type { HotTable } from '../hot/hot-table.ts';
import type { Codes } from '../kernel/column-kernel.ts';
import { SUMS } from '../kernel/column-kernel.ts';
import { type Axis, keysOf, makeAxis } from './axis.ts';
import { type ChartState, countState, pairState, sumState } from './chart-state.ts';
import { asTheyAre, folded, stepsOf, sumsOfCounts } from './chart-sums.ts';
import { splitOf } from './split-of.ts';

/** A chart on a board. */
export interface Chart {
  question: ChartQuestion;
  places: readonly Place[];
  down: readonly Place[];
  state: ChartState;
  /** Of a chart of counts: the place of a code of its column. */
  placeOf?: (code: number) => number;
  /** What a state says, as numbers that can be added up. */
  sums(numbers: ArrayLike<number>): number[];
  /** How these are read. */
  reading: ChartReading;
  /** Arrays that were made for this chart. */
  own: readonly (Codes | Float64Array)[];
}

/** What a chart says of the rows that a state counts. */
export function saidBy({ reading, sums }: Chart, numbers: ArrayLike<number>): ChartNumbers {
  return readNumbers(reading, sums(numbers));
}

/** Cells of a heat map. */
const MOST_CELLS = 1 << 16;

/** @throws Refusal as `makeAxis` does; `not-a-number`, `too-many-values` */
export function makeChart(table: HotTable, question: ChartQuestion): Chart {
  const { kernel } = table;
  switch (question.show) {
    case 'counts': {
      const axis = makeAxis(table, question.of);
      const state = countState(kernel, axis.keys, axis.size);
      const { by, places } = axis;
      const answered: ChartQuestion = { ...question, of: { ...question.of, by } };
      const own = ownOf(axis, state);
      return {
        question: answered,
        places,
        down: [],
        state,
        sums: (numbers) => folded(axis, numbers),
        reading: { show: 'counts' },
        own,
        ...(axis.isOwn ? {} : { placeOf: axis.placeOf }),
      };
    }
    case 'heat-map':
      return heatMap(table, question);
    case 'means':
      return means(table, question);
    case 'boxes':
      return boxes(table, question);
    case 'pairs': {
      const [before, after] = [numbersOf(table, question.before), numbersOf(table, question.after)];
      const state = pairState(kernel, before, after);
      const reading: ChartReading = {
        show: 'pairs',
        before: stepsOf(before),
        after: stepsOf(after),
      };
      return { question, places: [], down: [], state, sums: asTheyAre, reading, own: state.own };
    }
  }
}

function heatMap(table: HotTable, question: ChartQuestion & { show: 'heat-map' }): Chart {
  const across = makeAxis(table, question.across);
  const down = makeAxis(table, question.down);
  const high = down.places.length;
  const cells = across.places.length * high;
  if (cells > MOST_CELLS) {
    throw new Refusal('too-many-values', `A heat map of ${cells} cells cannot be read.`, {
      hint: 'Choose variables with fewer values.',
    });
  }
  const keys = keysOf(
    table.kernel,
    cells,
    (row) =>
      across.placeOf(across.keys[row] as number) * high + down.placeOf(down.keys[row] as number),
  );
  for (const axis of [across, down]) if (axis.isOwn) table.kernel.release(axis.keys);
  const state = countState(table.kernel, keys, cells);
  return {
    question,
    places: across.places,
    down: down.places,
    state,
    sums: asTheyAre,
    reading: { show: 'heat-map' },
    own: [keys, ...state.own],
  };
}

function means(table: HotTable, question: ChartQuestion & { show: 'means' }): Chart {
  const column = numbersOf(table, question.of);
  const split = splitOf(column);
  const reading: ChartReading = { show: 'means', steps: stepsOf(column), split };
  if (question.by) {
    const axis = makeAxis(table, question.by);
    const state = sumState(table.kernel, column, axis);
    const sums = (numbers: ArrayLike<number>) => folded(axis, numbers, SUMS);
    const own = ownOf(axis, state);
    return { question, places: axis.places, down: [], state, sums, reading, own };
  }
  const everybody: Place = { label: 'All', isMissing: false };
  const face = { question, places: [everybody], down: [], reading };
  if (codeWidth(column.size) <= 2 && column.scale.by === 'step') {
    const state = countState(table.kernel, column.codes, column.size);
    return { ...face, state, sums: (counts) => sumsOfCounts(column, counts), own: state.own };
  }
  const state = sumState(table.kernel, column);
  return { ...face, state, sums: asTheyAre, own: state.own };
}

/** Counts of each value in each group, from which quartiles follow exactly. */
function boxes(table: HotTable, question: ChartQuestion & { show: 'boxes' }): Chart {
  const { kernel } = table;
  const column = numbersOf(table, question.of);
  const { codes, floor, size } = column;
  const axis = question.by && makeAxis(table, question.by);
  const places = axis?.places ?? [{ label: 'All', isMissing: false }];
  const values = size - floor;
  const cells = places.length * values;
  if (cells >= MOST_CELLS) {
    throw new Refusal(
      'too-many-values',
      `${column.variable.label} has too many different values for quartiles that follow a brush.`,
      { hint: 'Show its mean by group.', where: { column: column.variable.name } },
    );
  }
  // Rows without a number are counted where nobody looks.
  const keys = keysOf(kernel, cells + 1, (row) => {
    const code = codes[row] as number;
    if (code < floor) return cells;
    const place = axis ? axis.placeOf(axis.keys[row] as number) : 0;
    return place * values + code - floor;
  });
  if (axis?.isOwn) kernel.release(axis.keys);
  const state = countState(kernel, keys, cells + 1);
  const reading: ChartReading = {
    show: 'boxes',
    values: Array.from({ length: values }, (_, at) => numberOf(column, floor + at)),
    groups: places.length,
  };
  const own = [keys, ...state.own];
  return { question, places, down: [], state, sums: asTheyAre, reading, own };
}

function ownOf(axis: Axis, state: ChartState): Chart['own'] {
  return axis.isOwn ? [axis.keys, ...state.own] : state.own;
}

function numbersOf(table: HotTable, name: string): HotColumn {
  const column = table.column(name);
  const { variable, scale } = column;
  if (scale.by !== 'text' && variable.kind !== 'date') return column;
  throw new Refusal('not-a-number', `${variable.label} holds no numbers, so it has no mean.`, {
    hint: 'Choose a variable that holds numbers.',
    where: { column: variable.name },
  });
}
