import type { ChartNumbers, ChartQuestion, Place } from '../../model/board.ts';
import { Refusal } from '../../model/refusal.ts';
import { codeWidth, type HotColumn, numberOf } from '../hot/hot-column.ts';
import type { HotTable } from '../hot/hot-table.ts';
import type { Codes } from '../kernel/column-kernel.ts';
import { SUMS } from '../kernel/column-kernel.ts';
import { type Axis, keysOf, makeAxis } from './axis.ts';
import { type ChartState, countState, pairState, sumState } from './chart-state.ts';
import { groupBox } from './group-box.ts';
import { groupMoments, pairMoments, sumMoments } from './moments.ts';

/** A chart on a board. */
export interface Chart {
  question: ChartQuestion;
  places: readonly Place[];
  down: readonly Place[];
  state: ChartState;
  /** Of a chart of counts: the place of a code of its column. */
  placeOf?: (code: number) => number;
  /** What the state says. */
  read(numbers: ArrayLike<number>): ChartNumbers;
  /** Arrays that were made for this chart. */
  own: readonly (Codes | Float64Array)[];
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
      const read = (numbers: ArrayLike<number>): ChartNumbers => ({
        show: 'counts',
        counts: folded(axis, numbers),
      });
      const { by, places } = axis;
      const answered: ChartQuestion = { ...question, of: { ...question.of, by } };
      const own = ownOf(axis, state);
      return {
        question: answered,
        places,
        down: [],
        state,
        read,
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
      const read = (numbers: ArrayLike<number>): ChartNumbers => ({
        show: 'pairs',
        pairs: pairMoments(before, after, numbers),
      });
      return { question, places: [], down: [], state, read, own: state.own };
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
    read: (numbers) => ({ show: 'heat-map', counts: Array.from(numbers) }),
    own: [keys, ...state.own],
  };
}

function means(table: HotTable, question: ChartQuestion & { show: 'means' }): Chart {
  const column = numbersOf(table, question.of);
  if (question.by) {
    const axis = makeAxis(table, question.by);
    const state = sumState(table.kernel, column, axis);
    const read = (numbers: ArrayLike<number>): ChartNumbers => {
      const parts = Array.from({ length: SUMS }, (_, part) => folded(axis, numbers, SUMS, part));
      const groups = axis.places.map((_, at) =>
        sumMoments(
          column,
          parts.map((part) => part[at] as number),
        ),
      );
      return { show: 'means', groups };
    };
    return { question, places: axis.places, down: [], state, read, own: ownOf(axis, state) };
  }
  const everybody: Place = { label: 'All', isMissing: false };
  const face = { question, places: [everybody], down: [] };
  if (codeWidth(column.size) <= 2 && column.scale.by === 'step') {
    const state = countState(table.kernel, column.codes, column.size);
    const read = (counts: ArrayLike<number>): ChartNumbers => {
      let [n, sum, squares] = [0, 0, 0];
      for (let code = column.floor; code < column.size; code++) {
        const many = counts[code] as number;
        const step = code - column.floor;
        n += many;
        sum += many * step;
        squares += many * step * step;
      }
      return { show: 'means', groups: [groupMoments(column, n, sum, squares)] };
    };
    return { ...face, state, read, own: state.own };
  }
  const state = sumState(table.kernel, column);
  const read = (sums: ArrayLike<number>): ChartNumbers => ({
    show: 'means',
    groups: [sumMoments(column, sums)],
  });
  return { ...face, state, read, own: state.own };
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
  const numberAt = (at: number) => numberOf(column, floor + at);
  const read = (counts: ArrayLike<number>): ChartNumbers => ({
    show: 'boxes',
    groups: places.map((_, place) => groupBox(counts, place * values, values, numberAt)),
  });
  return { question, places, down: [], state, read, own: [keys, ...state.own] };
}

/** Numbers a key added up to numbers a place. */
function folded(axis: Axis, numbers: ArrayLike<number>, stride = 1, part = 0): number[] {
  const places = new Array<number>(axis.places.length).fill(0);
  for (let key = 0; key < axis.size; key++) {
    const number = numbers[key * stride + part] as number;
    if (number === 0) continue;
    const place = axis.placeOf(key);
    places[place] = (places[place] as number) + number;
  }
  return places;
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
