import { WHOLES } from './alike-cells.ts';
import type { CellPattern } from './cell-pattern.ts';
import type { KeyedRun } from './keyed-run.ts';
import { asDoubles } from './row-numbers.ts';
import { SERIALS } from './serials.ts';
import { BY_ITSELF, codeGroup } from './text-group.ts';

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
  const { pattern, first } = run;
  const { decimals, template } = pattern;
  const isNumber = template.length === 0;
  const divisor = 10 ** decimals;
  const texts: string[] = [];
  const firstRows: number[] = [];
  const counts = new Uint32Array(WHOLES + GROUPS);
  const add = (key: number, row: number): number => {
    firstRows.push(row);
    return texts.push(pattern.text(key)) - 1;
  };
  const groups = new Int32Array(GROUPS).fill(-1);
  const wholes = new Map<number, number>();
  let [lowest, highest] = [Number.POSITIVE_INFINITY, -1];
  let isOpen = true;
  let filled = 0;
  let distinct = 0;
  for (const { at, numbers } of run.numbers.stretches(from, to)) {
    const keys = asDoubles(numbers);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      if (key < 0) continue;
      filled++;
      if (isNew(key)) distinct++;
      const isWhole = isNumber && (decimals === 0 || isMultiple(key, divisor));
      if (isWhole && (isOpen || (key >= lowest && key <= highest))) {
        let own = wholes.get(key);
        if (own === undefined && isOpen) {
          own = add(key, first + at + i);
          wholes.set(key, own);
          isOpen = wholes.size < WHOLES;
          lowest = Math.min(lowest, key);
          highest = Math.max(highest, key);
        }
        if (own !== undefined) {
          (counts[own] as number)++;
          continue;
        }
      }
      const group = isNumber ? groupOf(key, decimals, divisor, isWhole) : 0;
      let own = groups[group] as number;
      if (own < 0) {
        own = add(key, first + at + i);
        groups[group] = own;
      }
      (counts[own] as number)++;
    }
  }
  return {
    texts,
    counts: [...counts.subarray(0, texts.length)],
    firstRows,
    filled,
    distinct,
    divisor,
  };
}

/** More than {@link groupOf} gives: a key has 15 digits at most. */
const GROUPS = 1 << 9;

function groupOf(key: number, decimals: number, divisor: number, isWhole: boolean): number {
  const whole = Math.max(1, digitsOf(key) - decimals);
  let group = whole * 2 + (key < divisor ? 1 : 0);
  group = group * 2 + (decimals > 0 && isMultiple(key, 10) ? 1 : 0);
  group = group * 2 + (isWhole ? 1 : 0);
  if (whole !== 5) return group * 2;
  const value = key / divisor;
  return group * 2 + (value >= SERIALS[0] && value <= SERIALS[1] ? 1 : 0);
}

const SMALL = 2 ** 31;
const POWERS = Float64Array.from({ length: 16 }, (_, i) => 10 ** i);

/** Digits of a whole number below 10^15. */
function digitsOf(key: number): number {
  // As many as its bits make at least, or one more.
  let digits = key < SMALL ? ((32 - Math.clz32(key)) * 1233) >> 12 : 9;
  while (digits < 15 && key >= (POWERS[digits] as number)) digits++;
  return digits;
}

/** For keys, which are whole and below 2^53: there it is exact, and many times as fast as `%` of doubles. */
function isMultiple(key: number, of: number): boolean {
  return key < SMALL ? (key | 0) % of === 0 : Math.floor(key / of) * of === key;
}
