import { countCodes } from '../numeric/count-codes.ts';

/** The different values of a column with how many rows have each. */
export interface Tally {
  values: readonly string[];
  counts: readonly number[];
  /** One entry a row: position of its value, −1 when missing. */
  positions(): Int32Array;
}

type Codes = Uint8Array | Uint32Array;

/** Numbers in a range this wide are counted by place instead of looked up. */
const WIDEST = 1 << 16;

/**
 * @param missing one code a row, 0 = it is there
 * @param size above every code
 */
export function tallyCodes(
  codes: Uint32Array,
  missing: Uint8Array,
  size: number,
  text: (code: number) => string,
): Tally {
  const { counts } = countCodes(codes, missing, Math.max(1, size));
  return placed(counts, missing, codes, 0, text);
}

/** @param missing one code a row, 0 = it is there */
export function tallyNumbers(
  numbers: Float64Array,
  missing: Codes,
  text: (value: number) => string,
): Tally {
  let [low, high, isWhole] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  for (let i = 0; i < numbers.length; i++) {
    if (missing[i] !== 0) continue;
    const value = numbers[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
    if (!Number.isInteger(value)) isWhole = false;
  }
  if (low > high) return { values: [], counts: [], positions: () => nowhere(numbers.length) };
  if (!isWhole || high - low > WIDEST) return lookedUp(numbers, missing, text);
  const tallies = new Uint32Array(high - low + 1);
  for (let i = 0; i < numbers.length; i++) {
    if (missing[i] !== 0) continue;
    const at = (numbers[i] as number) - low;
    tallies[at] = (tallies[at] as number) + 1;
  }
  return placed(tallies, missing, numbers, low, text);
}

/** From counts by place: the value at place k is `low + k`. */
function placed(
  tallies: Uint32Array | Float64Array,
  missing: Codes,
  values: Uint32Array | Float64Array,
  low: number,
  text: (value: number) => string,
): Tally {
  const used: number[] = [];
  for (let k = 0; k < tallies.length; k++) if ((tallies[k] as number) > 0) used.push(k);
  return {
    values: used.map((k) => text(low + k)),
    counts: used.map((k) => tallies[k] as number),
    positions() {
      const position = new Int32Array(tallies.length);
      used.forEach((k, at) => {
        position[k] = at;
      });
      const positions = nowhere(values.length);
      for (let i = 0; i < values.length; i++) {
        if (missing[i] === 0) positions[i] = position[(values[i] as number) - low] as number;
      }
      return positions;
    },
  };
}

function lookedUp(numbers: Float64Array, missing: Codes, text: (value: number) => string): Tally {
  const counts = new Map<number, number>();
  for (let i = 0; i < numbers.length; i++) {
    if (missing[i] !== 0) continue;
    const value = numbers[i] as number;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts.keys()];
  return {
    values: values.map(text),
    counts: [...counts.values()],
    positions() {
      const position = new Map(values.map((value, at) => [value, at]));
      return Int32Array.from(numbers, (value, i) =>
        missing[i] === 0 ? (position.get(value) ?? -1) : -1,
      );
    },
  };
}

function nowhere(length: number): Int32Array {
  return new Int32Array(length).fill(-1);
}
