import type { Steps } from '../../model/board.ts';
import type { HotColumn } from '../hot/hot-column.ts';
import type { Axis } from './axis.ts';
import { splitOf } from './split-of.ts';

/** Numbers of a state that are what can be added up. */
export function asTheyAre(numbers: ArrayLike<number>): number[] {
  return Array.from(numbers);
}

/** So many numbers a key added up to as many a place. */
export function folded(axis: Axis, numbers: ArrayLike<number>, each = 1): number[] {
  const places = new Array<number>(axis.places.length * each).fill(0);
  for (let key = 0; key < axis.size; key++) {
    for (let at = 0; at < each; at++) {
      const number = numbers[key * each + at] as number;
      if (number === 0) continue;
      const place = axis.placeOf(key) * each + at;
      places[place] = (places[place] as number) + number;
    }
  }
  return places;
}

/** Ranked values are added up as they are. */
export function stepsOf({ scale }: HotColumn): Steps {
  return scale.by === 'step' ? { low: scale.low, divisor: scale.divisor } : { low: 0, divisor: 1 };
}

/** The sums of all steps of a column, from how many rows have each code. */
export function sumsOfCounts(column: HotColumn, counts: ArrayLike<number>): number[] {
  const split = splitOf(column);
  let [n, sum, highs, products, lows] = [0, 0, 0, 0, 0];
  for (let code = column.floor; code < column.size; code++) {
    const many = counts[code] as number;
    const step = code - column.floor;
    const high = step >>> split;
    const low = step - high * 2 ** split;
    n += many;
    sum += many * step;
    highs += many * high * high;
    products += many * high * low;
    lows += many * low * low;
  }
  return [n, sum, highs, products, lows];
}
