import { BY_ITSELF, codeGroup, WHOLES } from './alike-cells.ts';
import type { CellPattern } from './cell-pattern.ts';
import type { KeyedRun } from './keyed-run.ts';
import { SERIALS } from './serials.ts';

const ZERO = 0x30;

/** The numbers of a run that is kept by keys, counted by what the import asks about a number. */
export interface KeyedCells {
  /** One text for each group of numbers that are alike, and how many cells it stands for. */
  texts: string[];
  counts: number[];
  firstRows: number[];
  filled: number;
  distinct: number;
  /** What a key is divided by to be the number. */
  divisor: number;
}

/** Whether texts of this form are told apart by their keys as well as by themselves. */
export function isJudgedByKey({ template }: CellPattern): boolean {
  const example = template.map((byte) => byte || ZERO);
  return template.length === 0 || codeGroup(example, 0, example.length) !== BY_ITSELF;
}

/** Groups the keys in rows `from` up to `to` of a run as AlikeCells groups texts: see there. */
export function keyedCells(
  run: KeyedRun,
  from: number,
  to: number,
  isNew: (key: number) => boolean,
): KeyedCells {
  const { decimals, template } = run.pattern;
  const isNumber = template.length === 0;
  const divisor = 10 ** decimals;
  const cells: KeyedCells = {
    texts: [],
    counts: [],
    firstRows: [],
    filled: 0,
    distinct: 0,
    divisor,
  };
  const groups = new Map<number, number>();
  const wholes = new Map<number, number>();
  let lowest = Number.POSITIVE_INFINITY;
  let highest = -1;
  const place = (places: Map<number, number>, id: number, key: number, row: number): number => {
    const known = places.get(id);
    if (known !== undefined) return known;
    const added = cells.texts.push(run.pattern.text(key)) - 1;
    cells.counts.push(0);
    cells.firstRows.push(row);
    places.set(id, added);
    return added;
  };
  for (const { at, numbers } of run.numbers.stretches(from, to)) {
    let group = -1;
    let last = -1;
    for (let i = 0; i < numbers.length; i++) {
      const key = numbers[i] as number;
      if (key < 0) continue;
      cells.filled++;
      if (isNew(key)) cells.distinct++;
      const isWhole = isNumber && (decimals === 0 || isMultiple(key, divisor));
      const row = run.first + at + i;
      if (isWhole && (wholes.size < WHOLES || (key >= lowest && key <= highest))) {
        if (wholes.size < WHOLES || wholes.has(key)) {
          const own = place(wholes, key, key, row);
          (cells.counts[own] as number)++;
          if (key < lowest) lowest = key;
          if (key > highest) highest = key;
          continue;
        }
      }
      const id = isNumber ? groupOf(key, decimals, divisor, isWhole) : 0;
      if (id !== last) {
        last = id;
        group = place(groups, id, key, row);
      }
      (cells.counts[group] as number)++;
    }
  }
  return cells;
}

function groupOf(key: number, decimals: number, divisor: number, isWhole: boolean): number {
  let digits = decimals + 1;
  for (let above = divisor * 10; above <= key; above *= 10) digits++;
  const whole = digits - decimals;
  const value = key / divisor;
  let group = whole * 2 + (key < divisor ? 1 : 0);
  group = group * 2 + (decimals > 0 && isMultiple(key, 10) ? 1 : 0);
  group = group * 2 + (isWhole ? 1 : 0);
  return group * 2 + (whole === 5 && value >= SERIALS[0] && value <= SERIALS[1] ? 1 : 0);
}

/** For keys, which are whole and below 2^53: there it is exact, and many times as fast as `%` of doubles. */
function isMultiple(key: number, of: number): boolean {
  return Math.floor(key / of) * of === key;
}
